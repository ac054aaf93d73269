"""What to look for in a server's log before an endpoint goes: a request names an id, and not the function."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boundary_lsp.frameworks.detect import PROFILES
from boundary_lsp.frameworks.profile import RequestLook
from boundary_lsp.model.endpoints_page import KEEP, Row
from boundary_lsp.model.program import Program, Publication


def requests_text(program: Program, rows: Sequence[Row]) -> list[str]:
    """A sentence or two each; none where no needless endpoint may be reached, or what requests look like is not
    known."""
    if not any(row.rank < KEEP and row.published is not Publication.NO for row in rows):
        return []
    profiles = (PROFILES[name] for name in sorted({application.framework for application in program.applications}))
    return [text for profile in profiles if profile.request for text in _sentences(profile.request)]


def _sentences(look: RequestLook) -> Iterator[str]:
    yield (
        f"A call is a POST request to the address of some page, whose header {look.header} holds the function's id. A "
        "form that is sent before the page's scripts run has no such header; its body has fields whose names begin "
        f"with {look.field}."
    )
    yield (
        f"The id is not the function's name. The file {look.ids} of the running build lists the ids, and in newer "
        "versions the file and the name that each stands for. Another build may give other ids."
    )
    yield (
        "Access logs seldom keep headers. Have the proxy in front of the server log this one for some days, or write a "
        "line to the log where the function begins."
    )
    yield f"Once the function is gone, the server logs “{look.failure}” for calls that still come."
