"""The words of the dead-endpoint report, for somebody who knows none of ours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from boundary_lsp.model.facts import SiteKind
from boundary_lsp.model.program import Liveness, Publication


class Words(NamedTuple):
    label: str
    meaning: str


STATES: Mapping[Liveness, Words] = {
    Liveness.UNUSED: Words("Unused", "No code refers to it."),
    Liveness.UNREACHED: Words(
        "Dead code only", "Only code that no page, route or other start of the program reaches uses it."
    ),
    Liveness.TEST_ONLY: Words("Tests only", "Only tests and stories use it."),
    Liveness.IN_PROCESS: Words(
        "Server only",
        "Only server code and scripts call it, as an ordinary function. It needs no address on the network.",
    ),
    Liveness.USED_OUTSIDE: Words(
        "Used elsewhere", "The configuration or the framework says that something outside of this code calls it."
    ),
    Liveness.HANDED_OVER: Words(
        "Handed over",
        "The server puts it on a form, or gives it to the browser or to programs elsewhere, where no call of it could "
        "be seen. Count it as in use.",
    ),
    Liveness.CALLED: Words("In use", "Code in the browser, or the form it is written on, calls it over the network."),
}
"""The least needed first."""

REACH: Mapping[Publication, Words] = {
    Publication.YES: Words(
        "Anyone",
        "The build gives it an address. Anyone who can reach the site can call it with a POST request and arguments of "
        "their choice, whether or not a page does. Checks that the function makes itself are not looked at here.",
    ),
    Publication.UNKNOWN: Words("Not known", "Whether the build gives it an address could not be told."),
    Publication.NO: Words(
        "Nobody", "The build gives it no address now. An import from a page or from browser code can change that."
    ),
}
"""Who can reach it from the network."""

SIDES: Mapping[str, Words] = {
    "network": Words("over the network", "The browser sends a POST request, and the function runs on the server."),
    "server": Words("on the server", "Server code calls it as an ordinary function: no request is made."),
    "scripts": Words(
        "in scripts",
        "Code that somebody runs by hand or from package.json calls it as an ordinary function. No page or route "
        "loads that code.",
    ),
    "unknown": Words("on a side that is not known", "Whether that code runs in the browser could not be told."),
    "tests": Words("in tests", "Tests and stories."),
    "dead": Words("in dead code", "Code that nothing runs."),
    "types": Words("for its type alone", "Nothing of it is left when the program runs."),
}
"""What a use makes of it, the most important first."""

_HOW: Mapping[SiteKind, str] = {
    SiteKind.CALL: "calls it",
    SiteKind.RENDER: "renders it",
    SiteKind.FORM_ACTION: "puts it on a form",
    SiteKind.BIND: "binds arguments to it",
    SiteKind.PASS: "passes it as an argument or a prop",
    SiteKind.READ: "reads it",
    SiteKind.TYPE: "takes its type",
    SiteKind.SET: "sets a property on it",
}


def use_text(kind: SiteKind, side: str, within: str) -> str:
    """`over the network: BanDialog calls it`."""
    return f"{SIDES[side].label}: {within or 'the module'} {_HOW[kind]}"


def callers_text(sides: Iterable[str]) -> str:
    """`3 over the network, 1 on the server`; `none`."""
    counts = Counter(sides)
    return ", ".join(f"{counts[side]:,} {words.label}" for side, words in SIDES.items() if counts[side]) or "none"
