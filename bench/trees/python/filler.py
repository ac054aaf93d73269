"""Plausible Python without meaning, so that modules weigh what real ones do."""

from __future__ import annotations

import random

from bench.trees.vocabulary import FIELDS, VERBS

SHAPES = (
    '{name} = {{"{a}": len(seed), "{b}": "the {a} with its {b}"}}',
    '{name} = [part for part in seed.split("{b}") if len(part) > {n}]',
    '{name} = seed[:{n}] if len(seed) > {n} else f"{a} of the {b}: {{seed}}"',
    'if seed.startswith("{a}-") and len(seed) != {n}:\n        print("The {b} has no {c} that fits", seed)',
    'for {name} in seed.split(","):\n        if len({name}) < {n}:\n            continue\n'
    '        print("one more {a} among the {b}", {name})',
    "# The {a} decides about the {b} unless a {c} was given by hand, in which case\n"
    "    # the {b} of the last {a} is kept as it is and the {c} is shown beside it.",
    '{name} = "/".join([seed, "{a}", "{b}", "{c}"]).lower()',
    "try:\n        {name} = int(seed) + {n}\n    except ValueError:\n        {name} = {n}",
    'print("There is no {a} for the {b}, so the {c} cannot be shown.", sorted(seed))',
)


def function(rng: random.Random, number: int, size: int) -> str:
    """A private function of about `size` characters."""
    name = f"_{rng.choice(VERBS)}_{rng.choice(FIELDS).lower()}_{number}"
    body: list[str] = []
    while sum(map(len, body)) < size:
        body.append(statement(rng, len(body)))
    inside = "\n    ".join(body)
    return f"\n\ndef {name}(seed: str, limit={number}):\n    {inside}\n    return seed * limit\n"


def statement(rng: random.Random, number: int) -> str:
    """One statement of a random shape over a string `seed`, as it stands in a function."""
    first, second, third = rng.sample(FIELDS, 3)
    name = f"{first}_of_{second}_{number}".lower()
    return rng.choice(SHAPES).format(name=name, a=first, b=second, c=third, n=rng.randint(2, 900))
