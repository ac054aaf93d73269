"""Measuring whole processes: time, memory, and what they cost together."""
