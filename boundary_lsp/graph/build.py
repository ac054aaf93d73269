"""The whole story: facts and links in, a finished `Program` out; after an edit, with what holds of the one before.

What is known is known by module. An edit says which modules are stale, for each kind of knowledge; all else is taken
over (`table`). What is reached from entry points is followed on (`reaching`). The result is that of a build from
nothing.
"""

from __future__ import annotations

from collections.abc import Generator

from boundary_lsp.graph.assembly import Built, assembled
from boundary_lsp.graph.change import Change
from boundary_lsp.graph.imports import Loading, loading_of
from boundary_lsp.graph.known import Known, Stale, stale_of
from boundary_lsp.graph.moving import Edited, setting_after
from boundary_lsp.graph.reach import ground_after, ground_of, reached_after, reached_declarations
from boundary_lsp.graph.setting import Scenery, scenery_of, setting_of
from boundary_lsp.graph.views import Linked, are_two, views_after, views_of
from boundary_lsp.graph.ways import Ways
from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.project import Project
from boundary_lsp.model.resolution import Links
from boundary_lsp.ports import FileSystem

Building = Generator[None, None, Built]


def build_program(
    project: Project,
    files: FileSystem,
    modules: tuple[str, ...],
    facts: tuple[ModuleFacts, ...],
    links: Links,
    framework: str | None = None,
) -> Built:
    """`modules` are sorted; `facts` and `links` run parallel to them. Pure but for reading framework configuration."""
    return done(building(project, files, modules, facts, links, framework))


def building(
    project: Project,
    files: FileSystem,
    modules: tuple[str, ...],
    facts: tuple[ModuleFacts, ...],
    links: Links,
    framework: str | None = None,
) -> Building:
    """The same in pieces, for who has other things to do in between."""
    scenery = scenery_of(project, files, modules, framework)
    yield
    return (yield from _from_nothing(scenery, facts, links))


def done(building: Building) -> Built:
    """All pieces at once."""
    while True:
        try:
            next(building)
        except StopIteration as end:
            built: Built = end.value
            return built


def rebuild_program(before: Built, facts: tuple[ModuleFacts, ...], links: Links, change: Change) -> Built:
    """The same project with other facts of the edited modules; the rows of all others lead where they led before."""
    old, scenery = before.known, before.known.scenery
    loading = loading_of(facts, links, scenery.implied, old.loading, change.rewired)
    importers = old.ground.importers.after(facts, links, change.rewired)
    edited = Edited(old.ground.facts, facts, old.loading, loading, importers, change)
    found = None if _links_otherwise(old, loading, change) else setting_after(old.setting, scenery, edited)
    if found is None:
        return done(_from_nothing(scenery, facts, links))
    setting, moved = found
    linked = Linked(edited.before, old.loading), Linked(facts, loading)
    views, change = views_after(old.views, *linked, importers, change)
    ground = ground_after(old.ground, facts, views, setting, change)
    reach, reached = reached_after(old.ground, old.reach, ground, change, moved.modules)
    ways, turned = old.ways.after(setting.graph, setting.setup, importers, moved.stale)
    known = Known(scenery, loading, setting, views, ground, reach, ways)
    return assembled(known, before, stale_of(old, known, change, moved, reached, turned))


def _links_otherwise(before: Known, loading: Loading, change: Change) -> bool:
    """Names link in other layers, or by other directives, than before: nothing about them can be taken over."""
    links, was = loading.links, before.loading.links
    if links.output_directives != was.output_directives:
        return True
    if len(before.views) == 1:
        return are_two(links, change.rewired)
    return are_two(was, change.rewired) and not are_two(links, range(len(links.server)))


def _from_nothing(scenery: Scenery, facts: tuple[ModuleFacts, ...], links: Links) -> Building:
    loading = loading_of(facts, links, scenery.implied)
    yield
    setting = setting_of(scenery, facts, loading)
    views = views_of(facts, links, setting.setup.layers, loading.directives)
    yield
    ground = ground_of(facts, views, setting)
    reach = reached_declarations(ground)
    yield
    ways = Ways(setting.graph, setting.setup, ground.importers)
    yield
    return assembled(Known(scenery, loading, setting, views, ground, reach, ways), None, Stale())
