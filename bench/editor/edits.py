"""The edits that are typed, one of each kind in a module."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench.editor.choice import IMPORT, Choice, Chosen, Role
from bench.editor.rows import Row
from bench.measure.edits import CLIENT_DIRECTIVE, SERVER_DIRECTIVE, STATEMENT_IN_BODY

EXPORTED = re.compile(r"^export (?:async )?(?:function|const) (\w+)", re.MULTILINE)
STATEMENT = "  const benchNote = `${[1, 2].length} items`;\n"
STATEMENT_PROOF = '  const benchProof = () => { "use server"; };\n'
IMPORT_PROOF = 'import "server-only";\nimport "client-only";\n'
FUNCTION = "\nexport async function benchSave(id: string) { return { id }; }\n"
FUNCTION_PROOF = '\nexport function benchProof() { "use server"; }\n'
DIRECTIVE = '"use client";\n'
DIRECTIVE_PROOF = '"use client";\n"use server";\n'
IMPORTED_ROLE = {
    Role.PAGE: Role.CLIENT,
    Role.CLIENT: Role.SERVER,
    Role.SERVER: Role.HELPER,
    Role.HELPER: Role.HELPER,
}
"""Which kind of module an import is typed of: the first two are doors."""


class Edit(NamedTuple):
    """One edit of a module."""

    row: Row
    slowest: Row
    offset: int
    text: str
    proof: str
    """What adds a finding, put there instead."""
    is_there: bool = False
    """The text stands there; it is taken out letter by letter, and typed again."""


def edits_of(text: str, chosen: Chosen, choice: Choice) -> Iterator[Edit]:
    """One of each kind. `text`: the module's, to which each is made alone."""
    body, first_import = STATEMENT_IN_BODY.search(text), IMPORT.search(text)
    assert body and first_import
    yield Edit(Row.BODY, Row.BODY_SLOWEST, body.start(), STATEMENT, STATEMENT_PROOF)
    line = import_line(chosen, choice)
    yield Edit(Row.IMPORT, Row.IMPORT_SLOWEST, first_import.start(), line, IMPORT_PROOF)
    yield Edit(Row.EXPORT, Row.EXPORT_SLOWEST, len(text), FUNCTION, FUNCTION_PROOF)
    yield directive_edit(text)


def import_line(chosen: Chosen, choice: Choice) -> str:
    """An import of a name that another module has."""
    others = (path for path in choice.of(IMPORTED_ROLE[chosen.role]) if path != chosen.path)
    named = ((path, EXPORTED.search(path.read_text(encoding="utf-8", errors="replace"))) for path in others)
    target, name = next((path, found[1]) for path, found in named if found)
    specifier = Path(os.path.relpath(target.with_suffix(""), chosen.path.parent)).as_posix()
    return f'import {{ {name} as benchThing }} from "./{specifier}";\n'


def directive_edit(text: str) -> Edit:
    """Of the one that is there, else one is added."""
    there = CLIENT_DIRECTIVE.match(text) or SERVER_DIRECTIVE.match(text)
    rows = (Row.DIRECTIVE, Row.DIRECTIVE_SLOWEST)
    if there is None:
        return Edit(*rows, 0, DIRECTIVE, DIRECTIVE_PROOF)
    start = there.end() - len(DIRECTIVE.rstrip("\n;"))
    return Edit(*rows, start, text[start : there.end()], DIRECTIVE_PROOF, is_there=True)
