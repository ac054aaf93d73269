"""Changes of TypeScript text, as splices of its bytes: one kind of thing a file."""
