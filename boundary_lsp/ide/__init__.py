"""An editor's questions, answered as plain data from a finished snapshot. Offsets are bytes; texts are Markdown."""
