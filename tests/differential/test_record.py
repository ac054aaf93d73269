"""The recorded cases are still what Next's compiler says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conformance.cases import load_cases

from .next_compiler import ask


@pytest.mark.realbuild
def test_the_record_is_what_next_says(next_compiler: Path) -> None:
    cases = load_cases()
    told = ask(next_compiler, [(case.module, case.module.layer) for case in cases])
    wrong = {case.id: (found, case.errors) for case, found in zip(cases, told, strict=True) if found != case.errors}
    assert wrong == {}
