"""`boundary contract write`, `boundary contract check`: what client and server agree on."""

# Not pathlib: importing it takes 10 ms, and a run with nothing changed 300.
# ruff: noqa: PTH113, PTH118, PTH123

from __future__ import annotations

import argparse
import os

from msgspec.structs import replace

from boundary_lsp.cli.arguments import add_analysis, add_common, add_types
from boundary_lsp.cli.errors import CLEAN, FOUND, CommandError
from boundary_lsp.cli.output import write_file
from boundary_lsp.cli.scope import Scope, scope_of
from boundary_lsp.cli.session import analysed, write
from boundary_lsp.composition import history_of
from boundary_lsp.model.contract import Contract
from boundary_lsp.ports import NotInHistory
from boundary_lsp.reports.contract import contract_answer
from boundary_lsp.reports.shown import Shown
from boundary_lsp.reports.text_contract import contract_lines, written_line
from boundary_lsp.wire.contracts.compare import changes
from boundary_lsp.wire.contracts.file import contract_text
from boundary_lsp.wire.contracts.make import contract_of
from boundary_lsp.wire.contracts.parse import NotAContract, parse_contract

NAME = "boundary.contract.toml"
"""Of the file, in the root of the workspace."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    choices = parser.add_subparsers(dest="what", metavar="write|check", required=True)
    writing = choices.add_parser("write", help=f"store the contract in {NAME}")
    _add_path(writing)
    writing.add_argument("--output", metavar="FILE", help=f"default: {NAME} in the root of the workspace")
    add_analysis(writing)
    checking = choices.add_parser("check", help="say what has changed since, and what of it breaks a deployed client")
    _add_path(checking)
    checking.add_argument(
        "--against",
        metavar="FILE|GITREV",
        help=f"a contract, or a revision whose {NAME} is meant (default: the one in the root of the workspace)",
    )
    add_common(checking)
    add_types(writing, off=False)
    add_types(checking, off=False)
    checking.set_defaults(types=None)


def run(arguments: argparse.Namespace) -> int:
    scope = scope_of([arguments.path])
    return _write(arguments, scope) if arguments.what == "write" else _check(arguments, scope)


def _write(arguments: argparse.Namespace, scope: Scope) -> int:
    with analysed(arguments, scope, props=True) as snapshot:
        contract = replace(contract_of(snapshot.program, snapshot.wire), tiers=arguments.types)
        target = arguments.output or os.path.join(scope.root, NAME)
        write_file(target, contract_text(contract).encode("utf-8", "backslashreplace"))
    shown = arguments.output or scope.show(NAME)
    print(written_line(shown, len(contract.endpoints), len(contract.components)))
    return CLEAN


def _check(arguments: argparse.Namespace, scope: Scope) -> int:
    old, against = _old(arguments.against, scope)
    arguments.types = arguments.types or old.tiers
    with analysed(arguments, scope, props=True) as snapshot:
        new = contract_of(snapshot.program, snapshot.wire)
        answer = contract_answer(snapshot, against, new, changes(old, new))
        write(arguments, answer, contract_lines(answer, Shown(snapshot, scope.show)))
    return FOUND if answer.summary.breaking else CLEAN


def _old(against: str | None, scope: Scope) -> tuple[Contract, str]:
    """The contract to compare with, and what it is called."""
    if against is None:
        path = os.path.join(scope.root, NAME)
        if not os.path.isfile(path):
            raise CommandError(f"there is no {NAME} in {scope.root}: `boundary contract write` makes one")
        return _parsed(_read(path), scope.show(NAME)), scope.show(NAME)
    if os.path.isfile(against):
        return _parsed(_read(against), against), against
    try:
        content = history_of(scope.root).read(against, NAME)
    except NotInHistory as error:
        raise CommandError(f"`{against}` is neither a file nor a revision with a contract: {error}") from None
    return _parsed(content, f"{against}:{NAME}"), f"{against}:{NAME}"


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise CommandError(f"cannot read `{path}`: {error.strerror}") from None


def _parsed(content: bytes, name: str) -> Contract:
    try:
        return parse_contract(content)
    except NotAContract as error:
        raise CommandError(f"`{name}` is not a contract: {' '.join(str(error).split())}") from None


def _add_path(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", metavar="PATH", nargs="?", default=".", help="of the workspace (default: .)")
