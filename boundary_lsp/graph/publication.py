"""Does the framework register a server function, so that anyone can POST to it? By the rows of its profile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from boundary_lsp.frameworks.profile import Profile, PublicationRow
from boundary_lsp.frameworks.versions import version_tuple
from boundary_lsp.graph.functions import FunctionSeed
from boundary_lsp.model.facts import SiteKind
from boundary_lsp.model.program import Application, Layer, Publication, Reference
from boundary_lsp.model.project import Environment

Importer = tuple[int, int]
"""(module, import): the import that reaches a module in the way asked for; (-1, -1) where it is itself an entry."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How modules of one application are reached, and by which import. Paths end at `'use server'` modules."""

    pages: Mapping[int, Importer]
    routes: Mapping[int, Importer]
    client: Mapping[int, Importer]


@dataclass(frozen=True, slots=True)
class Verdict:
    published: Publication
    by: Importer | None
    reason: str


_STRENGTH = {Publication.YES: 0, Publication.UNKNOWN: 1, Publication.NO: 2}


def publication(
    seed: FunctionSeed,
    references: Sequence[Reference],
    layers: Sequence[Layer],
    applications: Sequence[tuple[Application, Profile, Ways]],
) -> Verdict:
    """The strongest verdict of all applications. A function that no application reaches is not published."""
    verdicts = [
        _in_application(seed, _clients(references, layers, index), application, profile, ways)
        for index, (application, profile, ways) in enumerate(applications)
    ]
    unreached = Verdict(Publication.NO, None, "no entry point reaches its module")
    return min(verdicts, key=lambda verdict: _STRENGTH[verdict.published], default=unreached)


def _clients(references: Sequence[Reference], layers: Sequence[Layer], application: int) -> bool:
    """Some client module names this very function, other than in a specifier, whether or not the code is reached."""
    return any(
        not reference.is_specifier
        and reference.kind != SiteKind.TYPE
        and any(
            moved.layer >= 0
            and layers[moved.layer].application == application
            and layers[moved.layer].environment is Environment.CLIENT
            for moved in reference.transfers
        )
        for reference in references
        if not reference.through
    )


def _in_application(
    seed: FunctionSeed, named_by_client: bool, application: Application, profile: Profile, ways: Ways
) -> Verdict:
    module = seed.module
    reached = {"pages": ways.pages.get(module), "routes": ways.routes.get(module), "client": ways.client.get(module)}
    if all(importer is None for importer in reached.values()):
        return Verdict(Publication.NO, None, "no page, route or client module reaches it, save through other actions")
    row = _row(profile, application)
    if row is None:
        return Verdict(Publication.UNKNOWN, None, f"nothing is known of publication by {application.framework}")
    return _by_row(row, seed, reached, named_by_client)


def _by_row(
    row: PublicationRow, seed: FunctionSeed, reached: Mapping[str, Importer | None], named_by_client: bool
) -> Verdict:
    inline = seed.inline >= 0
    if reached["pages"] is not None and row.pages:
        return Verdict(Publication.YES, reached["pages"], "server code of a page reaches its module")
    if reached["routes"] is not None and (row.routes or inline):
        return Verdict(Publication.YES, reached["routes"], "a route handler reaches its module")
    if reached["client"] is not None and row.client_module:
        return Verdict(Publication.YES, reached["client"], "client code imports its module")
    if reached["client"] is not None and row.client_name and named_by_client:
        return Verdict(Publication.YES, reached["client"], "client code uses it")
    return Verdict(Publication.NO, None, f"{row.bundler} leaves it out")


def _row(profile: Profile, application: Application) -> PublicationRow | None:
    version = version_tuple(application.framework_version)
    return next(
        (row for row in profile.publication if row.bundler == application.bundler and version >= row.since), None
    )
