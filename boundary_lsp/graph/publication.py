"""Does the framework register a server function, so that anyone can POST to it? By the rows of its profile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from boundary_lsp.frameworks.detect import WITHOUT_FRAMEWORK, Detected
from boundary_lsp.frameworks.profile import BuildRow, Profile
from boundary_lsp.frameworks.versions import version_tuple
from boundary_lsp.graph.functions import FunctionSeed
from boundary_lsp.graph.ways import PAGE, ROUTE, Importer, Ways
from boundary_lsp.model.program import Application, Layer, Publication, Reference, Transfer
from boundary_lsp.model.project import Environment


class Verdict(msgspec.Struct, frozen=True):
    published: Publication
    by: tuple[Importer, ...]
    """The imports that lead there, from an entry point on where server code of a page reaches the module."""
    reason: str


BY_PAGE = "server code of a page reaches its module"
BY_CLIENT_MODULE = "client code imports its module"
BY_CLIENT_CODE = "client code uses it"
_OTHER_ACTIONS = "An import by another action gives it no address"
_STRENGTH = {Publication.YES: 0, Publication.UNKNOWN: 1, Publication.NO: 2}


def publication(
    seed: FunctionSeed,
    references: Sequence[Reference],
    layers: Sequence[Layer],
    detected: Sequence[Detected],
    ways: Ways,
    looked: set[int],
) -> Verdict:
    """The strongest verdict of all applications. A function that no application reaches is not published. `looked`
    gathers the modules whose ways decide it."""
    looked.add(seed.module)
    if seed.registered_by:
        rule = min(seed.registered_by, key=lambda rule: _STRENGTH[rule.published])
        return Verdict(rule.published, (), rule.reason)
    verdicts = [
        _in_application(seed, _uses_by_clients(references, layers, index), one, _reached_in(index, seed, ways, looked))
        for index, one in enumerate(detected)
    ]
    unreached = Verdict(Publication.NO, (), "no entry point reaches its module")
    return min(verdicts, key=lambda verdict: _STRENGTH[verdict.published], default=unreached)


def build_row(profile: Profile, application: Application) -> BuildRow | None:
    """What is known of the application's bundler and version; None where several rows may hold, or none."""
    rows = build_rows(profile, application)
    return rows[0] if len(rows) == 1 else None


def build_rows(profile: Profile, application: Application) -> tuple[BuildRow, ...]:
    """The rows that may hold: that of the version, the newest where it is not known; for each bundler that may be."""
    version = version_tuple(application.framework_version)
    known = (row for row in profile.builds if application.bundler in ("", row.bundler))
    by_bundler: dict[str, BuildRow] = {}
    for row in known:
        if not version or version >= row.since:
            by_bundler.setdefault(row.bundler, row)
    return tuple(by_bundler.values())


def _uses_by_clients(references: Sequence[Reference], layers: Sequence[Layer], application: int) -> frozenset[Transfer]:
    """What happens where client modules name this very function: NETWORK where the code runs, else UNREACHED."""
    return frozenset(
        moved.transfer
        for reference in references
        if not reference.is_specifier and not reference.through
        for moved in reference.transfers
        if moved.layer >= 0
        and layers[moved.layer].application == application
        and layers[moved.layer].environment is Environment.CLIENT
    )


class _Reached(NamedTuple):
    """How one application reaches a module."""

    from_page: tuple[Importer, ...] | None
    by_client: Importer | None
    by_route: bool


def _reached_in(application: int, seed: FunctionSeed, ways: Ways, looked: set[int]) -> _Reached:
    by_page = ways.is_reached(application, seed.module, PAGE)
    return _Reached(
        ways.from_page(application, seed.module, looked) if by_page else None,
        ways.importer_in_bundle(application, seed.module),
        ways.is_reached(application, seed.module, ROUTE),
    )


def _in_application(seed: FunctionSeed, uses: frozenset[Transfer], detected: Detected, reached: _Reached) -> Verdict:
    """The verdict of all rows that may hold; where they differ it is not known."""
    rows = build_rows(detected.profile, detected.application) or (None,)
    first, *others = [_by_row(row, seed, uses, detected.application, reached) for row in rows]
    if all(other.published is first.published for other in others):
        return first
    framework = detected.application.framework
    return Verdict(Publication.UNKNOWN, (), f"it depends on the bundler of {framework}, which is not known")


def _by_row(
    row: BuildRow | None, seed: FunctionSeed, uses: frozenset[Transfer], application: Application, reached: _Reached
) -> Verdict:
    from_page, by_client, by_route = reached
    if row is None and (from_page is not None or by_client or by_route):
        return Verdict(Publication.UNKNOWN, (), _not_known_of(application))
    if from_page is not None:
        return Verdict(Publication.YES, from_page, BY_PAGE)
    called = Transfer.NETWORK in uses or (row is not None and row.dead_uses and Transfer.UNREACHED in uses)
    if by_client is not None and row is not None and seed.inline < 0 and (row.whole_modules or called):
        return Verdict(Publication.YES, (by_client,), BY_CLIENT_MODULE if row.whole_modules else BY_CLIENT_CODE)
    if by_route:
        return Verdict(
            Publication.NO,
            (),
            f"only route handlers load its module, and no request to those runs an action. {_OTHER_ACTIONS}",
        )
    if by_client is not None:
        bundler = application.bundler or "the bundler"
        return Verdict(Publication.NO, (), f"{bundler} leaves out what no client code uses")
    return Verdict(Publication.NO, (), f"no page and no client code imports its module. {_OTHER_ACTIONS}")


def _not_known_of(application: Application) -> str:
    if application.framework in WITHOUT_FRAMEWORK:
        return "the framework is not known"
    return f"what {application.framework} publishes is not known"
