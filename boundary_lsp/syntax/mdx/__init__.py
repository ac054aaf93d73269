"""MDX documents as the modules they compile to."""
