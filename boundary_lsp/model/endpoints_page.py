"""The dead-endpoint report as people read it: sentences, not codes. What its page and its Markdown are made from."""

from __future__ import annotations

import msgspec

from boundary_lsp.model.program import Liveness, Publication


class Place(msgspec.Struct, frozen=True):
    """1-based; the column counts code points."""

    path: str
    line: int
    column: int
    text: str
    """What is to be said of it."""


class Use(msgspec.Struct, frozen=True):
    place: Place
    within: str
    """The declaration that it stands in; empty where it stands in none."""
    side: str
    """`network`, `server`, `scripts`, `unknown`, `tests`, `dead` or `types`: what the use makes of the endpoint."""
    through: list[str]
    """What carried the endpoint here, outermost first."""


class Chain(msgspec.Struct, frozen=True):
    """How a module with uses is loaded, from an entry point on."""

    path: str
    steps: list[str]
    """Paths, `(browser) path` where the browser's side begins. Empty where nothing loads the module."""


class Twin(msgspec.Struct, frozen=True):
    """Another endpoint of the same file that must not be taken for this one: `Keep` name `, in the same file: …`."""

    name: str
    anchor: str
    before: str
    after: str


class LastChange(msgspec.Struct, frozen=True):
    """Of the file."""

    date: str
    commit: str
    author: str
    subject: str


class Row(msgspec.Struct, frozen=True):
    """One endpoint."""

    id: str
    """`path#name`."""
    anchor: str
    """`path~name`, for links to it."""
    name: str
    path: str
    line: int
    folder: str
    liveness: Liveness
    published: Publication
    rank: int
    """How urgent it is to remove, 0 first; `KEEP` where it is not."""
    mark: str
    """What the comparison says of it in a word or two; empty where there is none or nothing has changed."""
    why: str
    """Why it is alive, dead or private."""
    exposure: str
    """Who can reach it, and why."""
    publishing: list[Place]
    """The imports that give it its address."""
    publishing_way: list[str]
    """As in `Chain.steps`: how the browser comes to the last of these imports; empty where the imports themselves say
    it."""
    advice: list[str]
    """What to do about it, a sentence each; empty where nothing need be done."""
    twins: list[Twin]
    takes_arguments: bool
    """False where it is known to take none."""
    callers: int
    callers_text: str
    """`3 over the network, 1 on the server`."""
    uses: list[Use]
    """The most important first."""
    more_uses: int
    """Besides those."""
    chains: list[Chain]
    more_chains: int
    """Files with uses besides those."""
    applications: list[str]
    """`web: in use`, where there are several."""
    signature: str
    troubles: list[str]
    changed: LastChange | None


class Part(msgspec.Struct, frozen=True):
    """Endpoints with which the same is to be done."""

    title: str
    """Empty where that is no more than with all of the group."""
    advice: list[str]
    """What is to be done besides, a sentence each."""
    rows: list[Row]
    """Those that take arguments first, then by name."""


class Group(msgspec.Struct, frozen=True):
    """Endpoints to act on for one reason."""

    title: str
    reason: str
    rank: int
    advice: list[str]
    """What to do with each of them."""
    parts: list[Part]

    @property
    def count(self) -> int:
        return sum(len(part.rows) for part in self.parts)


class Term(msgspec.Struct, frozen=True):
    """A word of the report in plain words, and how many endpoints it is said of."""

    key: str
    """As commands and JSON have it."""
    label: str
    meaning: str
    count: int


class Folder(msgspec.Struct, frozen=True):
    path: str
    count: int


class Changed(msgspec.Struct, frozen=True):
    """An endpoint or a module that is not as it was."""

    name: str
    """Empty for a module."""
    path: str
    text: str
    """What has become of it; empty for a module."""
    anchor: str
    """Of its row; empty where it has none."""


class Difference(msgspec.Struct, frozen=True):
    """Something that a branch does."""

    title: str
    entries: list[Changed]


class Page(msgspec.Struct, frozen=True):
    project: str
    tool: str
    made: str
    """A date."""
    revision: str
    """What was looked at: a commit, and what differs from it; empty where there is none."""
    headline: str
    states: list[Term]
    reach: list[Term]
    sides: list[Term]
    """Of uses. Only what occurs is in these three."""
    groups: list[Group]
    requests: list[str]
    """What calls look like in a server's log, a sentence or two each; empty where nothing is to be looked for."""
    rows: list[Row]
    """The most urgent first, then by path."""
    folders: list[Folder]
    base: str
    """What it is compared with; empty where with nothing."""
    differences: list[Difference]
    notes: list[str]
    """What could not be used or read."""


KEEP = 9
"""The rank of what is in use."""
