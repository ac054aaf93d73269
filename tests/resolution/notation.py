"""What was found, in the words of the pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from boundary_lsp.model.facts import Import, ImportForm, ModuleFacts
from boundary_lsp.model.project import Configuration, Manifest, Project, TsConfig
from boundary_lsp.model.resolution import Leaf, LeafKind, Links
from boundary_lsp.ports import FileSystem
from boundary_lsp.project import is_ignored
from boundary_lsp.project.manifests import workspace_members
from boundary_lsp.resolve import link
from boundary_lsp.syntax.front_end import facts_of
from tests.resolution.pages import Question

_WITH_REASON = (LeafKind.MISSING, LeafKind.OPAQUE, LeafKind.GENERATED)


def linked(project: Project, files: FileSystem, questions: Sequence[Question]) -> Links:
    """The project's links, with each module importing what the questions say, in their order."""
    return link(project, files, project.sources, [_facts(path, questions) for path in project.sources])


def answers(project: Project, links: Links, questions: Sequence[Question]) -> list[str]:
    """Each question's line, with what was found in the place of what is expected where the two differ."""
    seen: dict[str, int] = {}
    found: list[str] = []
    for question in questions:
        position = seen.get(question.importer, 0)
        seen[question.importer] = position + 1
        module = project.sources.index(question.importer)
        rows = {"server": links.server[module], "client": links.client[module]}
        texts = {_text(project, links, rows[environment][position]) for environment in question.environments}
        fits = all(question.expected in (text, _without_reason(text)) for text in texts)
        asked = question.line.partition(" -> ")[0]
        found.append(question.line if fits else f"{asked} -> {' or '.join(sorted(texts))}")
    return found


def project_lines(project: Project, expected: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """What discovery found, by kind of fence. A line that asks something keeps its question."""
    members = workspace_members(project.manifests)
    return {
        "found": sorted(project.files),
        "sources": list(project.sources),
        "ignored": [_ignored(project, line) for line in expected.get("ignored", ())],
        "problems": [f"{problem.path or '.'}: {problem.message}" for problem in project.problems],
        "manifest": [_field(project.manifests, line) for line in expected.get("manifest", ())],
        "members": [f"{name} -> {members[name].directory or '.'}" for name in sorted(members)],
        "tsconfig": [_field(project.tsconfigs, line) for line in expected.get("tsconfig", ())],
        "configuration": _configuration(project.configuration),
    }


def _configuration(configuration: Configuration) -> list[str]:
    return [
        f"{name} = {value!r}"
        for name in configuration.__struct_fields__
        if (value := getattr(configuration, name)) and value != getattr(Configuration(), name)
    ]


def _ignored(project: Project, line: str) -> str:
    path = line.partition(" -> ")[0]
    return f"{path} -> {'yes' if is_ignored(project, path) else 'no'}"


def _field(by_directory: Mapping[str, Manifest] | Mapping[str, TsConfig], line: str) -> str:
    """`web  out_dir -> 'web/dist'`; the root is `.`."""
    asked = line.partition(" -> ")[0]
    directory, name = asked.split()
    found = by_directory.get("" if directory == "." else directory)
    return f"{asked} -> {getattr(found, name)!r}" if found else f"{asked} -> nothing"


def _facts(path: str, questions: Sequence[Question]) -> ModuleFacts:
    """A module that imports just this, in whichever language it is."""
    own = [question.specifier for question in questions if question.importer == path]
    facts = facts_of(path, b"")
    imports = tuple(Import(specifier, ImportForm.SIDE_EFFECT, False, (), 0) for specifier in own)
    return replace(facts, interface=replace(facts.interface, imports=imports))


def _text(project: Project, links: Links, target: int) -> str:
    return project.sources[target] if target >= 0 else _leaf(links.leaves[~target])


def _without_reason(text: str) -> str:
    """A page may leave out why something is missing, but not that a package is."""
    return text if text.startswith("package ") else text.partition(" (")[0]


def _leaf(leaf: Leaf) -> str:
    if leaf.kind is LeafKind.PACKAGE:
        directive = f' directive="{leaf.directive}"' if leaf.directive else ""
        return f"package {leaf.package}{directive}{'' if leaf.installed else ' (not installed)'}"
    if leaf.kind is LeafKind.BUILTIN:
        return f"builtin {leaf.package}"
    return f"{leaf.kind.value} ({leaf.reason})" if leaf.kind in _WITH_REASON else leaf.kind.value
