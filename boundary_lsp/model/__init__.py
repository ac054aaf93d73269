"""Data only: what the other rooms hand to each other. Imports nothing of ours."""
