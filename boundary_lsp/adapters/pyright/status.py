"""Which pyright would be used."""

from __future__ import annotations

from boundary_lsp.adapters.pyright.locate import locate_pyright

_ORIGINS = {"beside us": "beside boundary", "PATH": "on PATH", "project": "the project's own, as configured"}


def status_of(root: str, project_checker: bool) -> tuple[str, str]:
    """(which one it is, why there is none): one of them is empty."""
    located = locate_pyright(root, project_checker)
    if not located.script:
        return "", located.trouble
    called = f"pyright {located.version}".rstrip()
    return f"{called} infers types of Python ({_ORIGINS[located.origin]}): {located.script}", ""
