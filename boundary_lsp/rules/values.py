"""What the rules about values at crossings have in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from boundary_lsp.model.crossings import NO_COMPONENT, Crossing, CrossingKind
from boundary_lsp.model.findings import Finding, Severity, WitnessStep
from boundary_lsp.model.judgements import JudgedValue
from boundary_lsp.model.program import Program, ServerFunction, Transfer
from boundary_lsp.model.project import Environment
from boundary_lsp.model.spans import decode_spans, span_at
from boundary_lsp.model.wire import Trouble, Verdict
from boundary_lsp.model.wire_types import Function
from boundary_lsp.rules.endpoints import spoken_name
from boundary_lsp.rules.offenders import described
from boundary_lsp.rules.rule import Context
from boundary_lsp.rules.wording import names

_HANDLER = re.compile(r"on[A-Z]")
_PROPS = (CrossingKind.PROPS, CrossingKind.HANDLER)
Message = Callable[[Program, JudgedValue, Trouble], str]
_ORDINALS = {
    "argument 1": "the first argument",
    "argument 2": "the second argument",
    "argument 3": "the third argument",
}
_IN_WORDS = {"<value>": ".get(…)", "<key>": ".keys()"}


def findings(
    context: Context, rule: str, severity: Severity, message: Message, wanted: Callable[[JudgedValue, Trouble], bool]
) -> Iterator[Finding]:
    """One for each value, about the worst wanted trouble; the message names other parts with trouble."""
    for judged in context.wire.judged:
        troubles: dict[tuple[str, ...], Trouble] = {}
        for one in judged.troubles:
            if wanted(judged, one):
                troubles.setdefault(one.path, one)
        if troubles and _is_loaded(context, judged.crossing):
            first, *others = troubles.values()
            said = f"{message(context.program, judged, first)}{_others(judged, others)}"
            yield _finding(context.program, rule, severity, judged, first, said)


def _is_loaded(context: Context, crossing: Crossing) -> bool:
    """By imports that the framework alone compiles, so that it is known which side runs it."""
    side = Environment.CLIENT if crossing.kind is CrossingKind.ARGUMENTS else Environment.SERVER
    return bool(context.chains.to(crossing.module, side))


def is_error(judged: JudgedValue, trouble: Trouble) -> bool:
    return trouble.verdict is Verdict.ERROR and not is_handler(judged, trouble)


def is_handler(judged: JudgedValue, trouble: Trouble) -> bool:
    """`onClick={() => …}`: of functions as props the one that means something special to React."""
    is_prop = judged.crossing.kind in _PROPS and not trouble.path and _HANDLER.match(judged.name) is not None
    return is_prop and isinstance(trouble.offender, Function)


def part_of(judged: JudgedValue, trouble: Trouble) -> str:
    """The part of the value that is meant, as the reader knows it: `post.price`, `items[].icon`."""
    holder, path = judged.source or judged.name, _spoken(trouble)
    if " " not in holder:
        return f"`{f'{holder}{path}'.removeprefix('.')}`"
    position = _ORDINALS.get(holder, holder)
    return f"`{path.removeprefix('.')}` in {position}" if path else position


def part_of_result(trouble: Trouble) -> str:
    """`` in `[].price` of its result``; empty for all of it."""
    path = _spoken(trouble).removeprefix(".")
    return f" in `{path}` of its result" if path else ""


def returns(trouble: Trouble) -> str:
    return "may return" if trouble.maybe else "returns"


def is_what(judged: JudgedValue, trouble: Trouble) -> str:
    """`is a function`, `may be an instance of …`."""
    return f"{'may be' if trouble.maybe else 'is'} {what(judged, trouble)}"


def what(judged: JudgedValue, trouble: Trouble) -> str:
    """`a function`, ``an instance of the class `Decimal```, `a promise of a RegExp`."""
    own = (trouble.path[-1] if trouble.path else judged.source or judged.name).rpartition(".")[2]
    is_awaited = judged.crossing.kind is CrossingKind.RESULT and not trouble.path
    promise = "a promise of " if trouble.promised and not is_awaited else ""
    return f"{promise}{described(trouble.offender, own)}"


def _spoken(trouble: Trouble) -> str:
    return "".join(_IN_WORDS.get(segment, segment) for segment in trouble.path)


def _others(judged: JudgedValue, troubles: Sequence[Trouble]) -> str:
    if not troubles:
        return ""
    if judged.crossing.kind is CrossingKind.RESULT:
        parts = [f"`{_spoken(one).removeprefix('.')}`" for one in troubles]
    else:
        parts = [part_of(judged, one) for one in troubles]
    return f" The same goes for {names(parts)}."


def server_function(program: Program, crossing: Crossing) -> str:
    """``the server function `save```, `the inline action in `Page``."""
    name = receiver(program, crossing)
    return f"the server function {name}" if name.startswith("`") else name


def receiver(program: Program, crossing: Crossing) -> str:
    """What gets the value: `PriceTag`, `save`, `<button>`, in backquotes."""
    if crossing.function is not None:
        return spoken_name(program.function(crossing.function))
    if crossing.kind is CrossingKind.HANDLER:
        return f"`<{crossing.package}>`"
    module, declaration = crossing.component
    if crossing.component != NO_COMPONENT:
        name = program.facts[module].interface.declarations[declaration].name
        if name not in ("", "default"):
            return f"`{name}`"
    return f"`{_tag(program, crossing)}`"


def _tag(program: Program, crossing: Crossing) -> str:
    facts = program.facts[crossing.module]
    starts = decode_spans(facts).sites[::2]
    for site, start in zip(facts.uses.sites, starts, strict=True):
        if start == crossing.start:
            local = facts.interface.bindings[site.binding].local
            return f"{local}.{site.member}" if site.member else local
    return "the component"


def _finding(
    program: Program, rule: str, severity: Severity, judged: JudgedValue, trouble: Trouble, message: str
) -> Finding:
    crossing = judged.crossing
    part = f"{judged.name}{''.join(trouble.path)}"
    place = judged.places[judged.troubles.index(trouble)]
    return Finding(
        rule,
        severity,
        message,
        crossing.module,
        *place,
        ("client",) if crossing.kind is CrossingKind.ARGUMENTS else ("server",),
        _witness(program, crossing),
        subject=f"{program.modules[crossing.module]}: {receiver(program, crossing)}: {part}",
        types=judged.tier.value,
    )


def _witness(program: Program, crossing: Crossing) -> tuple[WitnessStep, ...]:
    """The other side of the door."""
    function = program.function(crossing.function) if crossing.function is not None else None
    if function is not None and crossing.kind is CrossingKind.RESULT:
        return _calls(function)
    if function is not None and crossing.kind is not CrossingKind.CAPTURES:
        return (WitnessStep(function.module, function.start, function.end, "the server function"),)
    if crossing.component == NO_COMPONENT:
        return ()
    module, declaration = crossing.component
    start, end = span_at(decode_spans(program.facts[module]).declarations, declaration)
    return (WitnessStep(module, start, end, "the client component"),)


def _calls(function: ServerFunction) -> tuple[WitnessStep, ...]:
    """The first call over the network."""
    for reference in function.references:
        if not reference.is_specifier and any(moved.transfer is Transfer.NETWORK for moved in reference.transfers):
            return (WitnessStep(reference.module, reference.start, reference.end, "the client gets it here"),)
    return ()
