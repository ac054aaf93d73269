"""From a profile's rules to the modules that the framework loads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from boundary_lsp.frameworks.detect import Detected, modules_below
from boundary_lsp.frameworks.profile import EntryRule
from boundary_lsp.model.program import FileKind, Liveness

CONFIGURED = EntryRule("", re.compile(""), (), renders=False)
"""The rule of entry points that the user names: the framework knows nothing of them."""
UNIMPORTED = EntryRule("", re.compile(""), (), use=Liveness.UNUSED)
"""The rule of entry points that nothing imports, where no framework names any: nobody uses what they export."""
LIBRARY = EntryRule("", re.compile(""), (), use=Liveness.HANDED_OVER)
"""The same in a package that others may load: nobody knows who uses what they export."""
_ALL_EXTENSIONS = ("tsx", "ts", "jsx", "js", "mts", "mjs", "cjs", "cts")


_DECLARATIONS = re.compile(r"\.d\.[cm]?ts$")


class EntryPoint(NamedTuple):
    module: int
    layer: str
    dropped: frozenset[str]
    rule: EntryRule
    kind: FileKind | None = None


def entry_points(detected: Detected, modules: Sequence[str], page_extensions: Sequence[str]) -> Iterator[EntryPoint]:
    """The application's entry points, each in its layers. `src/` is used where the plain folder is not there."""
    base = f"{detected.application.path}/" if detected.application.path else ""
    inside = modules_below(modules, detected.application.path)
    for rule in detected.profile.entries:
        folder = _folder(base, rule, modules)
        extensions = (*page_extensions, *_ALL_EXTENSIONS) if rule.any_extension else tuple(page_extensions)
        wanted = re.compile(rf"(?P<name>{rule.name.pattern})\.(?:{'|'.join(map(re.escape, extensions))})")
        for index in modules_below(modules, folder.rstrip("/")) if folder else inside:
            path = modules[index]
            found = wanted.fullmatch(path, len(folder))
            if found is not None and not _DECLARATIONS.search(path):
                kind = rule.kinds.get(found["name"].rpartition("/")[2])
                for layer in rule.layers:
                    yield EntryPoint(index, layer, rule.dropped.get(layer, frozenset()), rule, kind)


def _folder(base: str, rule: EntryRule, modules: Sequence[str]) -> str:
    """`app/` or `src/app/`: Next looks at `src` only where the plain folder is missing."""
    plain = f"{base}{rule.folder}/" if rule.folder else base
    source = f"{base}src/{rule.folder}/" if rule.folder else f"{base}src/"
    if rule.folder:
        return plain if modules_below(modules, plain.rstrip("/")) else source
    has_source = any(modules_below(modules, f"{source}{router}") for router in ("app", "pages"))
    return source if has_source else plain
