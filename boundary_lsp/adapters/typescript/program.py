"""The requests about one project of a snapshot, each for many things at once: answers come in the order of what was
asked, None for what the checker would not say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import msgspec

from boundary_lsp.adapters.checking.failure import CheckerFailed
from boundary_lsp.adapters.checking.rpc import Connection, Parameters
from boundary_lsp.adapters.typescript.messages import (
    IndexAnswer,
    SignatureAnswer,
    SnapshotAnswer,
    SourceAnswer,
    SymbolAnswer,
    TypeAnswer,
)

_T = TypeVar("_T")

_type = msgspec.json.Decoder(TypeAnswer | None)
_types = msgspec.json.Decoder(list[TypeAnswer] | None)
_types_or_none = msgspec.json.Decoder(list[TypeAnswer | None] | None)
_symbol = msgspec.json.Decoder(SymbolAnswer | None)
_symbols = msgspec.json.Decoder(list[SymbolAnswer] | None)
_signatures = msgspec.json.Decoder(list[SignatureAnswer] | None)
_indexes = msgspec.json.Decoder(list[IndexAnswer] | None)
_source = msgspec.json.Decoder(SourceAnswer | None)
_snapshot = msgspec.json.Decoder(SnapshotAnswer)


def update_snapshot(
    connection: Connection, configs: Sequence[str], changed: Sequence[str], seconds: float
) -> SnapshotAnswer:
    """Loads these projects (absolute paths of their tsconfig.json) besides those that are loaded, and reads files that
    have changed (absolute paths) again."""
    changes = {"fileChanges": {"changed": list(changed)}} if changed else {}
    (answer,) = connection.ask("updateSnapshot", [{"openProjects": list(configs), **changes}], seconds)
    if answer is None:
        raise CheckerFailed("cannot load the project")
    return _decoded(_snapshot, answer)


class Program:
    """Ids of types, symbols and signatures are of this project and this snapshot."""

    def __init__(self, connection: Connection, snapshot: int, project: str) -> None:
        self._connection = connection
        self._project: Parameters = {"snapshot": snapshot, "project": project}

    def sources(self, files: Iterable[str]) -> list[SourceAnswer | None]:
        """None for a file that is not part of the project."""
        return self._each(_source, "getSourceFile", [{"file": file} for file in files])

    def types_at(self, nodes: Sequence[str]) -> list[TypeAnswer | None]:
        """By handles of nodes."""
        return self._all(_type, "getTypeAtLocation", "getTypeAtLocations", "location", nodes)

    def types_of_symbols(self, symbols: Sequence[int]) -> list[TypeAnswer | None]:
        """Of symbols that were in an answer before."""
        return self._all(_type, "getTypeOfSymbol", "getTypesOfSymbols", "symbol", symbols)

    def symbols_of(self, types: Iterable[int]) -> list[SymbolAnswer | None]:
        return self._each(_symbol, "getSymbolOfType", [{"objectId": one} for one in types])

    def aliases_of(self, types: Iterable[int]) -> list[SymbolAnswer | None]:
        return self._each(_symbol, "getAliasSymbolOfType", [{"objectId": one} for one in types])

    def targets_of(self, types: Iterable[int]) -> list[TypeAnswer | None]:
        return self._each(_type, "getTargetOfType", [{"objectId": one} for one in types])

    def parts_of(self, types: Iterable[int]) -> list[list[TypeAnswer]]:
        """Of unions and intersections."""
        return self._lists(_types, "getTypesOfType", [{"objectId": one} for one in types])

    def arguments_of(self, types: Iterable[int]) -> list[list[TypeAnswer]]:
        return self._lists(_types, "getTypeArguments", [{"type": one} for one in types])

    def bases_of(self, types: Iterable[int]) -> list[list[TypeAnswer]]:
        """Of classes and interfaces; nothing for their instantiations."""
        return self._lists(_types, "getBaseTypes", [{"type": one} for one in types])

    def properties_of(self, types: Iterable[int]) -> list[list[SymbolAnswer]]:
        return self._lists(_symbols, "getPropertiesOfType", [{"type": one} for one in types])

    def properties_named(self, types: Iterable[int], name: str) -> list[SymbolAnswer | None]:
        return self._each(_symbol, "getPropertyOfType", [{"type": one, "name": name} for one in types])

    def indexes_of(self, types: Iterable[int]) -> list[list[IndexAnswer]]:
        return self._lists(_indexes, "getIndexInfosOfType", [{"type": one} for one in types])

    def signatures_of(self, types: Iterable[int], kind: int) -> list[list[SignatureAnswer]]:
        return self._lists(_signatures, "getSignaturesOfType", [{"type": one, "kind": kind} for one in types])

    def parameters_of(self, signatures: Iterable[int]) -> list[list[SymbolAnswer]]:
        return self._lists(_symbols, "getParametersOfSignature", [{"objectId": one} for one in signatures])

    def returns_of(self, signatures: Iterable[int]) -> list[TypeAnswer | None]:
        return self._each(_type, "getReturnTypeOfSignature", [{"signature": one} for one in signatures])

    def _each(
        self, decoder: msgspec.json.Decoder[_T | None], method: str, parameters: Iterable[dict[str, Any]]
    ) -> list[_T | None]:
        answers = self._connection.ask(method, [{**self._project, **one} for one in parameters])
        return [None if answer is None else _decoded(decoder, answer) for answer in answers]

    def _lists(
        self, decoder: msgspec.json.Decoder[list[_T] | None], method: str, parameters: Iterable[dict[str, Any]]
    ) -> list[list[_T]]:
        return [answer or [] for answer in self._each(decoder, method, parameters)]

    def _all(
        self, decoder: msgspec.json.Decoder[TypeAnswer | None], one: str, many: str, name: str, things: Sequence[Any]
    ) -> list[TypeAnswer | None]:
        """In one request, which is four times faster; where that is refused because of one of them, one by one."""
        if not things:
            return []
        (answer,) = self._connection.ask(many, [{**self._project, f"{name}s": list(things)}])
        found: list[TypeAnswer | None] | None = None if answer is None else _decoded(_types_or_none, answer)
        if found is not None and len(found) == len(things):
            return found
        return self._each(decoder, one, [{name: thing} for thing in things])


def _decoded(decoder: msgspec.json.Decoder[_T], answer: msgspec.Raw) -> _T:
    try:
        return decoder.decode(answer)
    except msgspec.DecodeError as error:
        raise CheckerFailed(f"is of another version: its answers are not understood ({error})", hopeless=True) from None
