"""What a module outside of every layer is for, told by its name. A module that an entry point reaches is source,
whatever its folder is called."""

from __future__ import annotations

import re

from boundary_lsp.model.program import Role

_TEST = re.compile(
    r"(?:^|/)(?:__tests__|__mocks__|__fixtures__|tests?|e2e|cypress|playwright|spec)/"
    r"|\.(?:test|spec|e2e|e2e-spec|cy|bench)\.[cm]?[jt]sx?$|(?:^|/)(?:vitest|jest)[.-][^/]*setup[^/]*$"
    r"|(?:^|/)(?:test_[^/]*|[^/]*_test|conftest)\.py$"
)
_STORY = re.compile(r"\.(?:stories|story)\.(?:[cm]?[jt]sx?|mdx)$|(?:^|/)\.storybook/")
_CONFIG = re.compile(r"(?:^|/)[^/]*\.config\.[cm]?[jt]s$|(?:^|/)\.[^/]+\.[cm]?[jt]s$|(?:^|/)(?:setup|noxfile)\.py$")
_SCRIPT = re.compile(r"(?:^|/)(?:scripts?|bin|tools|seeds?)/")


def role_of(path: str, run_by_scripts: frozenset[str]) -> Role:
    """`run_by_scripts`: modules that some package script names (`tsx prisma/seed.ts`)."""
    if path.endswith((".d.ts", ".d.mts", ".d.cts")):
        return Role.TYPES
    if _TEST.search(path):
        return Role.TEST
    if _STORY.search(path):
        return Role.STORY
    if path in run_by_scripts or _SCRIPT.search(path):
        return Role.SCRIPT
    return Role.CONFIG if _CONFIG.search(path) else Role.SOURCE
