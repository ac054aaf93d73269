"""Names of commands, as answers give them to editors."""

SHOW_REFERENCES = "boundary.showReferences"
"""Arguments: a document, a position in it, locations to be shown."""
WHY = "boundary.why"
"""Arguments: a document, `client` or `server`."""
