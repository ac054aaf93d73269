"""Which features an editor gets: each can be switched, and what the language's own server gives as well is off.

In most editors TypeScript's server runs beside ours. What it knows, it says; we say what it cannot know.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec


class Features(msgspec.Struct, frozen=True, rename="camel"):
    """By the names that an editor's configuration has them under."""

    diagnostics: bool = True
    hover: bool = True
    """Of names, imports and directives that cross, and of nothing else."""
    code_lens: bool = True
    inlay_hints: bool = True
    code_actions: bool = True
    completion: bool = True
    """Of directives."""
    references: bool = True
    """Those that another server does not find: through props and aliases, and in documents."""
    all_references: bool = False
    """All of them, where no other server is asked."""
    implementation: bool = True
    """From props and aliases to what is behind them."""
    call_hierarchy: bool = True
    """Of server functions, and of what calls them."""
    every_name: bool = False
    """Of the features above: for names, too, of which another server says the same."""
    definition: bool = False
    document_highlight: bool = False
    rename: bool = False
    file_renames: bool = False
    """Imports of a file that is renamed."""
    document_links: bool = False
    document_symbols: bool = False
    workspace_symbols: bool = False
    semantic_tokens: bool = False
    """Off: some editors ask one server only, and the other's would be gone."""

    def has(self, name: str) -> bool:
        """Whether the feature of that name is on."""
        return bool(getattr(self, _NAMES[name]))


class Settings(NamedTuple):
    features: Features
    troubles: tuple[str, ...]
    """What was set and could not be used, one sentence each."""
    baseline: str = ""
    """A file below the root: findings that it lists are not shown."""


_NAMES = {field.encode_name: field.name for field in msgspec.structs.fields(Features)}


def settings_from(content: Any) -> Settings:
    """What an editor sends: `{"features": {"hover": false}, "baseline": "boundary.baseline.json"}`. What is wrong in it
    stays as it is by default."""
    given = content if isinstance(content, dict) else {}
    features, baseline = given.get("features", {}), given.get("baseline", "")
    is_table, is_path = isinstance(features, dict), isinstance(baseline, str)
    switches = _switches(features) if is_table else {}
    troubles = [*_troubles(features)] if is_table else ["`features` is not a table of switches"]
    troubles += [] if is_path else ["`baseline` is not a path"]
    return Settings(Features(**switches), tuple(troubles), baseline if is_path else "")


def _switches(given: dict[Any, Any]) -> dict[str, bool]:
    return {_NAMES[name]: value for name, value in given.items() if name in _NAMES and isinstance(value, bool)}


def _troubles(given: dict[Any, Any]) -> Iterator[str]:
    for name, value in given.items():
        if name not in _NAMES:
            yield f"there is no feature `{name}`{_hint(str(name))}"
        elif not isinstance(value, bool):
            yield f"`features.{name}` is neither true nor false"


def _hint(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, _NAMES, n=1, cutoff=0.5)
    return f"; did you mean `{near[0]}`?" if near else ""
