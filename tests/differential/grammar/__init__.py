"""Modules put together at random of what directives, imports, exports and functions can look like."""
