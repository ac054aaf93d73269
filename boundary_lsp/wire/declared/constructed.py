"""Classes of a language whose values are what their constructors give: `set([1])`, `dict[str, int]`, `Decimal("1")`.

Rows of data. None of these names is one of the platform's in another language, nor are their packages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from boundary_lsp.frameworks import kinds
from boundary_lsp.model.wire_types import (
    Array,
    BuiltIn,
    Instance,
    Literal,
    Object,
    Primitive,
    Tuple,
    Union,
    Unknown,
    WireType,
)
from boundary_lsp.wire.declared.operators import element_of
from boundary_lsp.wire.declared.words import BOOLEAN, NUMBER, STRING

_UNSAID = Unknown("a type argument that is not written")
_PLAIN = ("bytes", "bytearray", "memoryview", "complex", "range", "slice")
_ERRORS = (
    "BaseException", "Exception", "ArithmeticError", "AssertionError", "AttributeError", "EOFError", "ImportError",
    "IndexError", "KeyError", "LookupError", "MemoryError", "ModuleNotFoundError", "NameError", "NotImplementedError",
    "OSError", "OverflowError", "PermissionError", "RecursionError", "RuntimeError", "StopIteration", "TimeoutError",
    "TypeError", "UnicodeDecodeError", "UnicodeError", "ValueError", "ZeroDivisionError",
)  # fmt: skip
_ITERATING = ("iter", "reversed", "map", "filter", "zip", "enumerate")


def mapping(key: WireType, value: WireType) -> WireType:
    """A dictionary: one whose keys are strings is what other languages call an object."""
    options = key.options if isinstance(key, Union) else (key,)
    return Object((), value) if all(map(_is_text, options)) else BuiltIn("Map", (key, value))


def written(name: str, arguments: tuple[WireType, ...]) -> WireType | None:
    """What a value is that is annotated with a builtin class; None where there is none of that name."""
    first, second = (*arguments, _UNSAID, _UNSAID)[:2]
    match name:
        case "int" | "float":
            return NUMBER
        case "list":
            return Array(first)
        case "tuple":
            return Tuple((), first, is_array=False)
        case "dict":
            return mapping(first, second)
        case "set":
            return BuiltIn("Set", (first,))
        case "frozenset":
            return BuiltIn(name, (first,))
    return BuiltIn(name) if name in _PLAIN else BuiltIn("Error") if name in _ERRORS else None


def _is_text(type: WireType) -> bool:
    return type == STRING or (isinstance(type, Literal) and isinstance(type.value, str))


def _as_tuple(given: WireType) -> WireType:
    if isinstance(given, Tuple):
        return Tuple(given.elements, given.rest, is_array=False)
    return Tuple((), element_of(given), is_array=False)


def _no_values(given: WireType) -> WireType:
    """`set()` has nothing in it that would be known."""
    return element_of(given) if given != Primitive("undefined") else Unknown("an element of an empty collection")


CALLS: Mapping[str, Callable[[WireType], WireType]] = {
    "tuple": _as_tuple,
    "list": lambda given: Array(_no_values(given)),
    "sorted": lambda given: Array(element_of(given)),
    "set": lambda given: BuiltIn("Set", (_no_values(given),)),
    "frozenset": lambda given: BuiltIn("frozenset", (_no_values(given),)),
    **dict.fromkeys(_ITERATING, lambda given: BuiltIn("Iterator", (element_of(given),))),
    **dict.fromkeys(("str", "repr", "chr", "hex", "input", "ascii"), lambda _: STRING),
    **dict.fromkeys(("int", "float", "len", "ord", "hash"), lambda _: NUMBER),
    **dict.fromkeys(("bool", "isinstance", "issubclass", "hasattr", "any", "all"), lambda _: BOOLEAN),
    **{name: lambda _, name=name: BuiltIn(name) for name in _PLAIN},  # type: ignore[misc]  # mypy #12557
    **dict.fromkeys(_ERRORS, lambda _: BuiltIn("Error")),
}
"""What calling a builtin gives, by its first argument."""

_DATETIME = {name: BuiltIn(name) for name in ("datetime", "date", "time", "timedelta", "timezone")}
_PATHS = dict.fromkeys(("Path", "PurePath", "PosixPath", "PurePosixPath", "WindowsPath"), BuiltIn("Path"))
_COLLECTIONS: Mapping[str, WireType] = {
    "deque": BuiltIn("deque"),
    **{name: Instance(name, base="Object") for name in ("OrderedDict", "defaultdict", "Counter")},
}
_OF_FRAMEWORKS = {
    module: {name: BuiltIn(kind) for name, kind in classes.items()} for module, classes in kinds.IMPORTED.items()
}

CLASSES: Mapping[str, Mapping[str, WireType]] = {
    "datetime": _DATETIME,
    "decimal": {"Decimal": BuiltIn("Decimal")},
    "fractions": {"Fraction": BuiltIn("Fraction")},
    "uuid": {"UUID": BuiltIn("UUID")},
    "pathlib": _PATHS,
    "collections": _COLLECTIONS,
    **_OF_FRAMEWORKS,
}
"""Of the library and of packages: as a type, and what calling one gives."""

_MOMENTS = {
    **{
        f"datetime.{name}": BuiltIn("datetime") for name in ("now", "utcnow", "today", "fromisoformat", "fromtimestamp")
    },
    **{f"date.{name}": BuiltIn("date") for name in ("today", "fromisoformat", "fromtimestamp")},
}
RESULTS: Mapping[str, Mapping[str, WireType]] = {
    **CLASSES,
    "datetime": {**_DATETIME, **_MOMENTS},
    "uuid": dict.fromkeys(("UUID", "uuid1", "uuid3", "uuid4", "uuid5"), BuiltIn("UUID")),
    "re": {"compile": BuiltIn("RegExp")},
    "json": {"dumps": STRING},
    "time": {"time": NUMBER, "monotonic": NUMBER, "perf_counter": NUMBER},
}
"""What calling a function of these gives."""

TYPES: Mapping[str, Mapping[str, WireType]] = {**CLASSES, "re": {"Pattern": BuiltIn("RegExp")}}
"""As a type."""
