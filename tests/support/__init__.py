"""What tests share: Markdown specs and how they are run."""
