"""From what a finding asks for to edits of texts, for every face."""
