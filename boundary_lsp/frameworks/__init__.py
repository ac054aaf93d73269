"""What each framework does with modules, as data: layers, doors, entry points, publication."""
