"""Which configuration holds where, and what its patterns name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache

from pathspec import GitIgnoreSpec

from boundary_lsp.model.findings import Level
from boundary_lsp.model.project import Configuration, Project, ProjectProblem


def configurations(project: Project) -> Iterator[Configuration]:
    """All of them, the root's first."""
    yield project.configuration
    yield from project.nested.values()


def has_levels(project: Project) -> bool:
    """Some configuration says how grave a rule's findings are."""
    return any(configuration.rules or configuration.overrides for configuration in configurations(project))


def governing(project: Project, path: str) -> Configuration:
    """The configuration of the nearest folder above the path that has one."""
    if project.nested:
        folder = path.rpartition("/")[0]
        while folder:
            if folder in project.nested:
                return project.nested[folder]
            folder = folder.rpartition("/")[0]
    return project.configuration


def seen_from(configuration: Configuration, path: str) -> str:
    """The path as the configuration's patterns mean it."""
    return path.removeprefix(f"{configuration.directory}/") if configuration.directory else path


def is_used_outside(project: Project, name: str) -> bool:
    """`name` is `path#function`."""
    configuration = governing(project, name)
    wanted = seen_from(configuration, name)
    return any(fnmatchcase(wanted, pattern) for pattern in configuration.used_outside)


def configured_entry_points(project: Project, modules: Sequence[str], inside: range) -> Iterator[tuple[str, int]]:
    """(environment, module) of those among the modules `inside` that some configuration names."""
    for configuration in configurations(project):
        for environment, patterns in configuration.entry_points.items():
            for module in _named(project, configuration, patterns, modules, inside):
                yield environment, module


def governing_levels(project: Project, path: str) -> Iterator[Mapping[str, Level]]:
    """What is said about rules for the path: the later it comes, the more it counts."""
    configuration = governing(project, path)
    yield configuration.rules
    for override in configuration.overrides:
        if _spec(override.paths).match_file(seen_from(configuration, path)):
            yield override.rules


def without_effect(project: Project, modules: Sequence[str], functions: Sequence[str]) -> Iterator[ProjectProblem]:
    """Patterns that are meant to name something and name nothing. `functions` are `path#name`."""
    for configuration in configurations(project):
        for pattern in configuration.used_outside:
            own = (seen_from(configuration, f) for f in functions if governing(project, f) == configuration)
            if not any(fnmatchcase(name, pattern) for name in own):
                yield ProjectProblem(configuration.path, f"`used-outside`: no server function is called `{pattern}`")
        for key, patterns in _pattern_lists(configuration):
            for pattern in patterns:
                if pattern[:1] != "!" and not _named(project, configuration, (pattern,), modules, range(len(modules))):
                    yield ProjectProblem(configuration.path, f"`{key}`: no module is called `{pattern}`")


def _pattern_lists(configuration: Configuration) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(key, patterns) of all that ought to name modules."""
    for environment, patterns in configuration.entry_points.items():
        yield f"entry-points.{environment}", patterns
    for override in configuration.overrides:
        yield "overrides.paths", override.paths


def _named(
    project: Project, configuration: Configuration, patterns: tuple[str, ...], modules: Sequence[str], inside: range
) -> list[int]:
    spec = _spec(patterns)
    prefix = f"{configuration.directory}/" if configuration.directory else ""
    return [
        m
        for m in inside
        if modules[m].startswith(prefix)
        and spec.match_file(modules[m][len(prefix) :])
        and governing(project, modules[m]) == configuration
    ]


@lru_cache(maxsize=256)
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    return GitIgnoreSpec.from_lines(patterns)
