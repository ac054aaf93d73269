"""One pyright process, and what it is asked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from boundary_lsp.adapters.checking.failure import CheckerFailed
from boundary_lsp.adapters.checking.process import CheckerProcess
from boundary_lsp.adapters.checking.rpc import Connection
from boundary_lsp.adapters.pyright.locate import Located, environments, site_packages
from boundary_lsp.adapters.pyright.overlay import Overlay, Position, overlay
from boundary_lsp.adapters.pyright.printed import Name, NotUnderstood, Printed, read_printed
from boundary_lsp.adapters.pyright.translate import signature_of, wire_of
from boundary_lsp.model.wire_types import Signature, WireType
from boundary_lsp.ports import FileSystem, TypeQuestion

MEGABYTES = 1500
"""Of memory for what Node keeps; it ends where that is not enough."""
_NO_PROGRAMS = {"PATH": os.path.join(os.sep, "nonexistent")}  # noqa: PTH118  no file of ours
"""It would start an interpreter to be told its folders, and that runs what is in them. Given no PATH at all, Node looks
where systems keep their programs."""
_SAYS = '" is "'

Opened = Callable[[], Mapping[str, bytes]]
"""The texts that stand for what is on disk now, by path below the root. What it gave is never changed."""


class Limits(NamedTuple):
    start: float = 60.0
    answer: float = 120.0
    """Seconds for a portion of files and all that these import."""


class _Point(msgspec.Struct):
    line: int
    character: int


class _Range(msgspec.Struct):
    start: _Point


class _Remark(msgspec.Struct):
    range: _Range
    message: str


class _Remarks(msgspec.Struct):
    items: tuple[_Remark, ...] = ()


class Session:
    def __init__(self, located: Located, files: FileSystem, limits: Limits, opened: Opened | None) -> None:
        """Starts the process. Raises CheckerFailed, as everything below."""
        self._files = files
        self._limits = limits
        self._opened = opened
        self._root = Path(files.root)
        command = [located.node, f"--max-old-space-size={MEGABYTES}", located.script, "--stdio"]
        self._process = CheckerProcess(command, _NO_PROGRAMS)
        self._connection = Connection(self._process, limits.answer, self._reply)

    def begin(self) -> None:
        folder = {"uri": self._root.as_uri(), "name": "root"}
        capabilities = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {"diagnostic": {"dynamicRegistration": False}},
        }
        asked = {"processId": os.getpid(), "capabilities": capabilities, "workspaceFolders": [folder]}
        if self._connection.ask("initialize", [asked | {"rootUri": folder["uri"]}], self._limits.start) == [None]:
            raise CheckerFailed("does not start", hopeless=True)
        self._connection.tell("initialized", [{}])

    @property
    def pid(self) -> int:
        return self._process.pid

    def close(self) -> None:
        self._process.close()

    def types(self, questions: Sequence[TypeQuestion]) -> dict[TypeQuestion, WireType]:
        return {one: wire_of(printed) for one, printed in self._printed(questions, ())}

    def signatures(self, questions: Sequence[TypeQuestion]) -> dict[TypeQuestion, Signature]:
        known = ((one, signature_of(printed)) for one, printed in self._printed((), questions))
        return {one: signature for one, signature in known if signature is not None}

    def _printed(
        self, types: Sequence[TypeQuestion], functions: Sequence[TypeQuestion]
    ) -> list[tuple[TypeQuestion, Printed]]:
        """What could be read of what it prints."""
        texts = self._opened() if self._opened else {}
        overlays = {
            path: _overlay(path, self._read(path, texts), types, functions) for path in _paths(types, functions)
        }
        others = {path: text.decode("utf-8", "replace") for path, text in texts.items() if path not in overlays}
        shown = {**others, **{path: one.text for path, one in overlays.items()}}
        self._connection.tell("textDocument/didOpen", [{"textDocument": self._document(*one)} for one in shown.items()])
        try:
            asked = [{"textDocument": {"uri": self._uri(path)}} for path in overlays]
            answers = self._connection.ask("textDocument/diagnostic", asked)
        finally:
            closed = [{"textDocument": {"uri": self._uri(path)}} for path in shown]
            self._connection.tell("textDocument/didClose", closed)
        return [
            told
            for one, answer in zip(overlays.values(), answers, strict=True)
            if answer is not None
            for told in _told(one, _decoded(answer))
        ]

    def _read(self, path: str, texts: Mapping[str, bytes]) -> bytes:
        try:
            return texts[path] if path in texts else self._files.read(path)
        except OSError:
            return b""

    def _uri(self, path: str) -> str:
        return (self._root / path).as_uri()

    def _document(self, path: str, text: str) -> dict[str, Any]:
        return {"uri": self._uri(path), "languageId": "python", "version": 1, "text": text}

    def _reply(self, method: str, parameters: Any) -> Any:
        """It asks for settings, section by section."""
        if method != "workspace/configuration":
            return None
        return [self._settings() if item.get("section") == "python" else None for item in parameters["items"]]

    def _settings(self) -> dict[str, Any]:
        packages = [folder for environment in environments(self._files.root) for folder in site_packages(environment)]
        return {"analysis": {"diagnosticMode": "openFilesOnly", "extraPaths": packages}}


def _paths(types: Iterable[TypeQuestion], functions: Iterable[TypeQuestion]) -> list[str]:
    return list(dict.fromkeys(one.path for one in (*types, *functions)))


def _overlay(path: str, source: bytes, types: Iterable[TypeQuestion], functions: Iterable[TypeQuestion]) -> Overlay:
    of_types = [one for one in types if one.path == path]
    return overlay(source, of_types, [one for one in functions if one.path == path])


def _decoded(answer: msgspec.Raw) -> _Remarks:
    try:
        return msgspec.json.decode(answer, type=_Remarks)
    except msgspec.ValidationError:
        raise CheckerFailed("is of another version: its answers are not understood", hopeless=True) from None


def _told(overlay: Overlay, remarks: _Remarks) -> Iterator[tuple[TypeQuestion, Printed]]:
    for remark in remarks.items:
        start = remark.range.start
        question = overlay.asked.get(Position(start.line, start.character))
        printed = _first(remark.message) if question is not None else None
        if question is not None and printed is not None:
            yield question, printed


def _first(message: str) -> Printed | None:
    """`Type of "(…)" is "tuple[X, tuple[…]]"`: the X."""
    _, says, text = message.rpartition(_SAYS)
    try:
        both = read_printed(text.removesuffix('"')) if says else None
    except NotUnderstood:
        return None
    return both.arguments[0] if isinstance(both, Name) and len(both.arguments) == 2 else None
