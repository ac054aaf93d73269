"""Where imports begin, for the modules of a folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from boundary_lsp.model.project import Distribution, Project


class Roots(NamedTuple):
    """Folders, the first of which wins."""

    own: tuple[str, ...]
    """Of the program that is started here: they win over the standard library."""
    near: tuple[str, ...]
    """Of the distribution that the folder belongs to, and the folders above it, innermost first."""
    far: tuple[str, ...]
    """Of all other distributions of the project."""


class RootFinder:
    """Answers for one project; each folder is worked out once."""

    def __init__(self, project: Project, modules: frozenset[str], editable: Sequence[str]) -> None:
        """`editable`: folders that an installed environment looks into."""
        self._distributions = project.distributions
        self._modules = modules
        self._known: dict[str, Roots] = {}
        declared = (root for distribution in project.distributions.values() for root in distribution.roots)
        self._all = tuple(dict.fromkeys((*editable, *declared, "")))

    def of(self, directory: str) -> Roots:
        found = self._known.get(directory)
        if found is None:
            above = list(_above(directory))
            own = next(folder for folder in above if not self._is_package(folder))
            near = tuple(_near(above, self._distributions))
            far = tuple(root for root in self._all if root not in near)
            found = self._known[directory] = Roots((own,), near, far)
        return found

    def _is_package(self, folder: str) -> bool:
        return bool(folder) and f"{folder}/__init__.py" in self._modules


def _near(above: Iterable[str], distributions: Mapping[str, Distribution]) -> dict[str, None]:
    found: dict[str, None] = {}
    for folder in above:
        if folder in distributions:
            found.update(dict.fromkeys(distributions[folder].roots))
        found[folder] = None
    return found


def _above(directory: str) -> Iterable[str]:
    """The folder itself and those above it, the root last."""
    while directory:
        yield directory
        directory = directory.rpartition("/")[0]
    yield ""
