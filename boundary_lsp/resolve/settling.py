"""What an import means, where one module's text does not tell: settled before imports are linked."""

from __future__ import annotations

from collections.abc import Callable

from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.project import Project
from boundary_lsp.ports import FileSystem
from boundary_lsp.resolve.link import is_python
from boundary_lsp.resolve.python import PythonResolver
from boundary_lsp.resolve.python.settling import Settling


def settling_of(project: Project, files: FileSystem, facts: Callable[[str], ModuleFacts]) -> Settling:
    """`facts`: of a module's path, as they are now."""
    wanted = [module for module, path in enumerate(project.sources) if is_python(path)]
    return Settling(PythonResolver(project, files), project.sources, wanted, facts)
