"""What a framework's compiler reads: forms and directives of the modules that it transforms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from boundary_lsp.frameworks.next import NEXT
from boundary_lsp.frameworks.versions import version_tuple
from boundary_lsp.model.facts import Directive, Form, decode_spans, span_at
from boundary_lsp.model.forms import FormKind
from boundary_lsp.model.program import Application, Layer, Program
from boundary_lsp.model.project import Environment

if TYPE_CHECKING:
    from boundary_lsp.rules.rule import Context


class Written(NamedTuple):
    """A form, and where it stands: bytes in the module's text."""

    module: int
    form: Form
    start: int
    end: int


def written(context: Context, *kinds: FormKind) -> Iterator[Written]:
    """Forms of these kinds in modules that some layer with directives compiles, by module and position."""
    forms = context.forms
    for module, index in sorted(place for kind in kinds for place in forms.get(kind, ())):
        facts = context.program.facts[module]
        yield Written(module, facts.forms[index], *span_at(decode_spans(facts).forms, index))


def directives(program: Program, module: int) -> Iterator[tuple[Directive, int, int]]:
    """All `'use …'` statements of a module, wherever they stand, with their spans in bytes."""
    facts = program.facts[module]
    if facts.interface.directives:
        spans = decode_spans(facts).directives
        for index, directive in enumerate(facts.interface.directives):
            yield directive, *span_at(spans, index)


def compiling_layers(program: Program, module: int) -> Iterator[Layer]:
    """The layers that compile a module and read its directives."""
    return (layer for layer in program.layers_of(program.layer_bits[module]) if layer.directives_apply)


def compiled_in(program: Program, module: int, environment: Environment) -> bool:
    return any(layer.environment is environment for layer in compiling_layers(program, module))


def compiling_applications(program: Program, module: int) -> Iterator[Application]:
    """Those whose layers compile a module, each once."""
    numbers = sorted({layer.application for layer in compiling_layers(program, module)})
    return (program.applications[number] for number in numbers)


def refusing_versions(
    program: Program, module: int, since: tuple[int, ...] = (), before: tuple[int, ...] = ()
) -> tuple[str, ...]:
    """The versions of Next that compile a module, of those from `since` on and before `before`. An unknown one, which
    is the empty text, is only among all of them."""
    compiling = (a.framework_version for a in compiling_applications(program, module) if a.framework == NEXT.name)
    return tuple(version for version in compiling if _is_between(version_tuple(version), since, before))


def _is_between(version: tuple[int, ...], since: tuple[int, ...], before: tuple[int, ...]) -> bool:
    if not version:
        return not since and not before
    return since <= version and (not before or version < before)
