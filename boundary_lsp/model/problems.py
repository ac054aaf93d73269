"""What problems in a text mean."""

HARMLESS = frozenset({"computed-import"})
"""Kinds of problems that hide nothing else."""
