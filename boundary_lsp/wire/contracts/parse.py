"""A contract's file read back. A file that is none is said to be none, with the reason."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from boundary_lsp.model.contract import Contract, EndpointContract
from boundary_lsp.model.type_expressions import ObjectType, TupleType, TypeExpression
from boundary_lsp.syntax.type_text import NotAType, read_types
from boundary_lsp.wire.contracts.file import UNKNOWN_LIST, ContractFile
from boundary_lsp.wire.contracts.reading import object_of, parameters_of, type_of


class NotAContract(Exception):
    """Why not, in one line."""


class _Text(NamedTuple):
    where: str
    """`endpoint."actions/likes.ts#like".returns`."""
    text: str
    parts: int | None
    """How many members or parameters it must have; None for a single type."""


def parse_contract(content: bytes) -> Contract:
    """Raises NotAContract."""
    file = _file(content)
    texts = list(_texts(file))
    read = _Read(texts)
    names = file.type.keys()
    types = {name: object_of(read.members(f"type.{name}"), names) for name in sorted(file.type)}
    endpoints = {}
    for name, entry in sorted(file.endpoint.items()):
        listed = entry.parameters != UNKNOWN_LIST
        parameters = parameters_of(read.tuple(f"endpoint.{name}.parameters"), names) if listed else None
        endpoints[name] = EndpointContract(parameters, type_of(read.type(f"endpoint.{name}.returns"), names))
    components = {
        name: object_of(read.members(f"component.{name}"), names)
        if isinstance(entry.props, list)
        else type_of(read.type(f"component.{name}"), names)
        for name, entry in sorted(file.component.items())
    }
    return Contract(endpoints, components, types, file.types)


def _file(content: bytes) -> ContractFile:
    try:
        return msgspec.convert(tomllib.loads(content.decode("utf-8-sig")), ContractFile)
    except UnicodeDecodeError:
        raise NotAContract("it is not UTF-8") from None
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, RecursionError) as error:
        raise NotAContract(str(error) or "it is nested too deeply") from None


def _texts(file: ContractFile) -> Iterator[_Text]:
    for name, endpoint in file.endpoint.items():
        if isinstance(endpoint.parameters, list):
            joined = ",\n".join(endpoint.parameters)
            yield _Text(f"endpoint.{name}.parameters", f"[{joined}]", len(endpoint.parameters))
        yield _Text(f"endpoint.{name}.returns", endpoint.returns, None)
    for name, component in file.component.items():
        yield _members(f"component.{name}", component.props)
    for name, entry in file.type.items():
        yield _members(f"type.{name}", entry.members)


def _members(where: str, members: list[str] | str) -> _Text:
    if isinstance(members, str):
        return _Text(where, members, None)
    return _Text(where, "{" + ";\n".join(members) + "}", len(members))


class _Read:
    """The texts, read all at once."""

    def __init__(self, texts: list[_Text]) -> None:
        try:
            found = read_types([one.text for one in texts])
        except NotAType as error:
            raise _not_understood(texts[error.index].where) from None
        self._texts = {one.where: one for one in texts}
        self._found = dict(zip(self._texts, found, strict=True))

    def type(self, where: str) -> TypeExpression:
        return self._found[where]

    def members(self, where: str) -> ObjectType:
        found = self._found[where]
        if not isinstance(found, ObjectType) or len(found.members) + (found.index is not None) != self._parts(where):
            raise _not_understood(where)
        return found

    def tuple(self, where: str) -> TupleType:
        found = self._found[where]
        if not isinstance(found, TupleType) or len(found.items) != self._parts(where):
            raise _not_understood(where)
        return found

    def _parts(self, where: str) -> int | None:
        return self._texts[where].parts


def _not_understood(where: str) -> NotAContract:
    return NotAContract(f"the types at `{where}` are not understood")
