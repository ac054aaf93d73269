"""Parameters and results of server functions, and what becomes of them on the wire."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from boundary_lsp.model import report
from boundary_lsp.model.judgements import Wire
from boundary_lsp.model.program import Application, Liveness, Program, ServerFunction
from boundary_lsp.model.wire import Direction
from boundary_lsp.model.wire_types import BuiltIn, Member, Primitive, WireType
from boundary_lsp.wire.carriers import carrier_of
from boundary_lsp.wire.judge import judge
from boundary_lsp.wire.spell import SHORT, spell


class Arrival(NamedTuple):
    parameters: list[report.Parameter]
    returns: str
    """Empty where nothing was asked of the wire."""
    result: report.Carried


_STRENGTH = list(Liveness)
_NOT_KNOWN = report.Carried("unknown", "", "", "")


def arrival(program: Program, wire: Wire, function: ServerFunction) -> Arrival:
    signature = wire.signatures.get(function.key)
    if signature is None:
        return Arrival([], "", _NOT_KNOWN)
    application = _application(program, function)
    written = signature.written or ("",) * (len(signature.parameters) + 1)
    return Arrival(
        [
            _parameter(member, position, written[position], application)
            for position, member in enumerate(signature.parameters)
        ],
        written[-1] or _returns(signature.returns),
        _carried(signature.returns, "result", Direction.TO_CLIENT, application),
    )


def trouble_of(carried: report.Carried) -> str:
    """What becomes of its worst part, in words; empty where nothing does."""
    subject = f"`{carried.path}` is `{carried.offender}`"
    if carried.verdict == "error":
        return f"{subject}, which cannot be sent"
    if carried.verdict == "opaque":
        return f"{subject}, which arrives as a reference that cannot be read"
    return f"{subject} and arrives as {carried.becomes}" if carried.verdict == "lossy" else ""


def _returns(type: WireType) -> str:
    """As one writes it: what gives nothing is `void`."""
    match type:
        case BuiltIn(name="Promise", arguments=(Primitive(name="undefined"),)):
            return "Promise<void>"
        case Primitive(name="undefined"):
            return "void"
        case _:
            return spell(type)


def _application(program: Program, function: ServerFunction) -> Application | None:
    """The one whose client uses it most, else one that loads its module."""
    if not program.applications:
        return None
    using = sorted(function.by_application, key=lambda index: _STRENGTH.index(function.by_application[index]))
    loading = (layer.application for layer in program.layers_of(program.layer_bits[function.module]))
    return program.applications[next(iter((*using, *loading)), 0)]


def _parameter(member: Member, position: int, written: str, application: Application | None) -> report.Parameter:
    name = member.name.removeprefix("...")
    subject = name if name.isidentifier() else f"argument {position + 1}"
    carried = _carried(member.type, subject, Direction.TO_SERVER, application)
    text = written or spell(member.type)
    return report.Parameter(**msgspec.structs.asdict(carried), name=member.name, type=text, optional=member.optional)


def _carried(type: WireType, subject: str, direction: Direction, application: Application | None) -> report.Carried:
    carrier = carrier_of(application, direction) if application is not None else None
    if carrier is None:
        return _NOT_KNOWN
    judgement = judge(type, carrier)
    if not judgement.troubles:
        return report.Carried(judgement.verdict.value, "", "", "")
    worst = judgement.troubles[0]
    return report.Carried(worst.verdict.value, _path(subject, worst.path), spell(worst.offender, SHORT), worst.becomes)


def _path(subject: str, path: Sequence[str]) -> str:
    return subject + "".join(path)
