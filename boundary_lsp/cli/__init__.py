"""The command line: `boundary` and `boundary-check`."""
