"""How things are written, where a framework's compiler cares: one collector a file."""
