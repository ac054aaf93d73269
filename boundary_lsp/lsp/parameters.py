"""What our own requests take, as they are sent: camelCase, checked."""

from __future__ import annotations

from typing import Any, Literal, TypeVar

import msgspec
from pygls.exceptions import JsonRpcInvalidParams

_Taken = TypeVar("_Taken", bound="Parameters")


class Parameters(msgspec.Struct, frozen=True, rename="camel"):
    """Of a request; by itself, of one that takes none."""


class Document(Parameters, frozen=True):
    uri: str


class DocumentsParameters(Parameters, frozen=True):
    text_documents: list[Document] | None = None


class Position(Parameters, frozen=True):
    """As the protocol counts."""

    line: int
    character: int


class PositionParameters(Parameters, frozen=True):
    text_document: Document
    position: Position


class EnvironmentParameters(Parameters, frozen=True):
    text_document: Document
    environment: Literal["server", "client", "unknown"]


def taken(takes: type[_Taken], content: Any) -> _Taken:
    """Raises JsonRpcInvalidParams, which says what is wrong."""
    try:
        return msgspec.convert({} if content is None else content, takes)
    except msgspec.ValidationError as error:
        raise JsonRpcInvalidParams(str(error)) from None
