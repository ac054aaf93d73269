"""What one module's text says of types and values: made on demand, for modules that hold a crossing or declare a type
or a function that one needs.
"""

from __future__ import annotations

import msgspec

from boundary_lsp.model.type_expressions import MemberType, TypeExpression, TypeParameter
from boundary_lsp.model.value_expressions import FunctionValue, ValueExpression


class TypeDeclaration(msgspec.Struct, frozen=True):
    """An interface (with all its merged parts) or a type alias."""

    name: str
    parameters: tuple[TypeParameter, ...]
    extends: tuple[TypeExpression, ...]
    body: TypeExpression


class VariableDeclaration(msgspec.Struct, frozen=True):
    name: str
    type: TypeExpression | None
    value: ValueExpression
    is_constant: bool


class ClassDeclaration(msgspec.Struct, frozen=True):
    name: str
    parameters: tuple[TypeParameter, ...]
    extends: TypeExpression | None
    """The superclass as a type: `Array<string>`."""
    members: tuple[MemberType, ...]
    """Public fields, accessors and methods, with the types they are declared to have."""
    to_json: TypeExpression | None
    """What `toJSON` is declared to return; `UnknownType` where it has one without an annotation."""
    is_declared: bool = False
    """`declare class`."""
    statics: tuple[VariableDeclaration, ...] = ()
    """Public fields, accessors and methods of the class itself; those that cannot be assigned are constants."""
    is_closed: bool = False
    """It has private or protected members, so that TypeScript takes nothing but its instances for one."""
    iterates: str = ""
    """`Iterable` or `AsyncIterable`, where it has that method."""
    is_nominal: bool = False
    """Its instances are made by calling it, and nothing else is taken for one."""
    form: str = ""
    """As in `wire_types.Instance`; `typed object` where its instances are plain objects, `interface` where they may be
    anything."""


class EnumDeclaration(msgspec.Struct, frozen=True):
    name: str
    values: tuple[str | int | float | None, ...]
    """None where a member is computed."""


class FunctionDeclaration(msgspec.Struct, frozen=True):
    function: FunctionValue
    """Of overloads, the implementation's; of several definitions, the last."""
    overloaded: bool = False
    """There are others of its name."""


class Attribute(msgspec.Struct, frozen=True):
    name: str
    """Empty for a spread; `children` for what stands between the tags."""
    value: ValueExpression
    start: int
    end: int
    """Bytes of the value's expression (without the braces)."""
    name_start: int
    name_end: int
    """Bytes of the attribute's name; of the whole spread or child otherwise."""


class RenderSite(msgspec.Struct, frozen=True):
    """One JSX element whose tag is a module-level binding or a member of one (or `createElement` of it)."""

    site: int
    """Start byte of the tag's token, as in `Spans.sites`."""
    attributes: tuple[Attribute, ...]
    """In the order of the text, children last; later ones override earlier ones of the same name."""


class HandlerSite(msgspec.Struct, frozen=True):
    """`onClick={…}` or `action={…}` on an element of the page itself, not on a component."""

    declaration: int
    """The top-level declaration around it; 0 at module level."""
    element: str
    """`button`."""
    attribute: Attribute


class Argument(msgspec.Struct, frozen=True):
    value: ValueExpression
    start: int
    end: int
    spread: bool = False
    name: str = ""
    """Of one that is given by its name: `f(count=1)`."""


class CallSite(msgspec.Struct, frozen=True):
    """One call, or one `.bind(…)`, of a name that has a site."""

    site: int
    """Start byte of the callee's token, as in `Spans.sites`; of the string that names it, as in `Spans.named_calls`."""
    arguments: tuple[Argument, ...]
    """Of `.bind`, without the first (`this`)."""
    is_bind: bool = False
    start: int = 0
    end: int = 0
    """Bytes of the whole call expression."""


class Capture(msgspec.Struct, frozen=True):
    inline: int
    """Index into `Uses.inline_functions`."""
    path: str
    """As in `InlineFunction.captures`: `user.id`."""
    value: ValueExpression
    start: int
    end: int
    """Bytes of the first use inside of the function."""


class ModuleValues(msgspec.Struct, frozen=True):
    types: tuple[TypeDeclaration, ...] = ()
    classes: tuple[ClassDeclaration, ...] = ()
    enums: tuple[EnumDeclaration, ...] = ()
    variables: tuple[VariableDeclaration, ...] = ()
    functions: tuple[FunctionDeclaration, ...] = ()
    """Top-level ones, and those with an inline directive wherever they stand."""
    defaults: tuple[ValueExpression, ...] = ()
    """The expression of `export default …`, where it is one."""
    renders: tuple[RenderSite, ...] = ()
    calls: tuple[CallSite, ...] = ()
    captures: tuple[Capture, ...] = ()
    handlers: tuple[HandlerSite, ...] = ()
