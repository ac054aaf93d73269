"""The kinds of forms: see `facts.Form`."""

from __future__ import annotations

from enum import StrEnum


class FormKind(StrEnum):
    """What is noticed about the way something is written, for rules about what a framework's compiler refuses.

    What a kind says about `Form.subject` and `Form.detail` stands with it."""

    SYNC_FUNCTION = "sync-function"
    """A server or cached function that is not async: it has a directive of its own, or its module has one and it is
    exported where it stands. `subject` is its path, as in `InlineFunction`; `detail` is `server` or `cache`."""
    SYNC_BY_NAME = "sync-by-name"
    """The same of one that only `export { save }` or `export default save` exports from a `'use server'` module."""
    SYNC_WITHIN = "sync-within"
    """A function that is not async within what such a module exports: `export const save = wrap(() => {})`. `subject`
    is the exported name."""
    SYNC_ACCESSOR = "sync-accessor"
    """A static or private getter or setter of a class, with a directive. `subject` is its path."""
    SYNC_OBJECT_ACCESSOR = "sync-object-accessor"
    """The same of an object."""
    FORBIDDEN_WORD = "forbidden-word"
    """`this`, `super` or `arguments` (`detail`) in a server or cached function (`subject`), as in SYNC_FUNCTION."""
    FORBIDDEN_BY_NAME = "forbidden-by-name"
    """The same in one as in SYNC_BY_NAME."""
    FORBIDDEN_WITHIN = "forbidden-within"
    """The same in one as in SYNC_WITHIN, async or not."""
    INSTANCE_METHOD = "instance-method"
    """A method or accessor of a class's instances with a directive. `subject` is its path."""
    STRANGE_EXPORT = "strange-export"
    """An export statement, in a module of server or cached functions, of something that is no function by its spelling.
    `subject` is the exported names; `detail` is `literal`, `class`, `default`, `names` (`export { a } from`),
    `namespace` (`export * as a from`) or `everything` (`export * from`)."""
    VALUE_EXPORT = "value-export"
    """An export of a `'use server'` module that is spelled as a function could be, and is certainly none. `subject` is
    its public name; `detail` says what it is, with its article: `an object`."""
    SSR_FALSE = "ssr-false"
    """A call of the default export of `next/dynamic` with a literal `ssr: false`. `subject` says what is its first
    argument: the `loader`, or the `options` themselves."""
    SUPERCLASS = "superclass"
    """What a class extends, where that is a name or a member: `subject` is its last name, the span that of its site."""
    TAKEN_APART = "taken-apart"
    """A name taken out of the whole of an import, without a default: `useState` in `const { useState: s } = React`.
    `subject` is the name, the span that of its site."""
    LITERAL_EXPORT = "literal-export"
    """`export const revalidate = 60`. `subject` is the name, `detail` the value as JSON: a string, a number, a truth
    value or a list of strings. Only names in camel case, which somebody else may read by name."""
    ASYNC_MARKUP = "async-markup"
    """A top-level function that is async, awaits something and returns JSX. `subject` is its declaration's name."""
    CACHED_CALL = "cached-call"
    """In a function with `'use cache'`, its own or its file's, a call of an imported function that stands in no other
    function inside it. `subject` is specifier and name, `next/headers#cookies`; `detail` the directive."""

    CAPTURED_LOOP_VARIABLE = "captured-loop-variable"
    """A function with a directive of its own (`subject`, as all the following) uses a name from around it (`detail`):
    one that the header of a loop declares: `for (const row of rows)`."""
    CAPTURED_CATCH_PARAMETER = "captured-catch-parameter"
    CAPTURED_CLASS = "captured-class"
    CAPTURED_RENAMED_DEFAULT = "captured-renamed-default"
    """One that a pattern takes out under another name, with a default: `{ data: rows = [] }`."""
    CAPTURED_LATER = "captured-later"
    """One that is declared below the function."""
    CAPTURED_UNFINISHED = "captured-unfinished"
    """One of the very statement, function or parameter list that the function stands in: `const save = wrap(…)`."""
    CAPTURED_BLOCK_VARIABLE = "captured-block-variable"
    """One of a block that no function is around: of an `if` at the top level, a constructor, a static block."""
    CAPTURED_TAG = "captured-tag"
    """Used as a JSX element's tag."""
    CAPTURED_TARGET = "captured-target"
    """Assigned to."""
    CAPTURED_COUNTER = "captured-counter"
    """`n++`, `--n`."""
    CAPTURED_IN_PARAMETER = "captured-in-parameter"
    """Used in the default value of one of the function's parameters."""
    CAPTURED_ITSELF = "captured-itself"
    """Its own name, of a function that takes other names along."""

    FUNCTION_BEFORE_DECLARATION = "function-before-declaration"
    """A use of a declared function with a directive of its own (`subject`), which runs before the declaration."""
    FUNCTION_BEHIND_RETURN = "function-behind-return"
    """The same, of one that is declared behind a `return`."""
    DEFAULT_FUNCTION_BY_NAME = "default-function-by-name"
    """The same, of one that is the module's default export."""

    USING_IN_FUNCTION = "using-in-function"
    """`using` or `await using` as a statement of the body of a function with a directive of its own (`subject`)."""
    USING_IN_MODULE = "using-in-module"
    """The same at the top level of a module with a directive, which is the `subject`."""
    RUN_AS_SCRIPT = "run-as-script"
    """The module asks whether it is what was started: `if __name__ == "__main__":`."""
    PRIVATE_METHOD = "private-method"
    """A private static method with a directive of its own: `static async #save() { 'use server' }`."""
