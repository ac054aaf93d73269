"""boundary: static analysis for programs split by 'use client' and 'use server'."""

__version__ = "0.1.0"
