"""Plausible code without meaning, so that modules weigh what real ones do."""

from __future__ import annotations

import random
from collections.abc import Sequence

from bench.trees.vocabulary import CLASSES, FIELDS, VERBS, camel, pascal

MENTION_SHARE = 0.3


def statements(rng: random.Random, size: int, names: Sequence[str] = ()) -> list[str]:
    """Statements of about `size` characters over a string `seed`; some mention one of `names`."""
    lines: list[str] = []
    while size > 0:
        mentions = names and rng.random() < MENTION_SHARE
        lines.append(mention(rng, names) if mentions else statement(rng, len(lines)))
        size -= len(lines[-1]) + 3
    return lines


def mention(rng: random.Random, names: Sequence[str]) -> str:
    """A statement that reads one of the names."""
    first, second = rng.sample(FIELDS, 2)
    return f'console.debug("The {first} was read before the {second} of it", {rng.choice(names)});'


def statement(rng: random.Random, number: int) -> str:
    """One statement of a random shape."""
    first, second, third = rng.sample(FIELDS, 3)
    limit = rng.randint(2, 900)
    name = f"{first}Of{pascal(second, third)}{number}"
    return rng.choice(SHAPES).format(name=name, a=first, b=second, c=third, n=limit)


SHAPES = (
    'const {name} = {{ {a}: seed.length, {b}: "the {a} with its {b}" }};',
    'const {name} = seed.split("{b}").filter((candidate) => candidate.length > {n});',
    "const {name} = seed.length > {n} ? seed.slice(0, {n}) : `{a} of the {b}: ${{seed}}`;",
    'if (seed.startsWith("{a}-") && seed.length !== {n}) {{\n'
    '    console.log("The {b} has no {c} that fits", seed);\n  }}',
    'for (const {name} of seed.split(",")) {{\n    if ({name}.length < {n}) continue;\n'
    '    console.debug("one more {a} among the {b}", {name});\n  }}',
    'const {name} = new Map<string, number>([["{a}-{b}", {n}], ["{c}", seed.length]]);',
    "// The {a} decides about the {b} unless a {c} was given by hand, in which case\n"
    "  // the {b} of the last {a} is kept as it is and the {c} is shown beside it.",
    'const {name} = [seed, "{a}/{b}/{c}"].join("/").toLowerCase();',
    'const {name} = {{\n    {a}: {{ {b}: true, {c}: "{a} and {b} in one {c}" }},\n    {b}: seed ?? null,\n  }};',
    'console.assert(seed.includes("{a}"), "There is no {a} for the {b}, so the {c} cannot be shown.");',
)


def element(rng: random.Random, number: int) -> str:
    """One element of a random shape, over a string `seed`."""
    first, second = rng.sample(FIELDS, 2)
    classes = " ".join(rng.sample(CLASSES, rng.randint(4, 11)))
    return rng.choice(ELEMENTS).format(a=first, b=pascal(second), k=classes, n=number)


ELEMENTS = (
    '<div className="{k}">\n        <span className="truncate">{b}</span>\n        <p>{{seed}}</p>\n      </div>',
    '{{seed.length > {n} && <p className="{k}">{b} of the {a}</p>}}',
    '<ul className="{k}">\n        {{["{a}", seed].map((item) => (\n'
    "          <li key={{item}}>{{item}}</li>\n        ))}}\n      </ul>",
    '<input name="{a}" placeholder="{b}" defaultValue={{seed}} className="{k}" />',
    '<label htmlFor="{a}{n}" className="{k}">\n        {b} <small>{{seed.length}}</small>\n      </label>',
)


def helper(rng: random.Random, number: int, size: int, names: Sequence[str] = ()) -> str:
    """A private function of about `size` characters."""
    name = camel(rng.choice(VERBS), rng.choice(FIELDS), str(number))
    body = "\n  ".join(statements(rng, size - 90, names))
    return f"function {name}(seed: string, limit = {number}): string {{\n  {body}\n  return seed.repeat(limit);\n}}\n"


def section(rng: random.Random, number: int, size: int, names: Sequence[str] = ()) -> str:
    """A private component of about `size` characters."""
    body = "\n  ".join(statements(rng, size // 2 - 60, names))
    markup: list[str] = []
    while sum(map(len, markup)) < size // 2 - 60:
        markup.append(element(rng, len(markup)))
    inside = "\n      ".join(markup)
    head = f"function {pascal(rng.choice(FIELDS), 'section', str(number))}({{ seed }}: {{ seed: string }}) {{"
    return f"{head}\n  {body}\n  return (\n    <section>\n      {inside}\n    </section>\n  );\n}}\n"
