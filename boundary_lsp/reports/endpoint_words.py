"""The words of the dead-endpoint report, for somebody who knows none of ours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from boundary_lsp.model.facts import SiteKind
from boundary_lsp.model.program import Liveness, Publication
from boundary_lsp.reports.styled import counted, listed


class StateWords(NamedTuple):
    label: str
    meaning: str


STATES: Mapping[Liveness, StateWords] = {
    Liveness.UNUSED: StateWords("Unused", "No code refers to it."),
    Liveness.UNREACHED: StateWords(
        "Dead code only", "Only code that no page, route or other start of the program reaches uses it."
    ),
    Liveness.TEST_ONLY: StateWords("Tests only", "Only tests and stories use it."),
    Liveness.IN_PROCESS: StateWords(
        "Server only", "Only server code calls it, as an ordinary function. It needs no address on the network."
    ),
    Liveness.USED_OUTSIDE: StateWords(
        "Used elsewhere", "The configuration says that something outside of this repository calls it."
    ),
    Liveness.HANDED_OVER: StateWords(
        "Handed over",
        "A page puts it on a form, or hands it to the browser and the trail is lost. Count it as in use.",
    ),
    Liveness.CALLED: StateWords("In use", "Code in the browser calls it over the network."),
}
"""The least needed first."""

REACH: Mapping[Publication, str] = {
    Publication.YES: "Anyone",
    Publication.UNKNOWN: "Not known",
    Publication.NO: "Nobody",
}
"""Who can reach it from the network."""

REACH_MEANING: Mapping[Publication, str] = {
    Publication.YES: (
        "The build gives it an address. Anyone who can reach the site can call it with a POST request and arguments of "
        "their choice, whether or not a page does. Checks that the function makes itself are not looked at here."
    ),
    Publication.UNKNOWN: "Whether the build gives it an address could not be told.",
    Publication.NO: "The build gives it no address now. An import from a page or from browser code can change that.",
}

SIDES: Mapping[str, str] = {
    "network": "over the network",
    "server": "on the server",
    "unknown": "on a side that is not known",
    "tests": "in tests",
    "dead": "in dead code",
    "types": "for its type alone",
}
"""What a use makes of it, the most important first."""

_HOW: Mapping[SiteKind, str] = {
    SiteKind.CALL: "calls it",
    SiteKind.RENDER: "renders it",
    SiteKind.FORM_ACTION: "puts it on a form",
    SiteKind.BIND: "binds arguments to it",
    SiteKind.PASS: "hands it on",
    SiteKind.READ: "reads it",
    SiteKind.TYPE: "takes its type",
    SiteKind.SET: "sets a property on it",
}


def use_text(kind: SiteKind, side: str, within: str) -> str:
    """`over the network: BanDialog calls it`."""
    how = "hands it on to be called" if kind is SiteKind.PASS and side == "network" else _HOW[kind]
    return f"{SIDES[side]}: {within or 'the module'} {how}"


def callers_text(sides: Iterable[str]) -> str:
    """`3 over the network, 1 on the server`; `none`."""
    counts = Counter(sides)
    return ", ".join(f"{counts[side]:,} {words}" for side, words in SIDES.items() if counts[side]) or "none"


def called_from(sides: Iterable[str]) -> str:
    """`Used from 3 places over the network and from 1 place on the server.`"""
    counts = Counter(sides)
    parts = [f"{counted(counts[side], 'place')} {words}" for side, words in SIDES.items() if counts[side]]
    return f"Used from {listed(parts)}." if parts else ""
