"""A contract as a file: TOML, one endpoint or component a block, types as TypeScript writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from boundary_lsp.model.contract import Contract, EndpointContract
from boundary_lsp.model.wire_types import Object, WireType
from boundary_lsp.wire.contracts.text import member, parameter, spell
from boundary_lsp.wire.contracts.words import UNDEFINED

UNKNOWN_LIST = "unknown"
"""In place of a list of parameters that are not known."""

_HEAD = """\
# What the client and the server of this program agree on, as types on the wire.
# Written by `boundary contract write`; `boundary contract check` says what a change breaks.
version = 1
types = "{tiers}"
"""
_BARE = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)
_INDENT = "    "


class EndpointEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    parameters: list[str] | Literal["unknown"]
    returns: str


class ComponentEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    props: list[str] | str
    """A list of members, or a type that is no object."""


class TypeEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    members: list[str]


class ContractFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: Literal[1]
    types: Literal["auto", "declared"] = "auto"
    endpoint: dict[str, EndpointEntry] = {}
    component: dict[str, ComponentEntry] = {}
    type: dict[str, TypeEntry] = {}


def contract_text(contract: Contract) -> str:
    """The same for equal contracts."""
    return "".join(f"{block}\n" for block in _blocks(contract)).rstrip("\n") + "\n"


def _blocks(contract: Contract) -> Iterator[str]:
    yield _HEAD.format(tiers=contract.tiers)
    for name, endpoint in contract.endpoints.items():
        yield "".join((_table("endpoint", name), *_endpoint(endpoint)))
    for name, props in contract.components.items():
        yield f"{_table('component', name)}props = {_members(props) if _is_listed(props) else _string(spell(props))}\n"
    for name, type in contract.types.items():
        yield f"{_table('type', name)}members = {_members(type)}\n"


def _endpoint(endpoint: EndpointContract) -> Iterator[str]:
    if endpoint.parameters is None:
        yield f'parameters = "{UNKNOWN_LIST}"\n'
    else:
        yield f"parameters = {_listed(parameter(one, '') for one in endpoint.parameters)}\n"
    yield f"returns = {_string('void' if endpoint.returns == UNDEFINED else spell(endpoint.returns))}\n"


def _is_listed(props: WireType) -> bool:
    return isinstance(props, Object)


def _members(type: WireType) -> str:
    assert isinstance(type, Object)
    index = [f"[key: string]: {spell(type.index)}"] if type.index is not None else []
    return _listed([*(member(one, "") for one in type.members), *index])


def _listed(texts: Iterable[str]) -> str:
    """One a line, so that a change of one is a change of one line."""
    lines = [f"{_INDENT}{_string(text)},\n" for text in texts]
    return f"[\n{''.join(lines)}]" if lines else "[]"


def _table(kind: str, name: str) -> str:
    return f"[{kind}.{name if _BARE.fullmatch(name) else _basic(name)}]\n"


def _string(text: str) -> str:
    if "\n" in text and "'''" not in text:
        return f"'''\n{text.lstrip(chr(10))}'''"
    if not {'"', "\\"} & set(text) or "'" in text or "\n" in text:
        return _basic(text)
    return f"'{text}'"


def _basic(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(_escape(c) for c in escaped) + '"'


def _escape(character: str) -> str:
    return character if character >= " " and character != "\x7f" else f"\\u{ord(character):04x}"
