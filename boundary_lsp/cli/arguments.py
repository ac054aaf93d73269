"""Which command is asked for, and its arguments. Only that command's module and parser are loaded."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from boundary_lsp import __version__
from boundary_lsp.cli.errors import CLEAN, FAILED, CommandError, did_you_mean, to_standard_error

COMMANDS = {
    "check": "what is wrong: findings with the chain that proves each",
    "endpoints": "every server function: is it alive, is it published, who uses it",
    "refs": "all references to an export, across the network too",
    "why": "why a module is loaded on the client or the server, door by door",
    "graph": "the module graph with its layers and doors, and as a map (--format html)",
    "doctor": "what was understood of the project, and what was not",
    "explain": "a rule's page, or the list of all rules",
    "contract": "store what client and server agree on, and say what a change breaks",
    "serve": "the language server, for editors",
    "types": "install the checker that infers types, or say which one is used",
}


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, as all failures here are."""

    def error(self, message: str) -> NoReturn:
        raise CommandError(f"{message} (see {self.prog} --help)")


def run_command(arguments: Sequence[str]) -> int:
    """Carry out a command line; the exit code."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        if not arguments:
            to_standard_error(_overview())
            return FAILED
        print(_overview())
        return CLEAN
    name, *rest = arguments
    if name in ("-V", "--version"):
        print(f"boundary {__version__}")
        return CLEAN
    if name not in COMMANDS:
        raise CommandError(f"there is no command `{name}`{did_you_mean(name, COMMANDS)} (see boundary --help)")
    command = import_module(f"boundary_lsp.cli.commands.{name}")
    parser = Parser(prog=f"boundary {name}", description=f"{COMMANDS[name][0].upper()}{COMMANDS[name][1:]}.")
    command.add_arguments(parser)
    try:
        code: int = command.run(parser.parse_args(rest))
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else CLEAN
    return code


def add_common(parser: argparse.ArgumentParser, *formats: str) -> None:
    """The options that every command that analyses, and then answers, has."""
    parser.add_argument("--format", choices=formats or ("text", "json"), default="text", help="default: text")
    parser.add_argument("--output", metavar="FILE", help="write the answer there instead of to standard output")
    add_analysis(parser)


def add_analysis(parser: argparse.ArgumentParser) -> None:
    """How to analyse."""
    parser.add_argument("--framework", metavar="NAME", help="instead of what the dependencies say: next, plain")
    parser.add_argument("--jobs", metavar="N", type=_positive, help="parse in N processes (default: one per processor)")
    parser.add_argument("--no-cache", action="store_true", help="neither read nor write facts of earlier runs")
    parser.add_argument("--statistics", action="store_true", help="say on standard error what took how long")


def add_types(parser: argparse.ArgumentParser, *, off: bool = True) -> None:
    """`off`: types may be left out altogether."""
    parser.add_argument(
        "--types",
        choices=("auto", "declared", "off") if off else ("auto", "declared"),
        default="auto",
        help="know values that cross by what the source declares and a checker infers (auto, the default), or by what "
        f"it declares{', or not at all' if off else ''}",
    )


def add_paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        help="report on these files and folders (default: the current folder); the whole workspace is analysed",
    )


def _positive(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"`{text}` is not a number of processes")
    return int(text)


def _overview() -> str:
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {what}" for name, what in COMMANDS.items()]
    return "\n".join(("usage: boundary COMMAND [--help] …", "", *lines))
