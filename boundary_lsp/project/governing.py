"""Which configuration holds where, and what its patterns name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from pathspec import GitIgnoreSpec

from boundary_lsp.model.project import Configuration, Project, ProjectProblem


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
    for configuration in _configurations(project):
        for environment, patterns in configuration.entry_points.items():
            for module in _named(project, configuration, patterns, modules, inside):
                yield environment, module


def without_effect(project: Project, modules: Sequence[str], functions: Sequence[str]) -> Iterator[ProjectProblem]:
    """Patterns that are meant to name something and name nothing. `functions` are `path#name`."""
    for configuration in _configurations(project):
        for pattern in configuration.used_outside:
            own = (seen_from(configuration, f) for f in functions if governing(project, f) == configuration)
            if not any(fnmatchcase(name, pattern) for name in own):
                yield ProjectProblem(configuration.path, f"`used-outside`: no server function is called `{pattern}`")
        for environment, patterns in configuration.entry_points.items():
            for pattern in patterns:
                everything = range(len(modules))
                if pattern[:1] != "!" and not _named(project, configuration, [pattern], modules, everything):
                    message = f"`entry-points.{environment}`: no module is called `{pattern}`"
                    yield ProjectProblem(configuration.path, message)


def _configurations(project: Project) -> Iterator[Configuration]:
    yield project.configuration
    yield from project.nested.values()


def _named(
    project: Project, configuration: Configuration, patterns: Sequence[str], modules: Sequence[str], inside: range
) -> list[int]:
    spec = GitIgnoreSpec.from_lines(patterns)
    prefix = f"{configuration.directory}/" if configuration.directory else ""
    return [
        m
        for m in inside
        if modules[m].startswith(prefix)
        and spec.match_file(modules[m][len(prefix) :])
        and governing(project, modules[m]) == configuration
    ]
