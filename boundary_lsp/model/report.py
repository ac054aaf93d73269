"""The answers as JSON gives them: one struct each, from which the schemas under `docs/schema/` are made.

Lines and columns are 1-based, columns count Unicode code points, ends are exclusive. Paths are relative to `root`.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Liveness = Literal["called", "handed-over", "in-process", "used-outside", "test-only", "unreached", "unused"]
Environment = Literal["server", "client", "unknown"]
Severity = Literal["error", "warning", "info"]
Level = Literal["error", "warning", "info", "off"]
Directed = Literal["client", "server"]


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of everything in an answer."""


class Position(Answer, frozen=True):
    line: int
    column: int


class Range(Answer, frozen=True):
    start: Position
    end: Position


class Application(Answer, frozen=True):
    name: str
    path: str
    framework: str
    framework_version: str
    bundler: str


class Header(Answer, frozen=True):
    """The beginning of every answer."""

    version: Literal[1]
    tool: str
    """Name and version, `boundary 0.1.0`."""
    root: str
    """Absolute, `/`-separated."""
    applications: list[Application]
    degraded: list[str]
    """What could not be used or read, one sentence each: the answer may lack something because of it."""
    unknown: dict[str, int]
    """What was not known, counted by reason."""


class Transfer(Answer, frozen=True):
    layer: str
    """Empty where the module is in no layer."""
    environment: Environment
    transfer: Literal["network", "in-process", "erased", "unreached", "unknown"]


class Reference(Answer, frozen=True):
    path: str
    range: Range
    kind: Literal["import", "re-export", "call", "render", "form-action", "bind", "pass", "read", "type"]
    transfers: list[Transfer]
    through: list[str]


class Witness(Answer, frozen=True):
    path: str
    range: Range
    message: str


class Fix(Answer, frozen=True):
    title: str
    safe: bool


class Finding(Answer, frozen=True):
    rule: str
    url: str
    severity: Severity
    message: str
    path: str
    range: Range
    environments: list[str]
    witness: list[Witness]
    fingerprint: str
    types: Literal["declared", "inferred"] | None
    fix: Fix | None


class Summary(Answer, frozen=True):
    modules: int
    findings: int
    fixed: int
    """Findings that this run has ended by changing files."""
    endpoints: dict[Liveness, int]
    suppressed: int
    """Findings that a comment in the source suppresses."""
    baselined: int
    """Findings that are in the baseline."""
    gone: int
    """Findings of the baseline that are not found any more."""


class CheckAnswer(Header, frozen=True):
    findings: list[Finding]
    summary: Summary


class Carried(Answer, frozen=True):
    """What becomes of a parameter on its way to the server, or of a result on its way to the client."""

    verdict: Literal["ok", "lossy", "opaque", "error", "unknown"]
    """`ok`: it arrives as it is. `lossy`: a part arrives as something else. `opaque`: a part arrives as a reference
    that throws when it is touched. `error`: a part cannot be sent."""
    path: str
    """The worst part, `input.price` or `result[].price`; empty where there is none."""
    offender: str
    """The type of that part."""
    becomes: str
    """What arrives in its place, where something does."""


class Parameter(Carried, frozen=True):
    name: str
    """Of a rest parameter `...name`."""
    type: str
    """As it crosses; as it is annotated, where nothing is known of that."""
    optional: bool


class Endpoint(Answer, frozen=True):
    id: str
    path: str
    name: str
    range: Range
    inline: bool
    applications: dict[str, Liveness]
    liveness: Liveness
    published: Literal["yes", "no", "unknown"]
    references: list[Reference]
    parameters: list[Parameter]
    returns: str
    """Empty where values were not judged (`--types off`), as `parameters` is then."""
    result: Carried


class EndpointState(Answer, frozen=True):
    liveness: Liveness
    published: Literal["yes", "no", "unknown"]


class EndpointChange(Answer, frozen=True):
    id: str
    before: EndpointState | None
    """None: it was not there."""
    after: EndpointState | None
    """None: it is gone."""


class Comparison(Answer, frozen=True):
    """What has changed since a revision; of what is as it was, nothing."""

    base: str
    """The revision, as it was asked for."""
    commit: str
    """What the program is compared with: what it last had in common with that revision."""
    new: list[EndpointChange]
    dead: list[EndpointChange]
    """Newly dead: some running code used them, and now none does."""
    changed: list[EndpointChange]
    """Alive or dead in another way than before, or published, or not any more."""
    removed: list[EndpointChange]
    entered_client: list[str]
    """Modules that are loaded on the client and were not, new ones included."""
    left_client: list[str]
    """Modules that were, and are not any more or are gone."""


class EndpointsAnswer(Header, frozen=True):
    endpoints: list[Endpoint]
    comparison: Comparison | None
    """None where none was asked for."""


class RefsAnswer(Header, frozen=True):
    target: str
    references: list[Reference]


class ChainLink(Answer, frozen=True):
    path: str
    layer: str
    environment: Environment
    door: Directed | None
    """The door that the import on the way to this module goes through."""
    range: Range
    """The import in the module before it; the head of the module itself for an entry point."""


class WhyAnswer(Header, frozen=True):
    path: str
    environment: Environment | None
    """None where none was asked for and it is in none."""
    chain: list[ChainLink]
    """From an entry point to the module; empty where it is not in that environment."""


class ModuleLayer(Answer, frozen=True):
    name: str
    environment: Environment
    entry: bool


class GraphModule(Answer, frozen=True):
    path: str
    directive: str | None
    layers: list[ModuleLayer]


class GraphDoor(Answer, frozen=True):
    kind: Directed
    source: str | None = msgspec.field(name="from")
    """None where the framework itself imports an entry point."""
    target: str = msgspec.field(name="to")
    """A module's path, or the specifier of a package that carries the directive itself."""
    names: list[str]
    range: Range | None


class GraphAnswer(Header, frozen=True):
    modules: list[GraphModule]
    doors: list[GraphDoor]
    client_modules: list[str]
    server_functions: list[str]


class DoctorLayer(Answer, frozen=True):
    application: str
    name: str
    environment: Environment
    doors: list[str]
    modules: int
    entry_points: list[str]


class Unresolved(Answer, frozen=True):
    kind: Literal["missing", "generated", "opaque"]
    specifier: str
    reason: str
    imported_by: list[str]
    """`path:line:column` of up to five imports."""
    imports: int


class FileProblem(Answer, frozen=True):
    path: str
    kind: str
    range: Range


class DoctorAnswer(Header, frozen=True):
    configuration: str | None
    """The root's."""
    nested_configurations: list[str]
    modules: int
    roles: dict[str, int]
    layers: list[DoctorLayer]
    tsconfigs: list[str]
    workspace_packages: list[str]
    unresolved: list[Unresolved]
    problems: list[FileProblem]


class ContractChange(Answer, frozen=True):
    subject: Literal["endpoint", "component"]
    id: str
    """`path#name`."""
    effect: Literal["breaking", "unknown", "compatible"]
    """On a client that was deployed before the server. `unknown`: one of the two types is not known."""
    place: Literal["whole", "parameter", "result", "prop"]
    path: str
    """The part that has changed, `input.title`, `result[].price`; empty for the whole."""
    kind: Literal["added", "removed", "required", "optional", "type"]
    old: str
    """The part's type as it was, and as it is."""
    new: str
    perhaps: str
    """Of an endpoint that is gone: the one that it may have become."""
    message: str


class ContractSummary(Answer, frozen=True):
    endpoints: int
    components: int
    breaking: int
    unknown: int
    compatible: int


class ContractAnswer(Header, frozen=True):
    against: str
    """The file or the revision that the program is compared with."""
    changes: list[ContractChange]
    """Breaking ones first."""
    summary: ContractSummary


class RuleRow(Answer, frozen=True):
    rule: str
    group: str
    level: Level
    """By default, of its gravest findings."""
    url: str
    summary: str


class RulesAnswer(Answer, frozen=True):
    version: Literal[1]
    tool: str
    rules: list[RuleRow]


class ExplainAnswer(Answer, frozen=True):
    version: Literal[1]
    tool: str
    rule: str
    group: str
    level: Level
    url: str
    summary: str
    page: str
    """The rule's page, Markdown."""
