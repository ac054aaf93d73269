"""What one module's text says, in parts that are compared separately, and no positions.

`Interface` feeds the module graph, `Uses` feeds references and liveness, `Values` feeds the wire, and forms feed
nothing but rules. A table index stands for every name, so equal facts mean an equal graph.
Positions are in `Spans`, whose lists run parallel to these tables and are decoded only when shown.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Any

import msgspec

from boundary_lsp.model.directives import CLIENT, is_directive, is_of_another_tool
from boundary_lsp.model.forms import FormKind


class Fact(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Base of all facts: compact on disk, comparable, never tracked by the collector."""


class DirectivePlace(IntEnum):
    """Where such a statement stands. A *body* is the file, or what a function has between its braces."""

    PROLOGUE = 0
    """At the head of the file: takes effect."""
    LATE = 1
    """A statement of the file or of a function's body, but behind others: no effect."""
    PARENTHESISED = 2
    """`('use client')` as a statement of the file or of a function's body: no effect."""
    FUNCTION = 3
    """At the head of a function's body: takes effect for that function, where the directive can."""
    NESTED = 4
    """In a block, a constructor, a class's static block: nobody reads it."""
    METHOD = 5
    """At the head of a method or accessor that only an instance has: refused."""
    TEMPLATE = 6
    """A template at the head of the file or of a function's body: no effect."""
    ACCESSOR = 7
    """At the head of another accessor or of a private method, which nobody can call by itself."""


class Directive(Fact, frozen=True, array_like=True, gc=False):
    """A statement that is only a string which reads like a directive. `value` is cooked (`'use\\u0020client'` is
    `use client`)."""

    value: str
    place: DirectivePlace
    function: str = ""
    """The function it stands in, as in `InlineFunction.path`; empty outside of functions."""
    body: int = 0
    """Statements of one body have the same number; 0 is the file, and every NESTED one."""


class ImportForm(IntEnum):
    STATIC = 0
    """`import a, {b} from 'x'`, `import x = require('x')`."""
    SIDE_EFFECT = 1
    """`import 'x'`."""
    REEXPORT = 2
    """`export {a} from 'x'`, `export * from 'x'`; the names are in the exports table."""
    DYNAMIC = 3
    """`import('x')` with a literal."""
    REQUIRE = 4
    """`require('x')` with a literal."""


class ImportedName(Fact, frozen=True, array_like=True, gc=False):
    imported: str
    """The exported name asked for: `default`, a name, or `*` for the whole namespace."""
    local: str
    type_only: bool
    """Erased by its own spelling: `import type`, `import {type A}`."""
    used_as_value: bool
    """Some site outside of types and `export type` uses it."""


class Import(Fact, frozen=True, array_like=True, gc=False):
    specifier: str
    form: ImportForm
    type_only: bool
    names: tuple[ImportedName, ...]
    """What is taken. For DYNAMIC and REQUIRE: `const {a} = await import('x')`,
    `import('x').then(m => m.a)` and `require('x').a` name `a`; otherwise `*`. Empty for SIDE_EFFECT, REEXPORT."""
    declaration: int
    """The top-level declaration in which it stands; 0 at module level. A dynamic import inside
    `const Chart = dynamic(() => import('./chart'))` stands in `Chart`."""


class Export(Fact, frozen=True, array_like=True, gc=False):
    name: str
    """The public name; `*` for `export * from`, `=` for `export =` and `module.exports =`."""
    binding: int
    """Index into `Interface.bindings` of the local thing exported, or -1."""
    source: int
    """For re-exports: index into `Interface.imports`, or -1."""
    imported: str
    """For re-exports: the name in the source; `*` for the namespace (`export * as x`) and for `export *`."""
    type_only: bool
    """Erased by its spelling, or the local thing is an interface or a type alias."""


class DeclarationKind(IntEnum):
    MODULE = 0
    """The module's own statements; always declaration 0, named ''."""
    FUNCTION = 1
    CLASS = 2
    VARIABLE = 3
    ENUM = 4
    TYPE = 5
    """Interface, type alias, ambient declaration: erased."""
    EXPRESSION = 6
    """`export default <expression>`, named `default`."""


class ValueKind(IntEnum):
    """What a declaration's value is, by syntax alone (casts and parentheses looked through)."""

    NONE = 0
    FUNCTION = 1
    CALL = 2
    """`wrap(async () => …)`, `action.schema(s).action(fn)`, `dynamic(…)`: a builder's result."""
    CLASS = 3
    LITERAL = 4
    OBJECT = 5
    ARRAY = 6
    IDENTIFIER = 7
    OTHER = 8


class Declaration(Fact, frozen=True, array_like=True, gc=False):
    name: str
    kind: DeclarationKind
    value: ValueKind
    is_async: bool
    """The function itself, or the function that a builder call is given."""


class BindingKind(IntEnum):
    IMPORT = 0
    DECLARATION = 1
    PROP = 2
    """A component's prop: from the destructured or named first parameter of a top-level function."""
    LOCAL = 3
    """A local alias of something tracked: `const submit = remove.bind(null, id)`."""
    INLINE = 4
    """A function with an inline `'use server'`."""


class Binding(Fact, frozen=True, array_like=True, gc=False):
    kind: BindingKind
    owner: int
    """IMPORT: index of the import. DECLARATION, PROP, LOCAL: index of the (enclosing) declaration.
    INLINE: index into `Uses.inline_functions`."""
    name: str
    """IMPORT: index-free imported name (`default`, `*`, a name). PROP: the prop's public name, `*` for the rest or the
    whole props object. Otherwise the local name."""
    local: str


class Decorator(Fact, frozen=True, array_like=True, gc=False):
    """`@anvil.server.callable("save")` above a function, a method or a class."""

    declaration: int
    """The top-level declaration that it stands in."""
    path: str
    """What it decorates: `save`, `Account.close`."""
    binding: int
    """Of the first name; -1 where it is none of the module's own scope."""
    member: str
    """What is taken of that: `callable`, where the binding is the import of `anvil.server`."""
    text: str
    """The name as written: `anvil.server.callable`; empty for `@handlers[0]`, which is none."""
    argument: str | None = None
    """Its first argument, where that is a string."""
    is_computed: bool = False
    """Its first argument is one, and no string."""
    is_inside: bool = False
    """What it decorates stands in a class or in a block, which may not run."""


class Interface(Fact, frozen=True, array_like=True, gc=False):
    """Everything the module graph depends on."""

    elides: bool
    """A static import whose names are used only as types is gone when the program runs, unless compiler options keep
    it."""
    directives: tuple[Directive, ...]
    imports: tuple[Import, ...]
    exports: tuple[Export, ...]
    declarations: tuple[Declaration, ...]
    bindings: tuple[Binding, ...]
    private: tuple[str, ...] = ()
    """Exports that a directive of the module does not speak for, because others can import them but are not meant to
    (`_check`, what `__all__` leaves out), or because they are no functions."""
    decorators: tuple[Decorator, ...] = ()

    @property
    def directive(self) -> str | None:
        """The directive that takes effect for the whole module, e.g. `use client`: the first one, but for Next a file
        that has `'use client'` besides is a client module."""
        heads = [d.value for d in self.directives if d.place == DirectivePlace.PROLOGUE and is_directive(d.value)]
        return CLIENT if CLIENT in heads else next(iter(heads), None)

    @property
    def is_transformed(self) -> bool:
        """Another tool than the framework reads a directive at its head."""
        return any(d.place == DirectivePlace.PROLOGUE and is_of_another_tool(d.value) for d in self.directives)


class SiteKind(IntEnum):
    IMPORT = 0
    """An import specifier's token. Not in `Uses.sites`: the interface already has it; references use it."""
    REEXPORT = 1
    """An export specifier's token, likewise."""
    CALL = 2
    RENDER = 3
    FORM_ACTION = 4
    """On `action` or `formAction` of a host element, or of `next/form`'s default export."""
    BIND = 5
    """The receiver of `.bind(…)`; what becomes of the result is in the flow."""
    PASS = 6
    """A prop, an argument, an element of an object or array, a returned value: handed on as a value."""
    READ = 7
    TYPE = 8
    SET = 9
    """A property is set on it: `Chart.displayName = 'Chart'`. Nothing of it runs."""

    @property
    def word(self) -> str:
        """As answers and messages have it: `form-action`."""
        names = {SiteKind.REEXPORT: "re-export", SiteKind.SET: "read"}
        return names.get(self) or self.name.lower().replace("_", "-")


class Site(Fact, frozen=True, array_like=True, gc=False):
    """One identifier token that names a binding."""

    declaration: int
    binding: int
    kind: SiteKind
    member: str = ""
    """`actions.remove(id)` with `actions` a namespace, object or props: `remove`. The kind is then that of the whole
    member expression, and the site's span is the member's token."""
    flow: int = -1
    """Index into `Uses.flows`: where the value goes; -1 where it is consumed (called, rendered) or lost."""


class FlowKind(IntEnum):
    ALIAS = 0
    """Into a local or top-level variable: `target` is that binding."""
    PROP = 1
    """Onto a JSX element as the prop `name`: `target` is the component's binding, -1 for a host element."""
    ARGUMENT = 2
    """Into a call as argument `name` (`0`, or `0.onSuccess` inside an object literal); `target` is the callee's."""
    RETURN = 3
    """Returned from a function (of the enclosing declaration or nested in it)."""
    EXPORT = 4
    """Into an object or array that is a top-level declaration's value: `target` is that binding, `name` the key."""
    UNKNOWN = 5
    """A spread, a computed key, an assignment to something not tracked: the trail ends."""


class Flow(Fact, frozen=True, array_like=True, gc=False):
    kind: FlowKind
    target: int = -1
    name: str = ""
    """PROP: the prop's name, `actions.save` for a key inside an object literal, `*` for a spread of an object."""
    member: str = ""
    """The member when the target is reached through one: `<Card.Body action={f}/>`, `api.useMutation(f)`."""
    text: str = ""
    """The JSX tag or callee as written: `form`, `useActionState`, `api.useMutation`."""


class NamedCall(Fact, frozen=True, array_like=True, gc=False):
    """A call whose first argument is a string that could name something: `anvil.server.call("save", 1)`."""

    site: int
    """Index of the callee's site."""
    names: tuple[str, ...]
    """What the string can be; several where it is chosen, or comes from a constant list."""


class InlineFunction(Fact, frozen=True, array_like=True, gc=False):
    """A function whose own body starts with `'use server'` or `'use cache'`."""

    path: str
    """`Page.save`, `Page.$1` by order among the unnamed ones of the declaration, `save` at top level."""
    declaration: int
    directive: str
    is_async: bool
    captures: tuple[str, ...]
    """Member paths of names declared in enclosing functions: `user.id`, `cfg`."""


class Uses(Fact, frozen=True, array_like=True, gc=False):
    """Where imported and declared names are used, and where their values go."""

    sites: tuple[Site, ...]
    flows: tuple[Flow, ...]
    inline_functions: tuple[InlineFunction, ...]
    named_calls: tuple[NamedCall, ...] = ()
    mentioned: tuple[str, ...] = ()
    """Words of a text with problems that no fact is about, sorted: they may be uses."""


class Values(Fact, frozen=True, array_like=True, gc=False):
    """What is worth reading closely when values are judged."""

    has_handlers: bool = False
    """Some text looks like an event handler or action of an element: ` onClick={`, ` action={`."""


class Form(Fact, frozen=True, array_like=True, gc=False):
    """One such thing: no verdict, which depends on the layers that compile the module."""

    kind: FormKind
    subject: str
    detail: str = ""


class Suppression(Fact, frozen=True, array_like=True, gc=False):
    """A comment `boundary-ignore rule-id, rule-id: reason`, as written: no such rule need exist."""

    rules: tuple[str, ...]
    reason: str


class Problem(Fact, frozen=True, array_like=True, gc=False):
    """What we could not understand (`syntax-error`, `too-deep`, `not-utf-8`), or is computed: `computed-import`."""

    kind: str
    start: int
    end: int


class ModuleFacts(Fact, frozen=True, array_like=True, gc=False):
    interface: Interface
    uses: Uses
    values: Values
    forms: tuple[Form, ...]
    problems: tuple[Problem, ...]
    spans: msgspec.Raw
    """`Spans`, encoded; decode with `decode_spans`."""
    suppressions: tuple[Suppression, ...] = ()

    def same_as(self, other: ModuleFacts) -> bool:
        """Equal but for positions."""
        mine = (self.interface, self.uses, self.values, self.forms, self.suppressions)
        return mine == (other.interface, other.uses, other.values, other.forms, other.suppressions)


def facts_codec() -> tuple[msgspec.msgpack.Encoder, msgspec.msgpack.Decoder[Any]]:
    """The encoder and schema-checking decoder for `ModuleFacts` on disk and between processes."""
    return msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(ModuleFacts)
