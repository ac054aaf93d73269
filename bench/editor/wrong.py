"""What ends a measurement that would mean nothing."""


class WrongAnswer(Exception):
    """An answer's content is not what it must be."""
