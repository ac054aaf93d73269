"""Measures boundary on real and synthetic trees, beside its peers."""
