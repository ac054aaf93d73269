"""Synthetic Anvil applications: `python -m bench.synthetic_python --modules 5000 --seed 1 OUT`."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from bench.synthetic import Expected, draw_size, write_tree
from bench.trees.fates import Fate
from bench.trees.manifests import write
from bench.trees.python.feature import MODULES_PER_FEATURE, Feature, build_feature
from bench.trees.python.filler import function
from bench.trees.vocabulary import QUALIFIERS, SUBJECTS

MANIFEST = "package_name: synthetic\nruntime_options: {version: 2, client_version: '3'}\ndependencies: []\n"
LARGEST_FUNCTION = 1600


def generate(out: Path, modules: int, seed: int = 1) -> Expected:
    """Write an application of exactly `modules` source files to `out`; equal arguments give equal bytes."""
    if modules < MODULES_PER_FEATURE:
        raise ValueError(f"a tree has at least {MODULES_PER_FEATURE} modules")
    rng = random.Random(seed)
    names = [f"{qualifier}_{subject}" for qualifier in QUALIFIERS for subject in SUBJECTS]
    features: list[Feature] = []
    for name in rng.sample(names, modules // MODULES_PER_FEATURE):
        features.append(build_feature(name, features, rng))
    texts = {path: text for feature in features for path, text in feature.texts.items()}
    for number in range(modules - len(texts)):
        texts[f"client_code/spare{number}.py"] = f"def spare{number}(seed):\n    return seed\n"
    for path, text in texts.items():
        write(out / path, text + padding(draw_size(rng) - len(text), rng))
    write(out / "anvil.yaml", MANIFEST)
    liveness: dict[str, Fate] = {}
    for feature in features:
        liveness |= feature.liveness
    return Expected(len(texts), liveness)


def padding(size: int, rng: random.Random) -> str:
    """Private functions of `size` characters in all."""
    parts: list[str] = []
    while size > 120:
        parts.append(function(rng, len(parts), min(size, rng.randint(400, LARGEST_FUNCTION)) - 60))
        size -= len(parts[-1])
    return "".join(parts)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write one tree and print what an analysis of it must find."""
    return write_tree("bench.synthetic_python", __doc__, generate, arguments)


if __name__ == "__main__":
    raise SystemExit(main())
