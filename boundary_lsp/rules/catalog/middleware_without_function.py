"""middleware-without-function: a middleware or proxy file that exports no function to call."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from boundary_lsp.frameworks.versions import version_tuple
from boundary_lsp.model.facts import BindingKind, Export, Interface, ValueKind
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.program import FileKind, NamedFile, Program
from boundary_lsp.model.spans import decode_spans, span_at
from boundary_lsp.rules.named_files import named_files
from boundary_lsp.rules.rule import Context, Group, Rule

_SINCE = {FileKind.MIDDLEWARE: (), FileKind.PROXY: (16,)}
_OTHER = {"middleware": "proxy", "proxy": "middleware"}
_NO_FUNCTIONS = frozenset({ValueKind.LITERAL, ValueKind.OBJECT, ValueKind.ARRAY, ValueKind.CLASS})


def check(context: Context) -> Iterator[Finding]:
    return context.everywhere(_in_module, named_files)


def _in_module(program: Program, module: int) -> Iterator[Finding]:
    for file in program.named(module):
        version = version_tuple(program.applications[file.application].framework_version)
        if file.kind in _SINCE and version >= _SINCE[file.kind]:
            yield from _in_file(program, file)


RULE = Rule(
    "middleware-without-function",
    "a middleware or proxy file that exports no function to call",
    Severity.ERROR,
    Group.ROUTES,
    check,
)


def _in_file(program: Program, file: NamedFile) -> Iterator[Finding]:
    """`export *` and `module.exports =` may export anything, so nothing is said."""
    interface = program.facts[file.module].interface
    exports = {export.name: index for index, export in enumerate(interface.exports) if not export.type_only}
    if "*" in exports or "=" in exports:
        return
    wanted = file.kind.value
    if wanted not in exports and "default" not in exports:
        yield _finding(program, file, exports.get(_OTHER[wanted], -1), _missing(exports, wanted))
        return
    used = exports.get(wanted, exports.get("default", -1))
    if _value(interface, interface.exports[used]) in _NO_FUNCTIONS:
        what = f"`{wanted}`" if wanted in exports else "the default export"
        message = f"Next calls {what} for every request, and it is no function: every request fails. Export a function."
        yield _finding(program, file, used, message)


def _missing(exports: Mapping[str, int], wanted: str) -> str:
    told = "so the build fails."
    if _OTHER[wanted] in exports:
        return f"A {wanted} file is asked for `{wanted}`, and this one exports `{_OTHER[wanted]}`, {told} Rename it."
    return f"Next finds nothing to call in this file, {told} Export a function as `{wanted}` or as default."


def _value(interface: Interface, export: Export) -> ValueKind:
    binding = interface.bindings[export.binding] if export.binding >= 0 else None
    if binding is None or binding.kind is not BindingKind.DECLARATION:
        return ValueKind.OTHER
    return interface.declarations[binding.owner].value


def _finding(program: Program, file: NamedFile, export: int, message: str) -> Finding:
    facts = program.facts[file.module]
    start, end = span_at(decode_spans(facts).exports, export) if export >= 0 else (0, 0)
    path = program.modules[file.module]
    return Finding(RULE.id, Severity.ERROR, message, file.module, start, end, ("server",), subject=path)
