"""What something of a package is called by its full name, whatever the module calls it."""

from __future__ import annotations

from boundary_lsp.model.facts import BindingKind, Interface


def dotted_name(interface: Interface, binding: int, member: str) -> str:
    """`anvil.server.call` for `call` of `from anvil.server import call as c` and for `s.call` of
    `import anvil.server as s`; empty for what is not imported."""
    if binding < 0 or interface.bindings[binding].kind is not BindingKind.IMPORT:
        return ""
    bound = interface.bindings[binding]
    taken = (bound.name if bound.name != "*" else "", member)
    return ".".join(filter(None, (interface.imports[bound.owner].specifier, *taken)))
