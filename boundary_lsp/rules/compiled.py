"""What a framework's compiler reads: forms and directives of the modules that it transforms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from boundary_lsp.frameworks.next import NEXT
from boundary_lsp.frameworks.versions import version_tuple
from boundary_lsp.model.facts import Directive, Form
from boundary_lsp.model.forms import FormKind
from boundary_lsp.model.program import Application, Layer, Program
from boundary_lsp.model.project import Environment
from boundary_lsp.model.spans import decode_spans, span_at


class Written(NamedTuple):
    """A form, and where it stands: bytes in the module's text."""

    module: int
    form: Form
    start: int
    end: int


def with_forms(program: Program) -> Iterator[int]:
    """Modules that have some, and a layer whose compiler reads directives."""
    compiling = sum(1 << layer.index for layer in program.layers if layer.directives_apply)
    return (
        module for module, bits in enumerate(program.layer_bits) if bits & compiling and program.facts[module].forms
    )


def written(program: Program, module: int, *kinds: FormKind) -> Iterator[Written]:
    """Forms of these kinds, by position, if some layer with directives compiles the module."""
    facts = program.facts[module]
    wanted = [index for index, form in enumerate(facts.forms) if form.kind in kinds]
    if wanted and any(True for _ in compiling_layers(program, module)):
        spans = decode_spans(facts).forms
        for index in wanted:
            yield Written(module, facts.forms[index], *span_at(spans, index))


def with_directives(program: Program) -> Iterator[int]:
    """Modules in some layer that have directives."""
    return (
        module for module, bits in enumerate(program.layer_bits) if bits and program.facts[module].interface.directives
    )


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
