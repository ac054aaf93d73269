"""Which checker would be used, and whether it can be."""

from __future__ import annotations

from boundary_lsp.adapters.typescript.locate import locate_checker
from boundary_lsp.adapters.typescript.pinned import VERSION, speaks_our_language
from boundary_lsp.adapters.typescript.version import version_of

_ORIGINS = {"cache": "our own copy", "configured": "as configured", "project": "the project's own, as configured"}


def status_of(root: str, checker: str, project_checker: bool) -> tuple[str, str]:
    """(which one it is, why there is none): one of them is empty."""
    located = locate_checker(root, checker, project_checker)
    if not located.path:
        return "", located.trouble
    version = version_of(located.path)
    if not speaks_our_language(version):
        found = f"is TypeScript {version}, not {VERSION}" if version else "does not run, or is no TypeScript"
        return "", f"the type checker cannot be used: {located.path} {found}"
    return f"TypeScript {version} infers types ({_ORIGINS[located.origin]}): {located.path}", ""
