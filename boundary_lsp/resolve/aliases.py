"""Aliases: `paths` and `baseUrl` of compiler options, and those of a Vite configuration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from boundary_lsp.model.project import Project, TsConfig


class ViteAlias(NamedTuple):
    """`resolve.alias` in the configuration of `directory`: `find` at the head of a specifier means `replacement`."""

    directory: str
    find: str
    replacement: str
    """A path relative to the root."""


class Aliases:
    def __init__(self, project: Project, vite: Sequence[ViteAlias] = ()) -> None:
        self._tsconfigs: Mapping[str, TsConfig] = project.tsconfigs
        self._vite = vite
        self._governing: dict[str, TsConfig | None] = {}
        self._patterns: dict[str, Sequence[tuple[str, tuple[str, ...]]]] = {}

    def governing(self, directory: str) -> TsConfig | None:
        """The compiler options for modules in that folder: those of the nearest folder above that has some."""
        if directory not in self._governing:
            found = self._tsconfigs.get(directory)
            if found is None and directory:
                found = self.governing(directory.rpartition("/")[0])
            self._governing[directory] = found
        return self._governing[directory]

    def candidates(self, directory: str, specifier: str) -> Iterator[str]:
        """Paths that the specifier may mean, most specific pattern first."""
        config = self.governing(directory)
        if config is not None:
            yield from self._by_paths(config, specifier)
        yield from self._by_vite(directory, specifier)
        if config is not None and config.base_url is not None:
            yield f"{config.base_url}/{specifier}" if config.base_url else specifier

    def spellings(self, directory: str, path: str) -> Iterator[str]:
        """Specifiers that may mean the path, as `candidates` would read them."""
        config = self.governing(directory)
        for pattern, targets in self._ordered_patterns(config) if config is not None else ():
            stars = (_star(target, path) for target in targets)
            yield from (pattern.replace("*", star, 1) for star in stars if star is not None)
        for alias in self._vite:
            if _is_inside(directory, alias.directory) and path.startswith(f"{alias.replacement}/"):
                yield f"{alias.find.rstrip('/')}/{path[len(alias.replacement) + 1 :]}"
        base = config.base_url if config is not None else None
        if base is not None and (not base or path.startswith(f"{base}/")):
            yield path[len(base) + 1 :] if base else path

    def is_alias(self, directory: str, specifier: str) -> bool:
        """Some pattern other than a bare `*` claims the specifier, so no package of that name is meant."""
        config = self.governing(directory)
        claimed = config is not None and any(
            pattern != "*" and _star(pattern, specifier) is not None and not _in_packages(targets)
            for pattern, targets in config.paths
        )
        return claimed or any(True for _ in self._by_vite(directory, specifier))

    def _by_paths(self, config: TsConfig, specifier: str) -> Iterator[str]:
        for pattern, targets in self._ordered_patterns(config):
            star = _star(pattern, specifier)
            if star is not None:
                for target in targets:
                    if "node_modules/" not in target:  # types of a package, which is still that package
                        yield target.replace("*", star, 1)

    def _ordered_patterns(self, config: TsConfig) -> Sequence[tuple[str, tuple[str, ...]]]:
        """Exact patterns first, then by the length of what stands before `*`."""
        found = self._patterns.get(config.path)
        if found is None:
            found = sorted(config.paths, key=lambda p: ("*" in p[0], -len(p[0].partition("*")[0])))
            self._patterns[config.path] = found
        return found

    def _by_vite(self, directory: str, specifier: str) -> Iterator[str]:
        for alias in self._vite:
            inside = _is_inside(directory, alias.directory)
            if inside and (specifier == alias.find or specifier.startswith(alias.find.rstrip("/") + "/")):
                rest = specifier[len(alias.find) :].lstrip("/")
                yield f"{alias.replacement}/{rest}" if rest else alias.replacement


def _is_inside(directory: str, folder: str) -> bool:
    return not folder or directory == folder or directory.startswith(f"{folder}/")


def _in_packages(targets: tuple[str, ...]) -> bool:
    return bool(targets) and all("node_modules/" in target for target in targets)


def _star(pattern: str, specifier: str) -> str | None:
    """What `*` stands for; empty for an exact pattern; None where the pattern does not match."""
    before, star, after = pattern.partition("*")
    if not star:
        return "" if pattern == specifier else None
    fits = specifier.startswith(before) and specifier.endswith(after) and len(specifier) >= len(before) + len(after)
    return specifier[len(before) : len(specifier) - len(after)] if fits else None
