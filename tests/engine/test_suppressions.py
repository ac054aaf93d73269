"""An unused suppression is only told where its rule knew all that it asks about."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.composition import memory_workspace
from boundary_lsp.engine.options import Options, Types
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.engine.verdict import judge
from boundary_lsp.rules.outline import Outline
from tests.cli.shop import FILES

PAGE = FILES["app/page.tsx"].replace("  return", "  // boundary-ignore lossy-value: it was a date\n  return")
OTHER = FILES["app/page.tsx"].replace("  return", "  // boundary-ignore dead-endpoint: it was dead\n  return")


def _snapshot(page: str, options: Options) -> Snapshot:
    return memory_workspace(MemoryFileSystem({**FILES, "app/page.tsx": page}), options).snapshot()


def _told(snapshot: Snapshot) -> bool:
    return "unused-suppression" in {finding.rule for finding in snapshot.findings}


@pytest.mark.parametrize(("types", "told"), [("off", False), ("declared", False), ("auto", True)])
def test_a_rule_about_values(types: Types, told: bool) -> None:
    assert _told(_snapshot(PAGE, Options(types=types))) is told
    assert _told(_snapshot(OTHER, Options(types=types)))


def test_a_rule_about_values_where_the_checker_told_less() -> None:
    options = Options(types="auto")
    snapshot = _snapshot(PAGE, options)
    verdict = judge(
        snapshot.project,
        snapshot.program,
        replace(snapshot.wire, trouble="it is gone"),
        Outline(snapshot.program, snapshot.names.importers),
        options,
    )
    assert "lossy-value" not in verdict.complete
    assert "unused-suppression" not in {finding.rule for finding in verdict.findings}


def test_only_rules_that_ran() -> None:
    assert _told(_snapshot(OTHER, Options(select=frozenset({"dead-endpoint", "unused-suppression"}))))
    assert not _told(_snapshot(OTHER, Options(select=frozenset({"unused-suppression"}))))
    assert not _told(_snapshot(OTHER, Options(ignore=frozenset({"dead-endpoint"}))))
    assert not _told(_snapshot(OTHER, Options(ignore=frozenset({"unused-suppression"}))))


def test_what_is_suppressed_is_kept_apart() -> None:
    likes = FILES["actions/likes.ts"].replace("return 2; }", "return 2; } // boundary-ignore dead-endpoint: x")
    snapshot = memory_workspace(MemoryFileSystem({**FILES, "actions/likes.ts": likes})).snapshot()
    assert [finding.rule for finding in snapshot.findings] == ["private-endpoint"]
    assert [finding.rule for finding in snapshot.suppressed] == ["dead-endpoint"]
