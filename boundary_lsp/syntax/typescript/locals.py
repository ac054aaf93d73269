"""Local names that something tracked goes into, which are then tracked themselves."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.facts import BindingKind, Flow, FlowKind, SiteKind
from boundary_lsp.syntax.drafts.tables import Going, SiteDraft, Tracked
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.grammar import field
from boundary_lsp.syntax.typescript.places import Use
from boundary_lsp.syntax.typescript.scopes import Role, Scope, role_of, variable_scope
from boundary_lsp.syntax.typescript.text import cook

_FORM_HOOKS = frozenset({"useActionState", "useFormState", "experimental_useActionState"})


def bind_variable(draft: Draft, declarator: Node) -> None:
    """Makes the `x` of `const x = <something tracked>`, or of `class x { static … }`, a binding, unless it is one."""
    name = field(declarator, "name")
    if name is not None and name.type in ("identifier", "type_identifier"):
        scope = role_of(name, declarator)
        if isinstance(scope, Scope):
            bind_local(draft, name, scope, BindingKind.LOCAL, draft.text(name))


def bind_local(draft: Draft, token: Node, scope: Scope, kind: BindingKind, name: str) -> int:
    """A binding for a name token inside a function; the one it has if it has one."""
    known = draft.definitions.get(token.start_byte)
    if known is not None:
        return known
    local = draft.text(token)
    binding = draft.bind(kind, draft.declaration_at(token.start_byte), name, local)
    draft.definitions[token.start_byte] = binding
    draft.track(local.encode(), binding, (scope.start, scope.end), quiet=True)
    return binding


def bind_hook_result(draft: Draft, use: Use, flow: Flow) -> None:
    """`const [state, submit] = useActionState(save, …)`: `submit` is a name to follow."""
    if flow.name != "0" or (flow.member or _imported(draft, flow.text)) not in _FORM_HOOKS:
        return
    declarator = use.node.parent
    pattern = field(declarator, "name") if declarator is not None else None
    if declarator is None or pattern is None or pattern.type != "array_pattern":
        return
    scope = variable_scope(declarator)
    elements = elements_of(pattern)
    second = elements[1] if len(elements) > 1 else None
    if second is not None and second.type == "identifier" and isinstance(scope, Scope):
        bind_local(draft, second, scope, BindingKind.LOCAL, draft.text(second))


def elements_of(pattern: Node) -> list[Node | None]:
    """The elements of an array pattern, holes included."""
    found: list[Node | None] = [None]
    for child in pattern.children:
        if child.type == ",":
            found.append(None)
        elif child.is_named and child.type != "comment":
            found[-1] = child
    return found


def _imported(draft: Draft, local: str) -> str:
    binding = draft.module_names.get(local, -1)
    return draft.bindings[binding].name if binding >= 0 else local


def take_apart(draft: Draft, tracked: Tracked, use: Use) -> bool:
    """`const { remove, save: s } = actions`: one site for each name taken, at its token.

    Out of a component's props the names are props themselves. False where there is no pattern.
    """
    pattern = field(use.node, "name")
    if pattern is None or pattern.type != "object_pattern" or use.bound:
        return False
    scope = variable_scope(use.node)
    props = draft.bindings[tracked.binding].kind is BindingKind.PROP
    for token, name, local in taken(draft, pattern):
        path = f"{use.member}.{name}" if use.member else name
        if not props:
            _take(draft, tracked, use.member, (token, name, local), scope)
        elif local is not None and isinstance(scope, Scope):
            bind_local(draft, local, scope, BindingKind.PROP, prop_name(draft, tracked.binding, path))
        elif local is None:
            _record(draft, tracked, token, path, -1)
    return True


def _take(draft: Draft, tracked: Tracked, member: str, name: tuple[Node, str, Node | None], scope: Role) -> None:
    """One name out of a namespace or an object. The rest is as good as the whole; what is deeper is lost."""
    token, key, local = name
    first = "" if key == "*" else key.partition(".")[0]
    binding = -1
    if local is not None and not member and "." not in key:
        if isinstance(scope, Scope):
            binding = bind_local(draft, local, scope, BindingKind.LOCAL, draft.text(local))
        else:
            binding = draft.definitions.get(local.start_byte, -1)
    _record(draft, tracked, token, member or first, binding)


def prop_name(draft: Draft, binding: int, path: str) -> str:
    """What a member of a prop is called from outside: `save` of `actions` is `actions.save`."""
    base = draft.bindings[binding].name
    return path if base == "*" else f"{base}.{path}"


def taken(draft: Draft, pattern: Node, prefix: str = "") -> list[tuple[Node, str, Node | None]]:
    """(token, name taken, local name's token) of an object pattern.

    `*` stands for the rest. One level deeper the name is a path, `{ actions: { save } }` takes `actions.save`;
    what is deeper still has no local.
    """
    found: list[tuple[Node, str, Node | None]] = []
    for child in pattern.named_children:
        if child.type == "shorthand_property_identifier_pattern":
            found.append((child, prefix + draft.text(child), child))
        elif child.type == "object_assignment_pattern":
            token = child.named_children[0]
            found.append((token, prefix + draft.text(token), token))
        elif child.type == "rest_pattern":
            token = child.named_children[0]
            found.append((token, prefix + "*", token))
        elif child.type == "pair_pattern":
            found += _taken_by_pair(draft, child, prefix)
    return found


def _taken_by_pair(draft: Draft, pair: Node, prefix: str) -> list[tuple[Node, str, Node | None]]:
    key, value = field(pair, "key"), field(pair, "value")
    if key is None or value is None:
        return []
    if value.type == "assignment_pattern":
        value = value.named_children[0]
    name = prefix + _key(draft, key)
    if value.type == "object_pattern" and not prefix:
        return taken(draft, value, f"{name}.")
    return [(key, name, value if value.type == "identifier" else None)]


def _key(draft: Draft, key: Node) -> str:
    if key.type == "string":
        return cook(draft.source[key.start_byte : key.end_byte])
    return "*" if key.type == "computed_property_name" else draft.text(key)


def _record(draft: Draft, tracked: Tracked, token: Node, member: str, binding: int) -> None:
    at = token.start_byte
    going = Going(Flow(FlowKind.ALIAS, binding) if binding >= 0 else Flow(FlowKind.UNKNOWN))
    draft.sites.append(
        SiteDraft(at, token.end_byte, draft.declaration_at(at), tracked.binding, SiteKind.PASS, member, going)
    )
