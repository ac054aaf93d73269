"""An answer on its way out: to standard output, coloured on a terminal, or to a file."""

# Not pathlib: importing it takes 10 ms, and a run with nothing changed 300.
# ruff: noqa: PTH123

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

import msgspec

from boundary_lsp.cli.errors import CommandError, to_standard_error
from boundary_lsp.reports.styled import Line, plain

_COLUMNS = 100
"""Where there is no terminal."""


def write_json(answer: object, output: str | None) -> None:
    """`answer` is anything that msgspec encodes."""
    write_bytes(msgspec.json.format(msgspec.json.encode(answer), indent=2) + b"\n", output)


def write_text(lines: Iterable[Line], output: str | None) -> None:
    if output is None and wants_colour():
        _write_colours(lines)
    else:
        write_bytes(plain(lines).encode("utf-8", "backslashreplace"), output)


def wants_colour() -> bool:
    return (
        sys.stdout is not None
        and sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
    )


def columns() -> int:
    """How wide a line may be."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or _COLUMNS
    except (OSError, ValueError, AttributeError):
        given = os.environ.get("COLUMNS", "")
        return int(given) if given.isdecimal() and int(given) else _COLUMNS


def write_bytes(content: bytes, output: str | None) -> None:
    if output is None:
        _write_stdout(content)
    else:
        write_file(output, content)


def write_file(path: str, content: bytes) -> None:
    try:
        with open(path, "wb") as file:
            file.write(content)
    except OSError as error:
        raise CommandError(f"cannot write `{path}`: {error.strerror}") from None


def _write_stdout(content: bytes) -> None:
    if sys.stdout is None:
        raise CommandError("there is no standard output to write to")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CommandError(f"standard output could not be written ({error.strerror})") from None


def _write_colours(lines: Iterable[Line]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for parts in lines:
        console.print(Text.assemble(*((text, style.value) for text, style in parts if text), no_wrap=True))
    sys.stdout.flush()


def write_statistics(seconds: dict[str, float], modules: int, parsed: int) -> None:
    """What took how long, on standard error."""
    lines = [f"  {name:<10} {spent:7.3f} s" for name, spent in seconds.items()]
    to_standard_error("\n".join((f"{modules:,} modules, {parsed:,} of them parsed", *lines)))
