"""A signature for people, in as many columns as there are, and what of it does not arrive as it is."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model import report
from boundary_lsp.reports.styled import Line, Style, line
from boundary_lsp.wire.arrival import Arrival, trouble_of

_LIMITS = (240, 120, 80, 60)
_LONGEST = 400
_MORE = "…"
_MARKS = {"error": Style.ERROR, "opaque": Style.WARNING, "lossy": Style.WARNING}


def signature_lines(endpoint: report.Endpoint, indent: int, width: int) -> Iterator[Line]:
    """`(id: string) => Promise<Post>`, on one line if that is possible; beneath, a line for each trouble."""
    if not endpoint.returns and not endpoint.parameters:
        return
    margin = " " * indent
    for text in _fitted(endpoint, max(width - indent, 20)):
        yield line(margin, (text, Style.FAINT))
    for carried in (*endpoint.parameters, endpoint.result):
        if carried.verdict in _MARKS:
            yield line(margin, (carried.verdict, _MARKS[carried.verdict]), f": {trouble_of(carried)}")


def one_line(signature: Arrival) -> str:
    """In full, but for types that fill a page; empty where nothing is known of it."""
    if not signature.returns and not signature.parameters:
        return ""
    parameters = ", ".join(_parameter(one, _LONGEST) for one in signature.parameters)
    return f"({parameters}) => {_cut(signature.returns, _LONGEST)}"


def _fitted(endpoint: report.Endpoint, width: int) -> Iterator[str]:
    """In one line, long types shortened; one parameter a line, and one for the result, where even that is too wide."""
    for limit in _LIMITS:
        text = (
            f"({', '.join(_parameter(one, limit) for one in endpoint.parameters)}) => {_cut(endpoint.returns, limit)}"
        )
        if len(text) <= width:
            yield text
            return
    if len(endpoint.parameters) == 1:
        yield f"({_cut(_parameter(endpoint.parameters[0], width), width - 2)})"
        yield f"  => {_cut(endpoint.returns, width - 5)}"
        return
    yield "("
    for parameter in endpoint.parameters:
        yield f"  {_cut(_parameter(parameter, width), width - 3)},"
    yield _cut(f") => {endpoint.returns}", width)


def _parameter(parameter: report.Parameter, limit: int) -> str:
    mark = "?" if parameter.optional else ""
    return f"{_cut(parameter.name, limit)}{mark}: {_cut(parameter.type, limit)}"


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1] + _MORE
