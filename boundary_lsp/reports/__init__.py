"""Answers as data, and answers as text. Pure functions: a snapshot to a report, a report to lines."""
