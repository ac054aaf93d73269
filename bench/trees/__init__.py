"""Synthetic Next App Router trees whose endpoints' liveness is known beforehand."""
