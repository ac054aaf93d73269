"""Synthetic Python: an Anvil application, and programs of wwwpy beside it."""
