"""What can be done to a text, whatever it is written in. Offsets are bytes; nothing is changed, edits are returned."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple, Protocol

from boundary_lsp.model.fixes import Splice


class Statement(NamedTuple):
    """A declaration. `start` to `end` are whole lines where nothing else stands on them, with the comments right
    above."""

    start: int
    end: int
    code_start: int
    """Behind those comments."""
    names: tuple[str, ...]
    """All that it declares; overloads are statements of their own, with the same name."""
    is_exported: bool
    """The text says that others can import it, where it need not be said as well."""
    is_type: bool
    """It declares a type, and nothing that is there when the program runs."""


class Home(NamedTuple):
    """The part of the text where a declared name is in force."""

    start: int
    end: int

    def holds(self, other: Home) -> bool:
        return self.start <= other.start and other.end <= self.end


class Spelled(NamedTuple):
    """One token that means a name."""

    start: int
    end: int
    home: Home
    is_shorthand: bool
    """`{ save }`, which says the key as well."""
    is_tag: bool

    def renamed(self, old: bytes, new: bytes) -> Splice:
        """The same thing under another name; a key stays what it is."""
        return Splice(self.start, self.end, old + b": " + new if self.is_shorthand else new)


class Said(NamedTuple):
    specifier: str
    start: int
    """Of what stands between the quotes, in bytes."""
    end: int


class Spellings(Protocol):
    """The tokens of a text that spell a name and mean something that has it."""

    @property
    def whole(self) -> Home:
        """The home of the module's own names."""

    def of(self, home: Home) -> tuple[Spelled, ...]: ...

    def at(self, offset: int) -> Spelled | None: ...

    def links(self) -> Iterator[tuple[int, int]]:
        """Where comments link to the name."""


class Text(Protocol):
    """Edits that cannot be made without a guess are None, or no splices."""

    @property
    def source(self) -> bytes: ...

    @property
    def newline(self) -> bytes: ...

    @property
    def is_broken(self) -> bool:
        """Some of it is not understood."""

    def declarations(self) -> tuple[Statement, ...]:
        """Those of the top level, in order."""

    def kept_a_module(self, gone: Sequence[Splice]) -> tuple[Splice, ...]:
        """What has to be said of a text of which nothing is left that makes it a module."""

    def exported(self, statement: Statement) -> bytes:
        """Its code, so that others can import it."""

    def can_change(self, statement: Statement) -> bool:
        """Its names may be given other values, which only their own module can do."""

    def name_to_import(self, imported: str, local: str, *, is_type: bool) -> str:
        """As `import_added` takes it."""

    def taken_out(self, names: Collection[str], offsets: Collection[int] = ()) -> tuple[Splice, ...] | None:
        """Without the statements that declare these names, and as `without` does, all at once."""

    def without(self, offsets: Collection[int]) -> tuple[Splice, ...] | None:
        """Without the names of imports and exports at these offsets."""

    def only(self, offsets: Collection[int]) -> list[bytes] | None:
        """The import statements that hold the names at these offsets, each with none besides. None where statements are
        not moved between modules of the language."""

    def side_effects(self, specifier: str) -> list[bytes]:
        """The statements that load a module and take nothing of it."""

    def import_added(self, names: Sequence[str], specifier: str, behind: int = -1) -> Splice:
        """Behind the import statement around an offset; without one, behind all that are there."""

    def directive_added(self, directive: str) -> tuple[Splice, ...]:
        """To the module."""

    def directive_moved(self, at: int) -> tuple[Splice, ...]:
        """From an offset to where it counts."""

    def directive_corrected(self, at: int, directive: str) -> tuple[Splice, ...]: ...

    def directive_removed(self, at: int) -> tuple[Splice, ...]: ...

    def comment_above(self, at: int, words: str) -> tuple[Splice, ...]:
        """On a line of its own above that of an offset."""

    def made_async(self, at: int) -> tuple[Splice, ...]:
        """The function whose name, else first token, is at an offset."""

    def spellings(self, name: bytes) -> Spellings | None:
        """None where not all of them can be found."""

    def is_taken(self, new: bytes, renamed: tuple[Spelled, ...]) -> int | None:
        """Where `new` has a meaning that the renamed tokens would take over, or lose themselves to."""

    def is_shorthand(self, start: int, end: int) -> bool:
        """The token stands for a key and a name at once."""

    def closing_name(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a closing tag says the member that is named here in the opening one."""
