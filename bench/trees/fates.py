"""What liveness each server function of a synthetic feature is built to have."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from bench.trees import uses
from bench.trees.feature import Feature


class Fate(StrEnum):
    """The liveness a server function is built to have."""

    CALLED = "called"
    IN_PROCESS = "in-process"
    TEST_ONLY = "test-only"
    UNREACHED = "unreached"
    UNUSED = "unused"
    USED_OUTSIDE = "used-outside"


WEIGHTS = {Fate.CALLED: 62, Fate.IN_PROCESS: 16, Fate.UNUSED: 14, Fate.TEST_ONLY: 4, Fate.UNREACHED: 4}


Use = Callable[[uses.Case], str]


def decide_fates(feature: Feature, rng: random.Random) -> dict[str, Fate]:
    """Give every server function a fate and write the uses that bring it about; by `path#name`."""
    fates: dict[str, Fate] = {}
    for module in feature.actions:
        for number, export in enumerate(module.exports):
            fate = rng.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
            parameters = rng.choice(USES[fate])(uses.Case(feature, module, export, rng))
            module.exports[number] = replace(export, parameters=parameters or export.parameters)
            fates[f"{module.path}#{export.name}"] = fate
    return fates


USES: dict[Fate, tuple[Use, ...]] = {
    Fate.CALLED: (
        uses.called_directly,
        uses.called_directly,
        uses.called_through_barrel,
        uses.called_by_form,
        uses.called_by_state,
        uses.called_by_hook,
        uses.called_through_prop,
    ),
    Fate.IN_PROCESS: (uses.awaited_by_server, uses.awaited_by_server, uses.awaited_by_mixed_helper),
    Fate.TEST_ONLY: (uses.called_by_test,),
    Fate.UNREACHED: (uses.called_by_orphan,),
    Fate.UNUSED: (uses.not_used,),
}
