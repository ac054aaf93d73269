"""Libraries whose builders make server functions of a handler: what those give. Rows of data."""

from __future__ import annotations

from collections.abc import Callable

from boundary_lsp.model.value_expressions import CallValue
from boundary_lsp.model.wire_types import Function, Member, Object, Unknown, WireType
from boundary_lsp.wire.declared.callbacks import callback_result
from boundary_lsp.wire.declared.context import Context
from boundary_lsp.wire.declared.names import Outside
from boundary_lsp.wire.declared.operators import awaited
from boundary_lsp.wire.declared.origins import BuilderOrigin, ResultOrigin, Scope
from boundary_lsp.wire.declared.words import promise

_STARTS: dict[str, tuple[tuple[str, ...], ...]] = {"next-safe-action": (("createSafeActionClient",),)}
"""By package: what begins a chain of calls."""

_INPUT = (Member("input", Unknown("an input of a schema")),)


def _safe_action(data: WireType) -> WireType:
    errors = Unknown("errors of next-safe-action")
    return Object(
        (
            Member("data", data, optional=True),
            Member("serverError", errors, optional=True),
            Member("validationErrors", errors, optional=True),
        )
    )


_FINISHES: dict[str, tuple[frozenset[str], Callable[[WireType], WireType]]] = {
    "next-safe-action": (frozenset({"action", "stateAction"}), _safe_action)
}
"""The methods that take the handler, and what becomes of its result."""


def builder(context: Context, callee: Outside) -> WireType | None:
    """What begins a chain; None where the callee begins none."""
    starts = callee.path in _STARTS.get(callee.package, ())
    return _noted(context, callee.package) if starts else None


def builder_method(context: Context, scope: Scope, origin: BuilderOrigin, name: str, expression: CallValue) -> WireType:
    """The chain goes on, or ends in a function."""
    names, result = _FINISHES[origin.library]
    if name not in names:
        return _noted(context, origin.library)
    given = promise(result(awaited(callback_result(context, scope, expression))))
    return context.origins.note(Function("action"), ResultOrigin(given, _INPUT))


def _noted(context: Context, library: str) -> WireType:
    return context.origins.note(Unknown(f"a builder of {library}"), BuilderOrigin(library))
