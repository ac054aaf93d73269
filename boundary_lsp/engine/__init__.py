"""Workspace (inputs) to Snapshot (program and findings), by the least work."""
