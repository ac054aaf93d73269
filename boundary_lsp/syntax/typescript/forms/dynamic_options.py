"""`dynamic(() => import('./chart'), { ssr: false })`, with the default export of `next/dynamic`."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.facts import BindingKind, Form
from boundary_lsp.model.forms import FormKind
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.grammar import WRAPPERS, field

_PACKAGE = "next/dynamic"
_OPTION = b"ssr"


def add_ssr_false(draft: Draft) -> None:
    if not any(entry.specifier == _PACKAGE for entry in draft.imports):
        return
    for at in draft.words.occurrences(_OPTION, draft.uses_start, draft.size):
        option = _option_at(draft, at)
        call = _call_with(option) if option is not None else None
        if option is None or call is None or not _is_dynamic(draft, call):
            continue
        first = next((c for c in call.named_children[-1].named_children if c.type != "comment"), None)
        is_first = first is not None and first.start_byte <= at < first.end_byte
        form = Form(FormKind.SSR_FALSE, "options" if is_first else "loader")
        draft.forms.append((form, call.start_byte, call.end_byte))


def _option_at(draft: Draft, at: int) -> Node | None:
    """The object around `ssr: false`, `'ssr': false` or `['ssr']: false`."""
    key = draft.root.named_descendant_for_byte_range(at, at + len(_OPTION))
    if key is not None and key.type == "string_fragment":
        key = key.parent
        if key is not None and key.parent is not None and key.parent.type == "computed_property_name":
            key = key.parent
    pair = key.parent if key is not None else None
    value = field(pair, "value") if pair is not None and pair.type == "pair" else None
    is_false = value is not None and value.type == "false"
    return pair.parent if pair is not None and is_false else None


def _call_with(option: Node) -> Node | None:
    """The call that is given the object, casts looked through."""
    given = option
    while given.parent is not None and given.parent.type in WRAPPERS:
        given = given.parent
    arguments = given.parent
    call = arguments.parent if arguments is not None and arguments.type == "arguments" else None
    return call if call is not None and call.type == "call_expression" else None


def _is_dynamic(draft: Draft, call: Node) -> bool:
    callee = field(call, "function")
    if callee is None or callee.type != "identifier":
        return False
    binding = draft.resolve(draft.source[callee.start_byte : callee.end_byte], callee.start_byte)
    fact = draft.bindings[binding]
    if binding < 0 or fact.kind is not BindingKind.IMPORT or fact.name != "default":
        return False
    return draft.imports[fact.owner].specifier == _PACKAGE
