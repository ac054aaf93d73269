"""What a variable, or a static field, holds."""

from __future__ import annotations

from boundary_lsp.model.values import VariableDeclaration
from boundary_lsp.model.wire_types import Literal, Primitive, Union, Unknown, WireType
from boundary_lsp.wire.declared.combining import is_absent, options_of, widened
from boundary_lsp.wire.declared.context import Context
from boundary_lsp.wire.declared.origins import Scope
from boundary_lsp.wire.declared.refining import refined


def variable(context: Context, scope: Scope, declaration: VariableDeclaration) -> WireType:
    """By its annotation and by what it starts with, where nobody can assign something else."""
    if declaration.type is not None:
        written = context.type(scope, declaration.type)
        return refined(written, context.value(scope, declaration.value)) if declaration.is_constant else written
    seen = context.value(scope, declaration.value)
    if declaration.is_constant:
        return seen
    return widened(seen) if _stays(seen) else Unknown("a variable that is assigned again")


def _stays(seen: WireType) -> bool:
    """A variable that starts with this can only become something alike."""
    return all(isinstance(o, Primitive | Literal) and not is_absent(o) for o in options_of(seen)) and not isinstance(
        seen, Union
    )
