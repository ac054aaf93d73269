"""Classes that are known by name, as pyright qualifies them. Rows of data."""

from __future__ import annotations

import builtins

from boundary_lsp.frameworks import kinds

PRIMITIVES = {
    "str": "string",
    "LiteralString": "string",
    "int": "number",
    "float": "number",
    "bool": "boolean",
    "None": "null",
}

CLASSES = {
    **{name: name for name in ("bytes", "bytearray", "memoryview", "complex", "range", "slice")},
    "ModuleType": "module",
    "types.ModuleType": "module",
    "datetime.datetime": "datetime",
    "datetime.date": "date",
    "datetime.time": "time",
    "datetime.timedelta": "timedelta",
    "datetime.timezone": "timezone",
    "decimal.Decimal": "Decimal",
    "fractions.Fraction": "Fraction",
    "uuid.UUID": "UUID",
    **{f"pathlib.{name}": "Path" for name in ("Path", "PurePath", "PosixPath", "PurePosixPath", "WindowsPath")},
    **dict.fromkeys(("re.Pattern", "re.Match"), "RegExp"),
    "_collections_abc.dict_keys": "KeysView",
    "_collections_abc.dict_values": "ValuesView",
    "_collections_abc.dict_items": "ItemsView",
    **dict.fromkeys(("map", "filter", "zip", "enumerate", "reversed"), "Iterator"),
    **kinds.DEFINED,
}
"""An instance is known by its class alone; the kinds of serializer tables."""

HOLDERS = {
    "set": ("Set", 0, 1),
    "frozenset": ("frozenset", 0, 1),
    "collections.deque": ("deque", 0, 1),
    "typing.Generator": ("Generator", 0, 1),
    "typing.AsyncGenerator": ("AsyncGenerator", 0, 1),
    "typing.Coroutine": ("Promise", 2, 3),
    "types.CoroutineType": ("Promise", 2, 3),
    "asyncio.Task": ("Promise", 0, 1),
    "asyncio.Future": ("Promise", 0, 1),
}
"""Of generic ones, which arguments say what is inside: from, to."""

LISTS = ("list",)
DICTIONARIES = ("dict",)
DERIVED = {
    "collections.OrderedDict": "Object",
    "collections.defaultdict": "Object",
    "collections.Counter": "Object",
}
"""Classes of the language that derive from others, and by which kind serializers know them."""

ERRORS = frozenset(
    name for name, value in vars(builtins).items() if isinstance(value, type) and issubclass(value, BaseException)
)

NOTHING_KNOWN = {
    "Unknown": "a type that is not resolved",
    "Any": "any",
    "object": "object",
    "Never": "never",
    "NoReturn": "never",
}

_QUALIFIED = (*CLASSES, *HOLDERS, *DERIVED)

HOMONYMS = tuple(sorted({name.rpartition(".")[2] for name in _QUALIFIED if "." in name}))
"""Last names that other classes may have."""
