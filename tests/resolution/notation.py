"""What was found, in the words of the pages."""

from __future__ import annotations

import json
from collections.abc import Sequence

from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.project import Configuration, Project
from boundary_lsp.model.resolution import Leaf, LeafKind, Links
from boundary_lsp.ports import FileSystem
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
        fits = all(question.expected in (text, text.partition(" (")[0]) for text in texts)
        asked = question.line.partition(" -> ")[0]
        found.append(question.line if fits else f"{asked} -> {' or '.join(sorted(texts))}")
    return found


def configuration_lines(configuration: Configuration) -> list[str]:
    return [
        f"{name} = {value!r}"
        for name in configuration.__struct_fields__
        if (value := getattr(configuration, name)) and value != getattr(Configuration(), name)
    ]


def _facts(path: str, questions: Sequence[Question]) -> ModuleFacts:
    own = [question.specifier for question in questions if question.importer == path]
    return facts_of(path, "".join(f"import {json.dumps(specifier)}\n" for specifier in own).encode())


def _text(project: Project, links: Links, target: int) -> str:
    return project.sources[target] if target >= 0 else _leaf(links.leaves[~target])


def _leaf(leaf: Leaf) -> str:
    if leaf.kind is LeafKind.PACKAGE:
        directive = f' directive="{leaf.directive}"' if leaf.directive else ""
        return f"package {leaf.package}{directive}{'' if leaf.installed else ' (not installed)'}"
    if leaf.kind is LeafKind.BUILTIN:
        return f"builtin {leaf.package}"
    return f"{leaf.kind.value} ({leaf.reason})" if leaf.kind in _WITH_REASON else leaf.kind.value
