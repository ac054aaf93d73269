"""Files that change on disk while a document is open."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bench.editor.choice import Choice, Role
from bench.editor.document import Document, Documents, Findings, findings
from bench.editor.rows import Latencies, Row
from bench.editor.wrong import WrongAnswer
from bench.measure.edits import NothingToEdit, source_files

CHANGED = 2
"""What the protocol calls a file that was written."""
FILES = 10
BRANCH = 2000
SWITCHES = 2


def change_files(documents: Documents, document: Document, choice: Choice, latencies: Latencies) -> None:
    """One after the other, modules of server functions that are not open."""
    for path in closed_modules(documents, choice)[:FILES]:
        there_and_back(document, [path], path, latencies, Row.FILE)


def switch_branches(documents: Documents, tree: Path, document: Document, choice: Choice, latencies: Latencies) -> None:
    """To a branch in which many modules export a function more, and back."""
    looked_at = closed_modules(documents, choice)[0]
    others = [path for path in source_files(tree) if path not in documents and path != looked_at]
    for _ in range(SWITCHES):
        there_and_back(document, [looked_at, *others[: BRANCH - 1]], looked_at, latencies, Row.SWITCH)


def closed_modules(documents: Documents, choice: Choice) -> list[Path]:
    """Of server functions. Raises NothingToEdit where all are open."""
    closed = [path for path in choice.of(Role.SERVER) if path not in documents]
    if not closed:
        raise NothingToEdit("every module of server functions is open: the tree is too small")
    return closed


def there_and_back(document: Document, paths: list[Path], looked_at: Path, latencies: Latencies, row: Row) -> None:
    """Every file gets an exported function more, and loses it; at one of them it is looked whether that is found."""
    before = {path: path.read_bytes() for path in paths}
    after = {path: text + addition(number) for number, (path, text) in enumerate(before.items())}
    known = findings(document.client, looked_at.as_uri())
    write(document, after, latencies, row)
    found = findings(document.client, looked_at.as_uri())
    write(document, before, latencies, row)
    check(looked_at, known, found, findings(document.client, looked_at.as_uri()))


def addition(number: int) -> bytes:
    return b'\nexport function benchBranch%d() {\n  "use server";\n}\n' % number


def write(document: Document, texts: Mapping[Path, bytes], latencies: Latencies, row: Row) -> None:
    """The time is that from telling the server until it is known what is found in the open document."""
    for path, text in texts.items():
        path.write_bytes(text)
    since = document.client.now()
    changes = [{"uri": path.as_uri(), "type": CHANGED} for path in texts]
    document.client.tell("workspace/didChangeWatchedFiles", {"changes": changes})
    latencies.take(row, document.pull(since))


def check(path: Path, known: Findings, found: Findings, at_last: Findings) -> None:
    """Raises WrongAnswer."""
    if not found - known or at_last != known:
        raise WrongAnswer(f"{path.name}: a change on disk is not seen in its findings")
