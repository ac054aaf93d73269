"""Every row of `flight.json` as TypeScript (`flight_programs.md`): one program in which each value crosses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.composition import memory_workspace
from boundary_lsp.model.crossings import CrossingKind
from boundary_lsp.model.values import ModuleValues
from boundary_lsp.model.wire import Verdict
from boundary_lsp.model.wire_types import WireType
from boundary_lsp.ports import TypeOracle
from boundary_lsp.syntax.values import read_values
from boundary_lsp.wire.analysis import analyse
from boundary_lsp.wire.merging import merged
from tests.support.markdown import Section, sections
from tests.support.spec import DEFAULT_MANIFEST
from tests.wire.declared.notation import spelled
from tests.wire.flight_rows import UNTELLABLE
from tests.wire.measured import MEASURED, TO_CLIENT, TO_SERVER, Row, expected, judged

_PAGE = Path(__file__).parent / "flight_programs.md"
_LINE = re.compile(r"  (?P<word>expr|type) (?P<code>.*?)(?: \?\? (?P<reasons>.*))?$")

PAGE, FORM = "app/page.tsx", "components/form.tsx"
"""What hands the values over: as props, and as arguments."""

_TSCONFIG = """{
  "compilerOptions": {
    "strict": true, "jsx": "preserve", "target": "esnext",
    "lib": ["esnext", "dom", "dom.iterable", "dom.asynciterable"], "module": "esnext", "moduleResolution": "bundler",
    "types": ["node", "react"], "paths": { "@/*": ["./*"] }
  }
}
"""

_IMPORTS = """import { createContext, createRef, forwardRef, lazy, memo } from 'react';
import type {
  Context, ForwardRefExoticComponent, JSX, LazyExoticComponent, MemoExoticComponent, ReactNode, RefObject,
} from 'react';
import { EventEmitter } from 'events';
import * as fs from 'fs';
import { act, take } from '@/actions/act';
import { Button } from '@/components/button';
import { Show } from '@/components/show';
import { Cache, Day, Failure, Money, Point, Stack, Walkable, cyclic, named, shared, wait, walk } from '@/lib/values';
import type { Node } from '@/lib/values';
function Part() { return <i /> }
"""


class Written(NamedTuple):
    """A row of flight.json as TypeScript."""

    row: str
    word: str
    """`expr`, or `type`."""
    code: str
    reasons: dict[str, str]
    """Why nothing is known of it, by tier."""
    line: int
    """On the page."""


def written() -> Iterator[Written]:
    """The rows of the page, in the order of the text."""
    row = ""
    fence = _section("The rows").fences[0]
    for number, line in enumerate(fence.text.splitlines(), fence.line):
        found = _LINE.match(line)
        if found is None:
            row = line
            continue
        reasons = re.findall(r"(\w+): ([^;]+)", found["reasons"] or "")
        yield Written(row, found["word"], found["code"], dict(reasons), number)


def texts() -> dict[str, str]:
    """The program's files."""
    rows = list(written())
    shown = "\n".join(f"    <Show value={{{_value(number, row)}}} />" for number, row in enumerate(rows))
    taken = "\n".join(f"    take({_value(number, row)});" for number, row in enumerate(rows))
    return {
        "package.json": DEFAULT_MANIFEST,
        "tsconfig.json": _TSCONFIG,
        **{fence.name: fence.text for fence in _section("The program").fences},
        PAGE: _module("", rows, f"<>\n{shown}\n  </>"),
        FORM: _module("'use client';\n", rows, f"<p onClick={{() => {{\n{taken}\n  }}}} />"),
    }


def mistakes(tier: str, oracle: TypeOracle | None = None) -> list[str]:
    """Rows of which something else is said than was measured. `tier`: `declared`, or `checked` where there is an
    oracle."""
    known = _types(oracle)
    found = []
    for path, direction in ((PAGE, TO_CLIENT), (FORM, TO_SERVER)):
        measured = {row["value"]: row for row in MEASURED[direction]}
        for one, type in zip(written(), known[path], strict=True):
            if one.row in measured and not _is_right(one, tier, type, direction, measured[one.row]):
                found.append(f"{_PAGE}:{one.line}: {path}: {one.row}: {one.code}: {spelled(type)}")
    return found


def _is_right(one: Written, tier: str, type: WireType, direction: str, row: Row) -> bool:
    """Where the page says that nothing is known, nothing must be said of what arrives."""
    found, wanted = judged(type, direction, row), expected(direction, row)
    agrees = {mode: judgement.verdict for mode, judgement in found.items()} == wanted
    reason = one.reasons.get(tier) or one.reasons.get("both")
    if reason is None and one.row not in UNTELLABLE:
        return agrees
    unknown = {reason for judgement in found.values() for reason in judgement.unknown}
    is_reason = reason is None or (not agrees and (reason in unknown or not unknown))
    return is_reason and not any(_is_false_alarm(found[mode].verdict, wanted[mode]) for mode in found)


def _is_false_alarm(said: Verdict, measured: Verdict) -> bool:
    return measured is Verdict.OK and said not in (Verdict.OK, Verdict.UNKNOWN)


def _types(oracle: TypeOracle | None) -> dict[str, list[WireType]]:
    """What is known of each row's value in both modules."""
    files = texts()
    names = memory_workspace(MemoryFileSystem(files)).snapshot().names
    program = names.program

    @cache
    def values(module: int) -> ModuleValues:
        path = program.modules[module]
        return read_values(path, files[path].encode(), program.facts[module])

    kept = analyse(names, values, oracle).kept
    found: dict[str, list[WireType]] = {PAGE: [], FORM: []}
    for module, judgement in kept.parts.judgements.items():
        evidence = judgement.evidence
        assert not judgement.lost
        for read, inferred in zip(evidence.reading.values, evidence.inferred, strict=True):
            if read.item.crossing.kind in (CrossingKind.PROPS, CrossingKind.ARGUMENTS):
                made = read.declared if inferred is None else merged(read.declared, inferred)
                found[program.modules[module]].append(made)
    return found


def _value(number: int, row: Written) -> str:
    return row.code if row.word == "expr" else f"given.t{number}"


def _module(head: str, rows: list[Written], body: str) -> str:
    given = "\n".join(f"  t{number}: {row.code};" for number, row in enumerate(rows) if row.word == "type")
    whole = f"export default function Whole(given: Given) {{\n  return {body};\n}}\n"
    return f"{head}{_IMPORTS}interface Given {{\n{given}\n}}\n{whole}"


def _section(title: str) -> Section:
    every = (one for top in sections(_PAGE.read_text("utf-8")) for one in top.all())
    return next(one for one in every if one.title == title)
