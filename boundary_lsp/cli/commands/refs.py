"""`boundary refs TARGET`: all references to an export."""

from __future__ import annotations

import argparse
import re

from boundary_lsp.cli.arguments import add_common
from boundary_lsp.cli.errors import CLEAN, CommandError, did_you_mean
from boundary_lsp.cli.scope import Scope, scope_of
from boundary_lsp.cli.session import analysed, write
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.graph.cursor import token_at
from boundary_lsp.graph.references import references_to
from boundary_lsp.model.program import Program
from boundary_lsp.reports.references import refs_answer
from boundary_lsp.reports.shown import Shown
from boundary_lsp.reports.text_refs import refs_lines

_AT = re.compile(r"(?P<path>.+):(?P<line>[1-9]\d*):(?P<column>[1-9]\d*)\Z", re.DOTALL)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("target", metavar="TARGET", help="path#name or path:line:column")
    add_common(parser)


def run(arguments: argparse.Namespace) -> int:
    at = _AT.match(arguments.target)
    path, separator, name = arguments.target.rpartition("#")
    if not at and not (path and separator and name):
        raise CommandError(f"`{arguments.target}` is no target: path#name or path:line:column is wanted")
    scope = scope_of([at["path"] if at else path])
    with analysed(arguments, scope) as snapshot:
        module = _module(snapshot.program, scope)
        if at:
            module, name = _at(snapshot, scope, module, int(at["line"]), int(at["column"]))
        references = references_to(snapshot.program, module, name)
        if references is None:
            raise CommandError(_nothing_of_that_name(snapshot.program, scope, module, name))
        answer = refs_answer(snapshot, f"{snapshot.program.modules[module]}#{name}", references)
        write(arguments, answer, refs_lines(answer, Shown(snapshot, scope.show)))
    return CLEAN


def _module(program: Program, scope: Scope) -> int:
    module = program.module_index(scope.inside[0])
    if module is None:
        raise CommandError(f"`{scope.show(scope.inside[0])}` is not a module: a source file is wanted")
    return module


def _at(snapshot: Snapshot, scope: Scope, module: int, line: int, column: int) -> tuple[int, str]:
    lines = snapshot.lines(module)
    path = scope.show(snapshot.program.modules[module])
    if line > len(lines):
        raise CommandError(f"there is no line {line} in `{path}`: it has {len(lines)}")
    found = token_at(snapshot.names, module, lines.offset(line - 1, column - 1))
    if found is None:
        raise CommandError(f"at {path}:{line}:{column} stands no name of an export or declaration of this project")
    return found.module, found.name


def _nothing_of_that_name(program: Program, scope: Scope, module: int, name: str) -> str:
    known = [export.name for export in program.facts[module].interface.exports if export.name not in ("*", "=")]
    known += [function.name for function in program.server_functions if function.module == module]
    hint = did_you_mean(name, known)
    return f"`{scope.show(program.modules[module])}` has nothing of the name `{name}`{hint}"
