"""What an expression is, as far as one file tells.

A name is the module's own top-level binding, or global; locals are replaced by what they are initialised with. What is
not understood is `UnknownValue`.
"""

from __future__ import annotations

import msgspec

from boundary_lsp.model.type_expressions import TypeExpression, TypeParameter


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
    """`f(a)`. `import('./x')` calls the global `import`; a tagged template has no arguments."""

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
    """Its own, else that of the variable, key or field that holds it; `default` where it is exported unnamed."""
    directive: str
    """Of its own body: `use server`, `use cache`, or empty."""
    is_async: bool
    is_generator: bool
    type_parameters: tuple[TypeParameter, ...]
    parameters: tuple[FunctionParameter, ...]
    returns: TypeExpression | None
    """The annotation."""
    returned: tuple[ValueExpression, ...]
    """What its `return` statements give (an arrow's expression), each once; without an annotation its result is their
    union, with `undefined` where `falls_through`."""
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
    by_name: bool = False
    """It is only given by its name: `count` of `def f(*, count)`; with `rest`, all other names."""


class ElementValue(_Value, frozen=True):
    """A JSX element or fragment."""


class ClassValue(_Value, frozen=True):
    """A class expression or declaration, as a value."""

    name: str


class EitherValue(_Value, frozen=True):
    """`a ? b : c`, `a ?? b`, `a || b`; `a && b` as `b`, or `null` (`false` where `a` is a comparison)."""

    options: tuple[ValueExpression, ...]
    falls_back: bool = False
    """Of `a ?? b`, `a || b` and default values: no option but the last gives an `undefined`."""


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
