"""Schemas of zod: what their values are, and what `z.infer` says."""
