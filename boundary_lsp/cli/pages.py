"""The rules' pages, which come with the package (and lie in `docs/` in a working copy)."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent.parent
_FOLDERS = (_PACKAGE / "pages" / "rules", _PACKAGE.parent / "docs" / "rules")


def rule_page(rule: str) -> str:
    """Markdown; empty where the installation lacks it."""
    for folder in _FOLDERS:
        try:
            return (folder / f"{rule}.md").read_text(encoding="utf-8")
        except OSError:
            continue
    return ""
