"""Statements that are directives, or look like them."""

from __future__ import annotations

from .words import Words

KNOWN = (
    "use client", "use server", "use server", "use server", "use cache", "use cache: remote", "use cache: redis",
)  # fmt: skip
SIMILAR = (
    "us server", "use sever", "use servr", "user server", "use serverr", "use  server", "Use Server", "use-server",
    "use server ", "use server;", "us srver", "us sever", "USE SERVER", "use action", "use serve", "use srv",
    "use cahce", "use caches", "use cache ", "use cache:", "use cache: ", "use cache : remote", "use cache:remote",
    "use cache remote", "use cache; remote", "use cache: private", "use cache: default", "use cach", "Use cache",
    "use clinet", "use Client", "Use Client", "use client ", "use clients", "us client", "use  client", "use memo",
    "use asm", "hello", "use", "",
)  # fmt: skip
ESCAPED = (
    "use\\u0020client", "use\\x20server", "use\\u0020cache", "\\u0075se server",
)  # fmt: skip


def directive(words: Words, of_a_hundred_known: int = 75) -> str:
    """A statement, with its semicolon or without."""
    literal = _literal(words, _value(words, of_a_hundred_known))
    if words.chance(8):
        literal = words.pick(["({})", "({})", "(({}))", "( {} )"]).format(literal)
    return literal + words.pick([";", ";", ""])


def server(words: Words) -> str:
    return _literal(words, words.pick(["use server", "use server", "use cache"])) + ";"


def _value(words: Words, of_a_hundred_known: int) -> str:
    if words.chance(of_a_hundred_known):
        return words.pick(KNOWN)
    return words.pick(ESCAPED if words.chance(10) else SIMILAR)


def _literal(words: Words, value: str) -> str:
    quote = words.pick(["'", "'", '"', '"', "`"]) if words.chance(15) else "'"
    return f"{quote}{value}{quote}"
