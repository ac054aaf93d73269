"""What a type is by where its symbol is declared: a built-in, a class, a React element, or just some object."""

from __future__ import annotations

from typing import Literal

from boundary_lsp.adapters.typescript import names
from boundary_lsp.adapters.typescript.messages import (
    NodeKind,
    ObjectFlag,
    SymbolAnswer,
    SymbolFlag,
    TypeAnswer,
    declared_at,
)
from boundary_lsp.adapters.typescript.shapes import A_FUNCTION, NO_TYPE, ArrayOf, BuiltInOf, Known, Shape
from boundary_lsp.model.wire_types import Array, BuiltIn, Class, Element, Primitive, Unknown

_MODULES = "/node_modules/"
_CLASS_KINDS = (NodeKind.CLASS_DECLARATION, NodeKind.CLASS_EXPRESSION)

Home = Literal["library", "platform", "react", "package", "project"]


def by_declaration(type: TypeAnswer, symbol: SymbolAnswer, arguments: tuple[int, ...]) -> Shape | None:
    """None where its members must be asked for: a plain object, as far as declarations tell, or a class."""
    if symbol.flags & (SymbolFlag.FUNCTION | SymbolFlag.METHOD) and not symbol.flags & SymbolFlag.CLASS:
        return Known(Unknown(A_FUNCTION))
    if is_class(symbol) and _is_static_side(type):
        return Known(Class(shown_name(symbol, None)))
    if symbol.flags & SymbolFlag.VALUE_MODULE and _is_static_side(type):
        return Known(Unknown("a module"))
    home = home_of(symbol)
    if home == "react" and symbol.name in names.ELEMENTS:
        return Known(Element())
    if home == "react" and symbol.name.endswith(names.EVENT):
        return Known(BuiltIn(names.EVENT))
    if home == "library":
        return _of_library(symbol, arguments)
    return _of_platform(symbol, arguments) if home == "platform" else None


def is_element_alias(alias: SymbolAnswer) -> bool:
    """`ReactNode`, which is a union of much."""
    return alias.name in names.ELEMENTS and home_of(alias) == "react"


def is_class(symbol: SymbolAnswer) -> bool:
    return bool(symbol.flags & SymbolFlag.CLASS) or any(
        declared_at(handle)[1] in _CLASS_KINDS for handle in symbol.declarations or ()
    )


def has_twin(symbol: SymbolAnswer) -> bool:
    """An interface and a variable of one name: the variable may be the class that the interface describes."""
    return bool(symbol.flags & SymbolFlag.INTERFACE and symbol.flags & SymbolFlag.VARIABLE)


def package_of(symbol: SymbolAnswer) -> str:
    """The package that declares it; empty for the project's own."""
    for handle in symbol.declarations or ():
        path = declared_at(handle)[2].replace("\\", "/")
        if _MODULES in path:
            return _package(path.rpartition(_MODULES)[2])
    return ""


def home_of(symbol: SymbolAnswer) -> Home:
    """A library's declarations are often extended elsewhere (`interface Array` by some package), so any counts."""
    if any(_is_library(handle) for handle in symbol.declarations or ()):
        return "library"
    package = package_of(symbol)
    if package in names.PLATFORM_PACKAGES:
        return "platform"
    if package in names.ELEMENT_PACKAGES:
        return "react"
    return "package" if package else "project"


def shown_name(symbol: SymbolAnswer | None, alias: SymbolAnswer | None) -> str:
    """What a person calls it: the alias, else the interface. `Partial` and its like, and literals, have no name."""
    for one in (alias, symbol):
        if one is not None and not one.name.startswith("__") and not (one is alias and home_of(one) == "library"):
            return one.name
    return ""


def _of_library(symbol: SymbolAnswer, arguments: tuple[int, ...]) -> Shape | None:
    name = symbol.name
    if name in names.ARRAYS:
        return ArrayOf(arguments[0] if arguments else NO_TYPE)
    if name in names.MATCHES:
        return Known(Array(Primitive("string")))
    if name == names.TEMPLATE_STRINGS:
        return Known(Unknown("the strings of a template"))
    if name in names.FUNCTIONS:
        return Known(Unknown(A_FUNCTION))
    if name in names.UNTOLD:
        return Known(Unknown(names.UNTOLD[name]))
    if name in names.OTHER_NAMES or _is_value(symbol):
        space = names.NAMESPACES.get(name) if symbol.parent else None
        return _built_in(f"{space}.{name}" if space else name, arguments)
    return Known(Class(name.removesuffix("Constructor"))) if name.endswith("Constructor") else None


def _of_platform(symbol: SymbolAnswer, arguments: tuple[int, ...]) -> Shape | None:
    is_global = symbol.name in names.PLATFORM_CLASSES or not is_class(symbol)
    if symbol.name in names.PLATFORM_OBJECTS or (_is_value(symbol) and is_global):
        return _built_in(symbol.name, arguments)
    return None


def _built_in(name: str, arguments: tuple[int, ...]) -> Shape:
    name = names.EVENT if name.endswith(names.EVENT) else names.OTHER_NAMES.get(name, name)
    return BuiltInOf(name, arguments[: names.CONTAINERS.get(name, 0)])


def _is_static_side(type: TypeAnswer) -> bool:
    instance = ObjectFlag.CLASS | ObjectFlag.INTERFACE | ObjectFlag.REFERENCE
    return bool(type.object_flags & ObjectFlag.ANONYMOUS) and not type.object_flags & instance


def _is_value(symbol: SymbolAnswer) -> bool:
    return bool(symbol.flags & (SymbolFlag.VARIABLE | SymbolFlag.CLASS))


def _is_library(handle: str) -> bool:
    folder, _, name = declared_at(handle)[2].replace("\\", "/").rpartition("/")
    return name.startswith("lib.") and name.endswith(".d.ts") and folder.endswith("/lib")


def _package(below: str) -> str:
    """`@scope/name` of a path below node_modules; declarations of `@types` are those of another package."""
    first, _, rest = below.partition("/")
    second = rest.partition("/")[0]
    if first == "@types":
        scope, double, name = second.partition("__")
        return f"@{scope}/{name}" if double else second
    return f"{first}/{second}" if first.startswith("@") else first
