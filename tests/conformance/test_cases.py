"""What Next's compiler says about the recorded cases, we say: the same kinds on the same lines, with the same spans."""

from __future__ import annotations

import pytest

from .beyond import EXPECTED
from .cases import Case, load_cases
from .compare import differences
from .kinds import RULE_IDS
from .ours import BEYOND, ask

CASES = load_cases()


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in CASES])
def test_we_say_what_next_says(case: Case) -> None:
    answer = ask({case.module.path: case.module}, RULE_IDS | BEYOND)[case.module.path]
    told = tuple(str(difference) for difference in differences(answer.verdicts, case.errors))
    assert told == EXPECTED.get(case.id, ((), ""))[0], case.module.text


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in CASES])
def test_the_module_is_compiled_in_its_layer(case: Case) -> None:
    layers = ask({case.module.path: case.module}, frozenset())[case.module.path].layers
    assert case.module.layer in layers or case.module.path.startswith("node_modules/")


def test_every_exception_is_of_a_case_and_has_a_reason() -> None:
    assert set(EXPECTED) <= {case.id for case in CASES}
    assert all(told and why for told, why in EXPECTED.values())
