"""What Next's compiler makes of the directives of a module, statement by statement.

Two of its transforms read them (16.4): one looks for `'use client'` at the file's own level, the other for
`'use server'` and `'use cache'` in every body.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from boundary_lsp.model.directives import CACHE, CLIENT, SERVER, misspelled, resembles
from boundary_lsp.model.facts import Directive, DirectivePlace


class Verdict(Enum):
    MISPLACED = auto()
    PARENTHESISED = auto()
    MISSPELLED = auto()
    CONFLICTING = auto()
    """With an earlier directive of the same body: `Found.other`."""
    INLINE_IN_CLIENT = auto()
    CACHED = auto()
    """Nothing is wrong with where it stands: whether there is such a cache depends on the configuration."""


class Found(NamedTuple):
    at: int
    """The directive's, in the module."""
    verdict: Verdict
    other: str = ""


Body = Sequence[tuple[int, Directive]]
"""The directives of one body, in order, each with its index in the module."""


def client_verdicts(body: Body) -> Iterator[Found]:
    """On the file's `'use client'`, and on what contradicts it."""
    seen: dict[str, str] = {}
    for index, directive in body:
        value, place = directive.value, directive.place
        if value == CLIENT and place is DirectivePlace.LATE:
            yield Found(index, Verdict.MISPLACED)
        elif value == CLIENT and place is DirectivePlace.PARENTHESISED:
            yield Found(index, Verdict.PARENTHESISED)
        elif place is DirectivePlace.PROLOGUE and (family := _family(value)):
            seen.setdefault(family, value)
            other = _contradicting(seen, family)
            if other:
                yield Found(index, Verdict.CONFLICTING, other)


def server_verdicts(body: Body, inline_in_client: bool) -> Iterator[Found]:
    """On the others. `inline_in_client`: the body of a function, in a module that only the browser loads."""
    seen: dict[str, str] = {}
    for index, directive in body:
        value, place = directive.value, directive.place
        if place is DirectivePlace.PARENTHESISED:
            if resembles(value, SERVER) or resembles(value, CACHE):
                yield Found(index, Verdict.PARENTHESISED)
        elif place is DirectivePlace.TEMPLATE:
            continue
        elif value == SERVER or value.startswith(CACHE):
            if place is DirectivePlace.METHOD and not misspelled(value):
                return  # the method itself is refused, and nobody looks at what it has
            yield from _placed(index, directive, seen, inline_in_client)
        elif misspelled(value):
            yield Found(index, Verdict.MISSPELLED)


def _placed(index: int, directive: Directive, seen: dict[str, str], inline_in_client: bool) -> Iterator[Found]:
    """`'use server'`, or what starts like `'use cache'`, whatever comes behind that."""
    value = directive.value
    family, rival = (SERVER, CACHE) if value == SERVER else (CACHE, SERVER)
    if inline_in_client:
        yield Found(index, Verdict.INLINE_IN_CLIENT)
    elif rival in seen:
        yield Found(index, Verdict.CONFLICTING, seen[rival])
    elif directive.place is DirectivePlace.LATE:
        yield Found(index, Verdict.MISPLACED)
    else:
        if family == CACHE:
            yield Found(index, Verdict.CACHED)
        if misspelled(value):
            yield Found(index, Verdict.MISSPELLED)
        else:
            seen.setdefault(family, value)


def _family(value: str) -> str:
    if value in (CLIENT, SERVER):
        return value
    return CACHE if value == CACHE or value.startswith(f"{CACHE}: ") else ""


def _contradicting(seen: dict[str, str], family: str) -> str:
    """The directive above that `'use client'` contradicts, or the `'use client'` that this one contradicts."""
    if CLIENT not in seen or seen.keys() == {CLIENT}:
        return ""
    return seen[CLIENT] if family != CLIENT else seen.get(SERVER) or seen[CACHE]
