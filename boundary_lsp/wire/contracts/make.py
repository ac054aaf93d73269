"""From a program and its wire to its contract."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from boundary_lsp.model.contract import Contract, EndpointContract
from boundary_lsp.model.judgements import RenderedComponent, Wire
from boundary_lsp.model.program import Liveness, Program, Publication, ServerFunction
from boundary_lsp.model.wire_types import BuiltIn, Member, Object, Signature, Unknown, WireType
from boundary_lsp.wire.contracts.naming import Named
from boundary_lsp.wire.contracts.normal import simplified
from boundary_lsp.wire.contracts.words import is_identifier

_ALIVE = frozenset({Liveness.CALLED, Liveness.HANDED_OVER, Liveness.USED_OUTSIDE})


def contract_of(program: Program, wire: Wire) -> Contract:
    """Every endpoint that is published or alive, and every client component that the server renders."""
    endpoints = {
        program.function_id(function): _endpoint(wire.signatures.get(function.key))
        for function in program.server_functions
        if _is_open(function)
    }
    return contract_from(endpoints, {_name(program, one): one.props for one in wire.components})


def contract_from(endpoints: Mapping[str, EndpointContract], components: Mapping[str, WireType]) -> Contract:
    """In normal form, in the order of names."""
    made = {name: _simplified(one) for name, one in sorted(endpoints.items())}
    props = {name: _without_name(simplified(one)) for name, one in sorted(components.items())}
    named = Named([*(type for one in made.values() for type in _types(one)), *props.values()])
    return Contract(
        {name: _mapped(one, named) for name, one in made.items()},
        {name: named.of(one) for name, one in props.items()},
        named.types,
    )


def _is_open(function: ServerFunction) -> bool:
    return function.published is Publication.YES or function.liveness in _ALIVE


def _endpoint(signature: Signature | None) -> EndpointContract:
    if signature is None:
        return EndpointContract(None, Unknown())
    return EndpointContract(signature.parameters, signature.returns)


def _name(program: Program, component: RenderedComponent) -> str:
    declared = program.facts[component.module].interface.declarations[component.declaration]
    return f"{program.modules[component.module]}#{declared.name}"


def _simplified(endpoint: EndpointContract) -> EndpointContract:
    returns = endpoint.returns
    while isinstance(returns, BuiltIn) and returns.name == "Promise" and len(returns.arguments) == 1:
        returns = returns.arguments[0]
    parameters = None if endpoint.parameters is None else tuple(_parameters(endpoint.parameters))
    return EndpointContract(parameters, simplified(returns, functions=False))


def _parameters(parameters: Iterable[Member]) -> Iterable[Member]:
    """Only their order counts; a name that is none (of a pattern) is made up."""
    used: set[str] = set()
    for position, one in enumerate(parameters):
        dots = "..." if one.name.startswith("...") else ""
        name = one.name.removeprefix("...")
        if not is_identifier(name) or name in used:
            name = f"argument{position + 1}"
        used.add(name)
        yield Member(f"{dots}{name}", simplified(one.type), one.optional and not dots)


def _types(endpoint: EndpointContract) -> Iterable[WireType]:
    return (*(one.type for one in endpoint.parameters or ()), endpoint.returns)


def _mapped(endpoint: EndpointContract, named: Named) -> EndpointContract:
    parameters = endpoint.parameters
    if parameters is not None:
        parameters = tuple(replace(one, type=named.of(one.type)) for one in parameters)
    return EndpointContract(parameters, named.of(endpoint.returns))


def _without_name(props: WireType) -> WireType:
    """Props are written where the component is: nobody else goes by their name as a rule."""
    return replace(props, name="") if isinstance(props, Object) else props
