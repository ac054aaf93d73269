"""Pages from templates. A page is one file: what it looks like and what it does is in it, and it may load nothing."""

from __future__ import annotations

import os
import re
from base64 import b64encode
from hashlib import sha256

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

_FOLDER = os.path.join(os.path.dirname(__file__), "templates")  # noqa: PTH118, PTH120
_BREAKS = re.compile(r"(?<=/)(?=.)|(?<=[a-z0-9])(?=[A-Z])")
_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def rendered(template: str, **values: object) -> bytes:
    """A template of this package as UTF-8. Values are escaped; a name that is not given is an error."""
    text = _environment().get_template(template).render(values)
    return text.encode("utf-8", "backslashreplace")


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["source"] = _source
    environment.filters["json"] = _json
    environment.filters["hash"] = _hash
    environment.filters["breakable"] = _breakable
    return environment


def _source(*names: str) -> Markup:
    """Files as they are, one after the other: what stands in a `<style>` or a `<script>`."""
    texts = []
    for name in names:
        with open(os.path.join(_FOLDER, name), encoding="utf-8") as file:  # noqa: PTH118, PTH123
            texts.append(file.read())
    return Markup("\n".join(texts))


def _json(value: object) -> Markup:
    """For a `<script type="application/json">`, which nothing in it can end."""
    text = msgspec.json.encode(value).decode()
    for character, escaped in _UNSAFE.items():
        text = text.replace(character, escaped)
    return Markup(text)


def _hash(text: str) -> str:
    """How a content security policy names the one text that it lets run."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _breakable(name: str) -> Markup:
    """A path or a name that may be broken behind its slashes and between its words."""
    return Markup("<wbr>").join(escape(part) for part in _BREAKS.split(name))
