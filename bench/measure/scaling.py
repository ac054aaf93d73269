"""How cost grows with the number of modules."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Scaling:
    """The exponent that fits cost = constant * modules ** exponent, and what one module more costs."""

    exponent: float
    seconds_per_module: float


def fit(costs: Mapping[int, float]) -> Scaling:
    """Fits seconds by number of modules; two sizes at least.

    The exponent is the least-squares slope of the logarithms, the cost of a module that of the values themselves, so
    that what every run costs alike (starting up) is in neither's way of being seen.
    """
    if len(costs) < 2:
        raise ValueError("a fit needs two sizes at least")
    sizes, seconds = list(map(float, costs)), list(costs.values())
    exponent = slope([math.log(size) for size in sizes], [math.log(value) for value in seconds])
    return Scaling(exponent, slope(sizes, seconds))


def slope(horizontal: list[float], vertical: list[float]) -> float:
    """The least-squares slope."""
    middle = sum(horizontal) / len(horizontal)
    level = sum(vertical) / len(vertical)
    together = sum((x - middle) * (y - level) for x, y in zip(horizontal, vertical, strict=True))
    return together / sum((x - middle) ** 2 for x in horizontal)
