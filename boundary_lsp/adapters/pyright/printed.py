"""Types as pyright prints them, taken apart: `list[dict[str, int | None]]`, `(id: int, *, at: date = …) -> None`."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from typing import NamedTuple, TypeVar

_DEPTH = 40
_TOKEN = re.compile(
    r"""\s*(b?"(?:\\.|[^"\\])*"|b?'(?:\\.|[^'\\])*'|->|\.\.\.|\*\*|[^\W\d][\w.@]*|-?\d[\w.]*|\S)""", re.DOTALL
)
_OPENING, _CLOSING = ("(", "[", "{"), (")", "]", "}")
_Part = TypeVar("_Part")


class NotUnderstood(Exception):
    """It is printed in a way that we do not know."""


class Name(NamedTuple):
    name: str
    """With dots where it is qualified; `...` too."""
    arguments: tuple[Printed, ...] = ()


class Value(NamedTuple):
    """One of a `Literal`."""

    value: object


class Options(NamedTuple):
    options: tuple[Printed, ...]


class Parameter(NamedTuple):
    name: str
    type: Printed
    is_optional: bool = False
    is_rest: bool = False


class Callee(NamedTuple):
    parameters: tuple[Parameter, ...]
    """Without what takes names that are not declared."""
    returns: Printed


Printed = Name | Value | Options | Callee

UNKNOWN = Name("Unknown")


def read_printed(text: str) -> Printed:
    """Raises NotUnderstood."""
    reader = _Reader([found[1] for found in _TOKEN.finditer(text.strip())])
    found = reader.type()
    reader.expect("")
    return found


class _Reader:
    def __init__(self, tokens: list[str]) -> None:
        self._tokens = [*tokens, ""]
        self._at = self._depth = 0

    @property
    def _next(self) -> str:
        return self._tokens[self._at]

    def expect(self, token: str) -> None:
        if self._next != token:
            raise NotUnderstood
        self._at += 1

    def type(self) -> Printed:
        self._depth += 1
        if self._depth > _DEPTH:
            raise NotUnderstood
        options = [self._single()]
        while self._takes("|"):
            options.append(self._single())
        self._depth -= 1
        return options[0] if len(options) == 1 else Options(tuple(options))

    def _takes(self, token: str) -> bool:
        is_next = self._next == token
        self._at += is_next
        return is_next

    def _single(self) -> Printed:
        if self._next == "(":
            return self._parenthesized()
        if self._next == "[":
            return Name("", self._listed("[", self.type, "]"))
        name = self._word()
        if name == "Literal":
            return Options(self._listed("[", self._value, "]"))
        return Name(name, self._listed("[", self.type, "]") if self._next == "[" else ())

    def _word(self) -> str:
        word = self._next
        if not (word == "..." or word[:1].isalpha() or word[:1] == "_"):
            raise NotUnderstood
        self._at += 1
        return word

    def _parenthesized(self) -> Printed:
        """A function; parentheses around one that is an option; `()`, of an empty tuple."""
        if not self._is_function():
            self.expect("(")
            inside = Name("") if self._next == ")" else self.type()
            self.expect(")")
            return inside
        parameters = self._listed("(", self._parameter, ")")
        self.expect("->")
        return Callee(tuple(one for one in parameters if one is not None), self.type())

    def _is_function(self) -> bool:
        return self._tokens[min(self._behind(self._at), len(self._tokens) - 1)] == "->"

    def _behind(self, at: int) -> int:
        """The token behind the bracket that closes the one at that place."""
        depth = 0
        for index in range(at, len(self._tokens)):
            depth += (self._tokens[index] in _OPENING) - (self._tokens[index] in _CLOSING)
            if depth == 0:
                return index + 1
        raise NotUnderstood

    def _listed(self, opening: str, part: Callable[[], _Part], closing: str) -> tuple[_Part, ...]:
        self.expect(opening)
        found = []
        while self._next != closing:
            found.append(part())
            if self._next != closing:
                self.expect(",")
        self.expect(closing)
        return tuple(found)

    def _parameter(self) -> Parameter | None:
        """None of `/` and `*`, which take nothing, and of `**kw`."""
        stars = self._next if self._next in ("*", "**") else ""
        self._at += bool(stars)
        if self._next in (",", ")") or self._takes("/"):
            return None
        if self._takes("..."):
            return Parameter("", UNKNOWN, is_rest=True)
        name, type = self._named() if self._tokens[self._at + 1] in (":", "=", ",", ")") else ("", self.type())
        is_optional = self._skip_default()
        return Parameter(name, type, is_optional, stars == "*") if stars != "**" else None

    def _named(self) -> tuple[str, Printed]:
        """`Callable` may have parameters of which only the type is known: `(int) -> str`."""
        word = self._word()
        if self._takes(":"):
            return word, self.type()
        return ("", Name(word)) if self._next != "=" else (word, UNKNOWN)

    def _skip_default(self) -> bool:
        if not self._takes("="):
            return False
        while self._next not in (",", ")"):
            self._at = self._behind(self._at) if self._next in _OPENING else self._at + 1
            if not self._next:
                raise NotUnderstood
        return True

    def _value(self) -> Printed:
        """A member of an enumeration is one of its class."""
        token = self._next
        if token[:1].isalpha() and not token.endswith(("'", '"')) and token not in ("True", "False", "None"):
            return Name(self._word().rpartition(".")[0])
        self._at += 1
        try:
            return Value(ast.literal_eval(token))
        except (ValueError, SyntaxError):
            raise NotUnderstood from None
