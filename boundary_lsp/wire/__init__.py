"""What crosses a door, and whether it can."""
