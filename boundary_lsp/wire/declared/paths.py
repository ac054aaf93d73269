"""Expressions that are nothing but names: `a.b.c`."""

from __future__ import annotations

from boundary_lsp.model.value_expressions import GlobalValue, MemberValue, NameValue, ValueExpression


def name_path(expression: ValueExpression) -> tuple[int, tuple[str, ...]] | None:
    """`config.theme` as a top-level binding and the members taken of it."""
    base, members = _taken(expression)
    return (base.binding, members) if isinstance(base, NameValue) else None


def global_path(expression: ValueExpression) -> tuple[str, ...] | None:
    """`Object.keys` where `Object` is global."""
    base, members = _taken(expression)
    return (base.name, *members) if isinstance(base, GlobalValue) else None


def _taken(expression: ValueExpression) -> tuple[ValueExpression, tuple[str, ...]]:
    members: list[str] = []
    while isinstance(expression, MemberValue):
        members.append(expression.name)
        expression = expression.object
    return expression, tuple(reversed(members))
