"""What holds in a folder because of the folders above it."""

from __future__ import annotations

from collections.abc import Iterable

from boundary_lsp.model.project import Manifest, Project


class Places:
    def __init__(self, project: Project, with_aliases: Iterable[str]) -> None:
        """`with_aliases`: folders of bundler configurations that have some."""
        self._manifests = project.manifests
        self._own_rules = {*project.manifests, *project.tsconfigs, *with_aliases}
        self._above: dict[str, tuple[Manifest, ...]] = {}
        self._scopes: dict[str, str] = {}

    def scope(self, directory: str) -> str:
        """Folders of one scope resolve everything but paths alike: the nearest folder with a manifest, compiler options
        or aliases of its own decides."""
        found = self._scopes.get(directory)
        if found is None:
            is_own = directory in self._own_rules or not directory
            found = directory if is_own else self.scope(directory.rpartition("/")[0])
            self._scopes[directory] = found
        return found

    def manifests_above(self, directory: str) -> tuple[Manifest, ...]:
        """Those of the folder and of the folders above it, innermost first."""
        above = self._above.get(directory)
        if above is None:
            own = self._manifests.get(directory)
            outer = self.manifests_above(directory.rpartition("/")[0]) if directory else ()
            above = self._above[directory] = outer if own is None else (own, *outer)
        return above


def served(directory: str) -> list[str]:
    """Where a path with a slash at its head may start: an application or site, some folder above, or its `public`."""
    parts = directory.split("/") if directory else []
    above = ["/".join(parts[:end]) for end in range(len(parts), -1, -1)]
    return [folder for own in above for folder in (own, f"{own}/public" if own else "public")]
