"""What one module's text says of types and values, in neutral expressions: made on demand, for modules that hold a
crossing or declare a type or a function that one needs.

`TypeExpression` is what an annotation says, `ValueExpression` what an expression is. Names are resolved as far as one
file goes: a name is the module's own top-level binding (an index into `Interface.bindings`), a type parameter, or
global. Locals are replaced by what they are initialised with. What is not understood is `UnknownType` or
`UnknownValue`.
"""

from __future__ import annotations

import msgspec


class _Type(msgspec.Struct, frozen=True, tag=True, tag_field="$"):
    """Base of the variants of `TypeExpression`."""


class UnknownType(_Type, frozen=True):
    text: str = ""


class KeywordType(_Type, frozen=True):
    name: str
    """`string`, `number`, `boolean`, `bigint`, `symbol`, `unique symbol`, `undefined`, `null`, `void`, `any`,
    `unknown`, `never`, `object`."""


class LiteralType(_Type, frozen=True):
    value: str | float | int | bool
    """A template literal type is the keyword `string`."""


class NamedType(_Type, frozen=True):
    """`Post`, `Prisma.Decimal`, `Map<K, V>`; also `import('./x').Post`."""

    name: tuple[str, ...]
    """The path as written: `('Prisma', 'Decimal')`."""
    binding: int = -1
    """Of the first name, in this module; -1 for a global name."""
    arguments: tuple[TypeExpression, ...] = ()
    specifier: str = ""
    """Of `import('./x').Post`; `name` is then a path from the module's exports."""


class ParameterType(_Type, frozen=True):
    """A type parameter of the enclosing declaration."""

    name: str


class ArrayType(_Type, frozen=True):
    element: TypeExpression


class TupleItem(msgspec.Struct, frozen=True):
    type: TypeExpression
    optional: bool = False
    rest: bool = False


class TupleType(_Type, frozen=True):
    items: tuple[TupleItem, ...]


class MemberType(msgspec.Struct, frozen=True):
    name: str
    type: TypeExpression
    optional: bool = False
    method: bool = False
    """Written as a method: `save(): void`."""


class ObjectType(_Type, frozen=True):
    """A type literal, or the body of an interface. One with a call signature is a `FunctionType`."""

    members: tuple[MemberType, ...]
    index: TypeExpression | None = None
    """What a string or number index signature gives."""
    symbols_only: bool = False
    """All its keys are computed (`[brand]: true`): the declaration tells nothing of the value."""


class UnionType(_Type, frozen=True):
    options: tuple[TypeExpression, ...]


class IntersectionType(_Type, frozen=True):
    parts: tuple[TypeExpression, ...]


class FunctionType(_Type, frozen=True):
    parameters: tuple[TypeExpression, ...]
    returns: TypeExpression | None


class TypeofType(_Type, frozen=True):
    """`typeof config.theme`."""

    name: tuple[str, ...]
    binding: int = -1
    specifier: str = ""
    """Of `typeof import('./x')`."""


class KeyofType(_Type, frozen=True):
    of: TypeExpression


class IndexedType(_Type, frozen=True):
    """`Post['author']`, `Posts[number]`."""

    object: TypeExpression
    key: TypeExpression


class OperatorType(_Type, frozen=True):
    """`readonly T`."""

    name: str
    of: TypeExpression


class TypeParameter(msgspec.Struct, frozen=True):
    name: str
    constraint: TypeExpression | None = None
    default: TypeExpression | None = None


class _Value(msgspec.Struct, frozen=True, tag=True, tag_field="$"):
    """Base of the variants of `ValueExpression`. Parentheses, `!` and `satisfies` are looked through."""


class UnknownValue(_Value, frozen=True):
    reason: str = ""


class LiteralValue(_Value, frozen=True):
    value: str | float | int | bool


class KeywordValue(_Value, frozen=True):
    """A value whose type is a keyword's, whatever its operands are: `null`, `undefined`, a template literal (`string`),
    a comparison (`boolean`), arithmetic that can only be a number (`number`), `1n` (`bigint`)."""

    name: str


class NameValue(_Value, frozen=True):
    """A top-level binding of the module."""

    binding: int


class GlobalValue(_Value, frozen=True):
    name: str


class TypedValue(_Value, frozen=True):
    """A value of which an annotation or a cast says the type: a parameter, `const x: T`, `e as T`."""

    type: TypeExpression
    parameters: tuple[TypeParameter, ...] = ()
    """Type parameters of the function around, which `type` may name."""
    value: ValueExpression | None = None
    """What was annotated, where it was seen."""


class MemberValue(_Value, frozen=True):
    """`post.author`, and what destructuring takes; `?.` adds `undefined` only where the object can be absent."""

    object: ValueExpression
    name: str


class ItemValue(_Value, frozen=True):
    """`posts[i]`, `posts[0]`, the variable of `for (const post of posts)`, the first parameter of a callback that
    `posts.map(post => …)` and its like call."""

    object: ValueExpression
    index: int = -1
    """Where it is a literal or a position in an array pattern."""


class RestValue(_Value, frozen=True):
    """`rest` of `const { a, b, ...rest } = value`."""

    object: ValueExpression
    without: tuple[str, ...]


class CallValue(_Value, frozen=True):
    callee: ValueExpression
    arguments: tuple[ValueExpression, ...]
    type_arguments: tuple[TypeExpression, ...] = ()


class NewValue(_Value, frozen=True):
    callee: ValueExpression
    arguments: tuple[ValueExpression, ...] = ()
    type_arguments: tuple[TypeExpression, ...] = ()


class AwaitValue(_Value, frozen=True):
    value: ValueExpression


class Property(msgspec.Struct, frozen=True):
    name: str
    """Empty for a spread, `*` for a computed key."""
    value: ValueExpression
    start: int = 0
    end: int = 0
    """Bytes of the value."""


class ObjectValue(_Value, frozen=True):
    properties: tuple[Property, ...]
    """In the order of the text; methods are functions, getters are what they return."""


class ArrayValue(_Value, frozen=True):
    items: tuple[Property, ...]
    """Named by nothing; a spread item's name is `...`."""


class FunctionValue(_Value, frozen=True):
    """An arrow function, a function expression or a function declaration."""

    name: str
    directive: str
    """Of its own body: `use server`, `use cache`, or empty."""
    is_async: bool
    is_generator: bool
    type_parameters: tuple[TypeParameter, ...]
    parameters: tuple[FunctionParameter, ...]
    returns: TypeExpression | None
    """The annotation."""
    returned: tuple[ValueExpression, ...]
    """What its `return` statements give (an arrow's expression); without an annotation its result is their union,
    with `undefined` where `falls_through`."""
    falls_through: bool
    """Its end can be reached, or a `return` gives nothing."""
    inline: int = -1
    """Index into `Uses.inline_functions` where it has a directive."""


class FunctionParameter(msgspec.Struct, frozen=True):
    name: str
    """As written, a pattern's whitespace collapsed."""
    type: TypeExpression | None
    optional: bool = False
    """Marked `?`, or with a default value."""
    rest: bool = False


class ElementValue(_Value, frozen=True):
    """A JSX element or fragment."""


class ClassValue(_Value, frozen=True):
    """A class expression or declaration, as a value."""

    name: str


class EitherValue(_Value, frozen=True):
    """`a ? b : c`, `a ?? b`, `a || b`; `a && b` as `b` or what a falsy `a` can be."""

    options: tuple[ValueExpression, ...]


class TypeDeclaration(msgspec.Struct, frozen=True):
    """An interface (with all its merged parts) or a type alias."""

    name: str
    parameters: tuple[TypeParameter, ...]
    extends: tuple[TypeExpression, ...]
    body: TypeExpression


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


class EnumDeclaration(msgspec.Struct, frozen=True):
    name: str
    values: tuple[str | int | float | None, ...]
    """None where a member is computed."""


class VariableDeclaration(msgspec.Struct, frozen=True):
    name: str
    type: TypeExpression | None
    value: ValueExpression
    is_constant: bool


class FunctionDeclaration(msgspec.Struct, frozen=True):
    function: FunctionValue
    """Of overloads, the implementation's; `overloaded` then."""
    overloaded: bool = False


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


class Argument(msgspec.Struct, frozen=True):
    value: ValueExpression
    start: int
    end: int
    spread: bool = False


class CallSite(msgspec.Struct, frozen=True):
    """One call, or one `.bind(…)`, of a name that has a site."""

    site: int
    """Start byte of the callee's token, as in `Spans.sites`."""
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


TypeExpression = (
    UnknownType
    | KeywordType
    | LiteralType
    | NamedType
    | ParameterType
    | ArrayType
    | TupleType
    | ObjectType
    | UnionType
    | IntersectionType
    | FunctionType
    | TypeofType
    | KeyofType
    | IndexedType
    | OperatorType
)


ValueExpression = (
    UnknownValue
    | LiteralValue
    | KeywordValue
    | NameValue
    | GlobalValue
    | TypedValue
    | MemberValue
    | ItemValue
    | RestValue
    | CallValue
    | NewValue
    | AwaitValue
    | ObjectValue
    | ArrayValue
    | FunctionValue
    | ElementValue
    | ClassValue
    | EitherValue
)
