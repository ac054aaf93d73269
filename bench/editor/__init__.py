"""An editor, as far as a language server can tell, that measures how long it waits."""
