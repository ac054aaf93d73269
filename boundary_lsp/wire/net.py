"""What goes wrong while one value is read or judged costs that value, not the answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from boundary_lsp.model.judgements import Lost

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")


class Net:
    """`lost` is what it caught. A test that looks for mistakes of ours must look there, too."""

    def __init__(self) -> None:
        self.lost: list[Lost] = []

    def over(
        self,
        place: tuple[int, int],
        otherwise: _Made,
        compute: Callable[_Given, _Made],
        *given: _Given.args,
        **named: _Given.kwargs,
    ) -> _Made:
        """What it computes about the place (a module and a byte in it), else `otherwise`."""
        try:
            return compute(*given, **named)
        except Exception as error:  # noqa: BLE001 - a mistake of ours is told, and is no reason to say nothing else
            self.lost.append(Lost(*place, type(error).__name__))
            return otherwise
