"""Functions with a directive of their own, which Next moves to the top of their module."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.frameworks.versions import version_tuple
from boundary_lsp.model.forms import FormKind
from boundary_lsp.model.program import Application, Program
from boundary_lsp.model.project import Environment
from boundary_lsp.rules.compiled import Written, compiled_in, compiling_applications, written

_NEXT = "next"
_ARROWS_SINCE = (16, 1)
"""Before, arrow functions in `'use server'` modules stayed where they were."""


def moved(program: Program, module: int, *kinds: FormKind) -> Iterator[Written]:
    """Forms of these kinds, if Next moves the functions of the module: it compiles them for a server."""
    for found in written(program, module, *kinds):
        if compiled_in(program, module, Environment.SERVER) and _is_certain(program, module):
            yield found


def spoken(path: str) -> str:
    """A function by its path, in a message: `` `Page.save` ``, or `the function in `Page``."""
    outer, _, last = path.rpartition(".")
    if not last.startswith("$"):
        return f"`{path}`"
    return f"the function in `{outer}`" if outer else "the function"


def _is_certain(program: Program, module: int) -> bool:
    applications = list(compiling_applications(program, module))
    if any(application.framework != _NEXT for application in applications):
        return False
    in_server_module = program.facts[module].interface.directive == "use server"
    return not in_server_module or all(map(_moves_arrows, applications))


def _moves_arrows(application: Application) -> bool:
    return version_tuple(application.framework_version) >= _ARROWS_SINCE
