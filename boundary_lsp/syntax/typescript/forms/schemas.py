"""Calls that certainly make no function: `z.object({ … }).strict()`."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.grammar import field

_LIBRARIES = {"zod": "zod", "zod/v3": "zod", "zod/v4": "zod", "yup": "yup", "joi": "joi"}
"""By specifier: libraries whose schemas are objects (asked of zod 3 and 4, yup 1 and joi 18)."""
_OTHERWISE = (
    "function",
    "func",
    "implement",
    "parse",
    "safeParse",
    "cast",
    "validate",
    "attempt",
    "compile",
)
"""What a method's name begins with that may give something else than a schema."""


def made_by_call(draft: Draft, call: Node) -> str:
    """What it is, with its article; empty where that is not certain."""
    *names, root = _chain(draft, call)
    library = next((_LIBRARIES.get(i.specifier, "") for i in draft.imports for n in i.names if n.local == root), "")
    is_schema = bool(library) and not any(name.startswith(_OTHERWISE) for name in (*names, root))
    return f"a schema of {library}" if is_schema else ""


def _chain(draft: Draft, node: Node) -> Iterator[str]:
    """The names of `z.object({ … }).strict()` from the last one on: `strict`, `object`, `z`. The very last is empty
    where the chain begins with something else than a name."""
    current: Node | None = node
    while current is not None and current.type in ("call_expression", "member_expression"):
        if current.type == "member_expression":
            name = field(current, "property")
            yield draft.text(name) if name is not None else ""
        current = field(current, "function") or field(current, "object")
    yield draft.text(current) if current is not None and current.type == "identifier" else ""
