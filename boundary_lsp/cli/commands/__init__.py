"""One file per command: its arguments, and `run(arguments) -> exit code`."""
