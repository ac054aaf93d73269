"""The edits of a rename, or the reason why there are none."""

from __future__ import annotations

import re

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.frameworks.detect import may_ask_for
from boundary_lsp.ide.places import Place
from boundary_lsp.ide.renaming.edits import Edits
from boundary_lsp.ide.renaming.refusal import CannotRename, require_readable
from boundary_lsp.ide.renaming.registered import called_as, strings_of
from boundary_lsp.ide.renaming.spread import Spread
from boundary_lsp.ide.renaming.start import Start, start_at
from boundary_lsp.ide.renaming.texts import Texts
from boundary_lsp.model.fixes import TextChange
from boundary_lsp.model.program import Role
from boundary_lsp.project.governing import is_used_outside
from boundary_lsp.syntax.languages import language_of


def rename_range(snapshot: Snapshot, module: int, offset: int) -> Place | None:
    """The token that a rename would begin with; None where no name stands that we can rename. Raises CannotRename."""
    start = _start(snapshot, Texts(snapshot), module, offset)
    return start.place if start is not None else None


def rename(snapshot: Snapshot, module: int, offset: int, new: str) -> tuple[TextChange, ...]:
    """Every change that gives the thing at an offset another name, by path; nothing where no name stands that we can
    rename. Aliases end it, and what already has a name of its own keeps that. Raises CannotRename."""
    texts = Texts(snapshot)
    start = _start(snapshot, texts, module, offset)
    if start is None or start.word == new:
        return ()
    if not _is_identifier(snapshot, module, new):
        raise CannotRename(f"`{new}` is no name that a variable can have.")
    edits = Edits(snapshot, texts, start, new)
    if start.called is not None:
        edits.say(strings_of(snapshot, texts, start.called, new))
    elif start.home is not None:
        edits.rename_inside(start.place.module, start.home)
    else:
        _rename_everywhere(snapshot, texts, edits, start, new)
    return edits.changes()


def _rename_everywhere(snapshot: Snapshot, texts: Texts, edits: Edits, start: Start, new: str) -> None:
    spread = Spread(snapshot, start)
    for module in sorted(spread.publics):
        _require_free(snapshot, module, start.word, new)
        require_readable(snapshot, module, start.word)
    for module, spans in spread.mentions.items():
        edits.mention(module, spans)
    for module, spans in spread.imported.items():
        edits.arrive(module, spans)
    for module in sorted(spread.locals):
        edits.rename_own(module, spread.arrivals.get(module) if module not in spread.publics else None)
    for module, spans in spread.kept.items():
        edits.keep(module, spans)
    for module in sorted(spread.publics - spread.locals):
        edits.list_otherwise(module)
    for module in sorted(spread.publics):
        called = called_as(snapshot, module, start.word)
        if called is not None and called.decorator is None:
            edits.say(strings_of(snapshot, texts, called, new))


def _start(snapshot: Snapshot, texts: Texts, module: int, offset: int) -> Start | None:
    start = start_at(snapshot, texts, module, offset)
    reserved = language_of(snapshot.program.modules[module]).reserved
    if start is not None and (start.word in reserved or not start.word.isprintable()):
        raise CannotRename(f"`{start.word}` is a word of the language.")
    return start


def _require_free(snapshot: Snapshot, module: int, word: str, new: str) -> None:
    """The module can export it under another name, and nothing but modules asks for it by the old one."""
    program = snapshot.program
    path = program.modules[module]
    if snapshot.names.linker.export(module, new) is not None:
        raise CannotRename(f"`{path}` already exports `{new}`.")
    if is_used_outside(snapshot.project, f"{path}#{word}"):
        raise CannotRename(f"The configuration says that something outside uses `{path}#{word}`, by that name.")
    if program.roles[module] is Role.CONFIG:
        raise CannotRename(f"`{path}` is a configuration: whoever reads it looks for `{word}` by its name.")
    for layer in program.layers_of(program.entry_bits[module]):
        application = program.applications[layer.application]
        if may_ask_for(application, path, word):
            loader = application.framework.capitalize()
            raise CannotRename(f"{loader} loads `{path}` itself, and may look for `{word}` by its name.")


def _is_identifier(snapshot: Snapshot, module: int, name: str) -> bool:
    language = language_of(snapshot.program.modules[module])
    return re.fullmatch(language.identifier, name) is not None and name not in language.reserved
