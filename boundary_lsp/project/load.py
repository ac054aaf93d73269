"""Discovery: from a file system to a `Project`."""

from __future__ import annotations

from collections.abc import Sequence

from boundary_lsp.model.project import Project
from boundary_lsp.ports import FileSystem
from boundary_lsp.project.configuration import read_configuration
from boundary_lsp.project.distributions import read_distributions
from boundary_lsp.project.manifests import read_manifests, workspace_members
from boundary_lsp.project.sources import Language, sources_of
from boundary_lsp.project.submodules import missing_source
from boundary_lsp.project.tsconfig import TsConfigReader
from boundary_lsp.project.walk import walk

UNREAD_EXTENSIONS = (
    ".css",
    ".scss",
    ".sass",
    ".less",
    ".md",
    ".svg",
    ".png",
    ".jpg",
    ".txt",
    ".sql",
    ".prisma",
    ".snap",
)
"""Of files that count by being there: what is in them is nothing to us."""


def load_project(files: FileSystem, languages: Sequence[Language]) -> Project:
    """Everything below the file system's root. `languages` are those that its modules are written in. Raises
    ConfigurationError; all else that is wrong is in `problems`."""
    configuration = read_configuration(files)
    committed = {name: lines for language in languages for name, lines in language.committed.items()}
    walked = walk(files, configuration, committed)
    problems = [*walked.problems, *missing_source(files, walked.empty)]
    manifests = read_manifests(files, walked.files, problems)
    distributions = read_distributions(files, walked.files, problems)
    reader = TsConfigReader(files, workspace_members(manifests), problems)
    return Project(
        root=files.root,
        files=frozenset(walked.files),
        directories=frozenset(walked.directories),
        sources=tuple(sorted(sources_of(walked.files, languages))),
        manifests=manifests,
        tsconfigs=reader.read_all(walked.files),
        ignored=tuple(walked.ignored),
        configuration=configuration,
        nested=walked.nested,
        problems=tuple(problems),
        distributions=distributions,
    )
