"""Taking an export out of its module, with all that only it used, and out of the imports that name it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from boundary_lsp.fixes.case import Case, Unplannable
from boundary_lsp.fixes.uses import Uses, kept_names
from boundary_lsp.model.facts import BindingKind
from boundary_lsp.model.fixes import Fix, Splice, TextChange
from boundary_lsp.model.program import ServerFunction
from boundary_lsp.model.spans import decode_spans, span_at
from boundary_lsp.syntax.languages.texts import Text


def remove_exports(case: Case) -> Fix:
    functions = [_function(case, name) for name in case.request.names]
    return Fix((_in_own_module(case), *_elsewhere(case, functions)))


def in_order(splices: Iterable[Splice]) -> tuple[Splice, ...]:
    """Raises Unplannable where two of them want the same text."""
    found = sorted(splices, key=lambda splice: (splice.start, splice.end))
    if any(now.end > after.start for now, after in pairwise(found)):
        raise Unplannable
    return tuple(found)


def import_offsets(case: Case, module: int, wanted: Collection[tuple[int, str]]) -> list[int]:
    """Where (import, local name) stand in a module's text."""
    facts = case.program.facts[module]
    spans = decode_spans(facts).imported_names
    names = [(number, name.local) for number, entry in enumerate(facts.interface.imports) for name in entry.names]
    return [span_at(spans, index)[0] for index, key in enumerate(names) if key in set(wanted)]


def export_offsets(case: Case, numbers: Collection[int], text: Text) -> list[int]:
    """Where `export { a }` names these declarations."""
    interface = case.facts.interface
    spans = decode_spans(case.facts).exported_things
    inside = [(statement.start, statement.end) for statement in text.declarations()]
    found = []
    for index, export in enumerate(interface.exports):
        start, _ = span_at(spans, index)
        binding = interface.bindings[export.binding] if export.binding >= 0 else None
        own = binding is not None and binding.kind is BindingKind.DECLARATION and binding.owner in numbers
        if own and not any(first <= start < last for first, last in inside):
            found.append(start)
    return found


def _in_own_module(case: Case) -> TextChange:
    text = case.whole_text(case.path)
    uses = Uses(case.facts, kept_names(case.program, case.request.module, _unsaid_exports(case, text)))
    gone = uses.only_for(uses.numbers(case.request.names))
    exports = export_offsets(case, gone, text)
    imports = import_offsets(case, case.request.module, uses.imports_only_for(gone))
    found = text.taken_out(uses.names_of(gone), (*exports, *imports))
    if found is None:
        raise Unplannable
    splices = in_order(found)
    return TextChange(case.path, (*splices, *text.kept_a_module(splices)))


def _unsaid_exports(case: Case, text: Text) -> set[str]:
    """Names that others can import though no statement says so."""
    interface = case.facts.interface
    silent = [(statement.start, statement.end) for statement in text.declarations() if not statement.is_exported]
    starts = decode_spans(case.facts).exported_things[::2]
    return {
        export.name
        for export, start in zip(interface.exports, starts, strict=True)
        if any(first <= start < last for first, last in silent)
    }


def _function(case: Case, name: str) -> ServerFunction:
    for function in case.program.functions_of(case.request.module):
        if function.name == name and function.inline < 0:
            return function
    raise Unplannable


def _elsewhere(case: Case, functions: Sequence[ServerFunction]) -> list[TextChange]:
    """Imports and re-exports that name it, and nothing that uses it."""
    offsets: dict[int, set[int]] = defaultdict(set)
    for reference in (r for function in functions for r in function.references):
        if not reference.is_specifier:
            raise Unplannable
        if reference.module != case.request.module:
            offsets[reference.module].add(reference.start)
    changes = []
    for module, starts in sorted(offsets.items()):
        path = case.program.modules[module]
        splices = case.whole_text(path).without(starts)
        if splices is None:
            raise Unplannable
        changes.append(TextChange(path, in_order(splices)))
    return changes
