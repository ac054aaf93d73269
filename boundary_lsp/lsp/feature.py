"""What a row of the table of features is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from boundary_lsp.ide.settings import Features
from boundary_lsp.lsp.parameters import Parameters
from boundary_lsp.lsp.query import Query


def of_document(params: Any) -> str | None:
    uri: str = params.text_document.uri
    return uri


def of_item(params: Any) -> str | None:
    """For what begins with an item of an earlier answer: call hierarchy."""
    uri: str = params.item.uri
    return uri


def of_every_root(_: Any) -> str | None:
    """The answers of all roots, lists, are one."""
    return None


def content_modified() -> JsonRpcException:
    return JsonRpcException("the document has changed since", types.LSPErrorCodes.ContentModified)


def ask_again() -> JsonRpcException:
    """For editors that do not do so by themselves."""
    again = types.DiagnosticServerCancellationData(retrigger_request=True)
    return JsonRpcException("the document has changed since", types.LSPErrorCodes.ServerCancelled, again)


class Feature(NamedTuple):
    """A request, and what answers it: a pure function, run on a thread beside the event loop."""

    name: str
    """As settings call it; empty for what an editor gets because it asks for it."""
    method: str
    answer: Callable[[Query, Any], Any]
    """Takes the request's parameters; gives its result, as lsprotocol has them."""
    options: object | None = None
    """What else is told of it when the server says what it can do."""
    about: Callable[[Any], str | None] = of_document
    """The parameters' document; None for every root."""
    outdated: Callable[[], JsonRpcException] = content_modified
    """What is raised when the document has changed before it was asked about."""
    elsewhere: Callable[[str], Any] = lambda _: None
    """The result for a document that is no module of a root. Takes what is wrong with it, where it is a configuration
    that cannot be used, else the empty string."""
    together: Callable[[list[Any]], Any] = list
    """What the answers of every root come to, as one list."""
    takes: type[Parameters] | None = None
    """The parameters of a request of our own."""

    def is_on(self, features: Features) -> bool:
        return not self.name or features.has(self.name)
