"""Changes of Python text, as splices of its bytes: one kind of thing a file. What stays is not touched."""
