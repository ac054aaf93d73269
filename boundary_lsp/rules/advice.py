"""What to do about a value that does not arrive, by what it is and where it goes."""

from __future__ import annotations

from boundary_lsp.model.wire_types import BuiltIn, Class, Component, Function, Instance, Primitive, WireType
from boundary_lsp.rules.offenders import component_name

_FIELDS = "plain data instead: a string, a number, or an object with just the fields that are needed"
_ERRORS = ("Error", "DOMException")


def for_prop(offender: WireType) -> str:
    """From the server to a client component."""
    match offender:
        case Function() if name := component_name(offender):
            return f"Pass the element `<{name} />`, or import the component in the client component."
        case Function():
            return "Make it a server function with `'use server'`, or move it into the client component."
        case Component(wrapper="context"):
            return "Import it in the client component."
        case Component():
            return "Render it here and pass the element, or import it in the client component."
        case Class():
            return "Import it in the client component."
        case _:
            return f"Pass {_plain(offender)}."


def for_result(offender: WireType) -> str:
    """From a server function to its caller."""
    match offender:
        case Function() if name := component_name(offender):
            return f"Return the element `<{name} />`, or plain data."
        case Function():
            return "Return its result, or make it a server function with `'use server'`."
        case Component() | Class():
            return "Import it where it is used."
        case _:
            return f"Return {_plain(offender)}."


def for_argument(offender: WireType) -> str:
    """From the client to a server function."""
    match offender:
        case Function():
            return "Call it in the browser, with what the server function returns."
        case BuiltIn(name=("Event" | "CustomEvent")):
            return "Send what is needed of it, such as `event.currentTarget.value`."
        case _:
            return f"Send {_plain(offender)}."


def for_capture(offender: WireType) -> str:
    """From around an inline server function."""
    match offender:
        case Function() | Class():
            return "Move it to the top of the module, from where nothing is taken along."
        case _:
            return "Read or make it inside of the function, or take along only plain data."


def for_lossy(offender: WireType) -> str:
    """Where both sides should have the same type."""
    match offender:
        case BuiltIn(name="URL"):
            return "Send its `href`, and make a URL of that on the other side."
        case BuiltIn(name="URLSearchParams" | "Headers"):
            return "Send `Object.fromEntries(…)` of it."
        case BuiltIn(name="File"):
            return "Send its name beside it."
        case BuiltIn(name="Buffer"):
            return "Send `new Uint8Array(…)` of it."
        case BuiltIn(name=name) if name.endswith(_ERRORS):
            return "Send what the other side should read, such as the message, as a string."
        case _:
            return "Convert it before it crosses, so that both sides have the same type."


def _plain(offender: WireType) -> str:
    match offender:
        case BuiltIn(name="RegExp"):
            return "its `source` and `flags`"
        case BuiltIn(name=name) if name.endswith(_ERRORS):
            return "its message"
        case Primitive(name="symbol"):
            return "a string, or a symbol of `Symbol.for`"
        case Instance() | BuiltIn():
            return _FIELDS
        case _:
            return "plain data instead"
