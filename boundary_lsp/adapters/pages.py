"""The rules' pages, which come with the package (and lie in `docs/` in a working copy)."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent.parent
_FOLDERS = (_PACKAGE / "pages" / "rules", _PACKAGE.parent / "docs" / "rules")


def rule_page(rule: str) -> str:
    """Markdown; empty where the installation lacks it."""
    for page in _pages(rule):
        try:
            return page.read_text(encoding="utf-8")
        except OSError:
            continue
    return ""


def rule_page_uri(rule: str) -> str:
    """Where a rule's page can be opened; empty where the installation lacks it."""
    return next((page.as_uri() for page in _pages(rule) if page.is_file()), "")


def _pages(rule: str) -> list[Path]:
    return [folder / f"{rule}.md" for folder in _FOLDERS]
