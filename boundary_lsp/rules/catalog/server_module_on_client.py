"""server-module-on-client: client code imports a module that only the server has."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.frameworks.detect import PROFILES
from boundary_lsp.model.facts import ImportForm
from boundary_lsp.model.findings import Finding, Severity, WitnessStep
from boundary_lsp.model.program import Layer, Program
from boundary_lsp.model.project import Environment
from boundary_lsp.rules.leaks import chain_witness, import_span, statement_span
from boundary_lsp.rules.loading import loads
from boundary_lsp.rules.rule import Context, Group, Rule

_CERTAIN = (ImportForm.STATIC, ImportForm.SIDE_EFFECT)


def check(context: Context) -> Iterator[Finding]:
    program = context.program
    for layer in program.layers:
        folders = _server_folders(program, layer)
        if folders and layer.environment is Environment.CLIENT:
            for module in _only_in(program, layer):
                if not program.modules[module].startswith(folders):
                    yield from _in_module(context, module, layer, folders)


RULE = Rule(
    "server-module-on-client",
    "client code imports a module that only the server has",
    Severity.ERROR,
    Group.ENVIRONMENTS,
    check,
)


def _server_folders(program: Program, layer: Layer) -> tuple[str, ...]:
    application = program.applications[layer.application]
    base = f"{application.path}/" if application.path else ""
    return tuple(f"{base}{folder}/" for folder in PROFILES[application.framework].server_folders)


def _only_in(program: Program, layer: Layer) -> Iterator[int]:
    """Modules of the layer that no server loads: what both load may ask where it runs before it imports."""
    server = program.environment_bits(Environment.SERVER)
    return (m for m, bits in enumerate(program.layer_bits) if bits >> layer.index & 1 and not bits & server)


def _in_module(context: Context, module: int, layer: Layer, folders: tuple[str, ...]) -> Iterator[Finding]:
    program = context.program
    imports = program.facts[module].interface.imports
    for number, target in enumerate(program.links.client[module]):
        is_kept = target >= 0 and _is_kept(program, target, folders)
        is_certain = is_kept and imports[number].form in _CERTAIN
        is_certain = is_certain and loads(program, module, layer, number)
        if is_certain and context.certain_chains.in_layer(module, layer.index):
            yield _finding(context, module, number, target, layer)


def _is_kept(program: Program, target: int, folders: tuple[str, ...]) -> bool:
    """The folder's own package is there wherever stubs of its modules are: `import server.rpc`."""
    path = program.modules[target]
    is_folder = any(path.startswith(f"{folder}__init__.") for folder in folders)
    return path.startswith(folders) and not is_folder and program.directives[target] is None


def _finding(context: Context, module: int, number: int, target: int, layer: Layer) -> Finding:
    program = context.program
    path = program.modules[target]
    last = WitnessStep(module, *import_span(program, module, number), f"imports {path}, which only the server has")
    return Finding(
        RULE.id,
        Severity.ERROR,
        f"{path} stays on the server, and this module runs in the browser: the import fails there. Call a function of "
        "the server over the network instead, or move what both need to where both can load it.",
        module,
        *statement_span(program, module, number),
        ("client",),
        (*chain_witness(program, context.certain_chains.in_layer(module, layer.index)), last),
        f"{program.modules[module]} -> {path}",
    )
