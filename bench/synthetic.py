"""Synthetic Next App Router trees: `python -m bench.synthetic --modules 5000 --seed 1 OUT`."""

from __future__ import annotations

import argparse
import json
import math
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.trees.fates import Fate, decide_fates
from bench.trees.feature import MODULES_PER_FEATURE, Feature, build_feature
from bench.trees.manifests import write, write_manifests
from bench.trees.model import Export, Kind, Module, Role
from bench.trees.source import render
from bench.trees.vocabulary import QUALIFIERS, SUBJECTS
from bench.trees.wiring import wire

MEDIAN_BYTES = 1892
MEAN_BYTES = 3525
LARGEST_BYTES = 60_000
ROOT_MODULES = 2


@dataclass(frozen=True)
class Expected:
    """What an analysis of the tree must find: every server function's liveness, by `path#name`."""

    modules: int
    liveness: dict[str, Fate]

    @property
    def counts(self) -> dict[str, int]:
        """How many server functions have each liveness."""
        return dict(sorted(Counter(map(str, self.liveness.values())).items()))

    def as_json(self) -> str:
        """The expectation as a JSON document."""
        data = {"modules": self.modules, "counts": self.counts, "liveness": self.liveness}
        return json.dumps(data, indent=1, sort_keys=True) + "\n"


def generate(out: Path, modules: int, seed: int = 1) -> Expected:
    """Write a tree of exactly `modules` source files to `out`; equal arguments give equal bytes."""
    if modules < MODULES_PER_FEATURE + ROOT_MODULES:
        raise ValueError(f"a tree has at least {MODULES_PER_FEATURE + ROOT_MODULES} modules")
    rng = random.Random(seed)
    features, liveness = build_features((modules - ROOT_MODULES) // MODULES_PER_FEATURE, rng)
    planned = [*root_modules(), *(module for feature in features for module in feature.modules)]
    planned += spare_modules(modules - len(planned), features[0])
    for module in planned:
        write(out / module.path, render(module, draw_size(rng), rng))
    write_manifests(out)
    return Expected(len(planned), liveness)


def build_features(count: int, rng: random.Random) -> tuple[list[Feature], dict[str, Fate]]:
    """`count` linked features with what their server functions' liveness is."""
    names = [f"{qualifier}-{subject}" for qualifier in QUALIFIERS for subject in SUBJECTS]
    features: list[Feature] = []
    liveness: dict[str, Fate] = {}
    for name in rng.sample(names, count):
        feature = build_feature(name, rng)
        wire(feature, features, rng)
        liveness |= decide_fates(feature, rng)
        features.append(feature)
    return features, liveness


def root_modules() -> list[Module]:
    """The application's own layout and page."""
    names = (("app/layout.tsx", "RootLayout", Role.LAYOUT), ("app/page.tsx", "HomePage", Role.PAGE))
    return [Module(path, role, "", [Export(name, Kind.COMPONENT)]) for path, name, role in names]


def spare_modules(count: int, first: Feature) -> list[Module]:
    """Helpers that fill the tree up to its size, used by pages of the first feature."""
    spares = []
    for number in range(count):
        export = Export(f"spareValue{number}", Kind.CALL, "seed: string, limit = 10")
        spares.append(Module(f"lib/spare/value-{number}.ts", Role.HELPER, "", [export]))
        first.pages[0].bind(spares[-1], export)
        first.pages[0].statements.append(f"const spare{number} = {export.name}(seed, {number});")
    return spares


def draw_size(rng: random.Random) -> int:
    """A file size from the log-normal distribution that a real application's sizes follow."""
    spread = math.sqrt(2 * math.log(MEAN_BYTES / MEDIAN_BYTES))
    return min(LARGEST_BYTES, int(rng.lognormvariate(math.log(MEDIAN_BYTES), spread)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Write one tree and print what an analysis of it must find."""
    return write_tree("bench.synthetic", __doc__, generate, arguments)


def write_tree(
    name: str, description: str | None, generate: Callable[[Path, int, int], Expected], arguments: Sequence[str] | None
) -> int:
    """The command of one generator."""
    parser = argparse.ArgumentParser(prog=f"python -m {name}", description=description)
    parser.add_argument("out", type=Path, help="the folder to write to; must be empty or missing")
    parser.add_argument("--modules", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--expected", type=Path, help="also write every server function's liveness here, as JSON")
    options = parser.parse_args(arguments)
    if options.out.exists() and any(options.out.iterdir()):
        parser.error("the folder is not empty")
    expected = generate(options.out, options.modules, options.seed)
    if options.expected:
        write(options.expected, expected.as_json())
    print(json.dumps({"modules": expected.modules, "counts": expected.counts}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
