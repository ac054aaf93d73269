"""Small words of messages: articles, members, values of a type."""

from __future__ import annotations

import json
import re

from boundary_lsp.model.wire_types import (
    Array,
    BuiltIn,
    Instance,
    Literal,
    Object,
    Primitive,
    Tuple,
    Union,
    WireType,
)
from boundary_lsp.wire.kinds import kind_of

_IDENTIFIER = re.compile(r"[A-Za-z_$][\w$]*")


def with_article(noun: str) -> str:
    """`a Map`, `an Array`, `a URL`."""
    sounds_like_vowel = noun[:1].lower() in "aeio" or noun.startswith("Un")
    return f"{'an' if sounds_like_vowel else 'a'} {noun}"


def member_name(name: str) -> str:
    """As a key in an object type: `price`, `"data-id"`."""
    return name if _IDENTIFIER.fullmatch(name) else json.dumps(name, ensure_ascii=False)


def member_segment(name: str) -> str:
    """As the end of a path: `.price`, `["data-id"]`."""
    return f".{name}" if _IDENTIFIER.fullmatch(name) else f"[{json.dumps(name, ensure_ascii=False)}]"


def in_words(type: WireType) -> str:
    """What a value of the type is, `a string`; empty where no short words fit."""
    match type:
        case Primitive(name=("undefined" | "null") as name):
            return name
        case Primitive() | Literal():
            return with_article(kind_of(type))
        case Array() | Tuple():
            return "an array"
        case Object():
            return "a plain object"
        case BuiltIn(name=name) | Instance(name=name):
            return with_article(name)
        case Union(options=options):
            return " or ".join(dict.fromkeys(map(in_words, options))) if all(map(in_words, options)) else ""
        case _:
            return ""
