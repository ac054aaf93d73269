"""Contracts: made of a program's wire, written and read as text, and compared."""
