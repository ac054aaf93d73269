"""Links to a program: instances, doors, references, flow, liveness, witness paths."""
