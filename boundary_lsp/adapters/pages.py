"""The rules' pages, which come with the package (and lie in `docs/` in a working copy)."""

# Not pathlib: importing it takes 10 ms, and a run with nothing changed 300.
# ruff: noqa: PTH113, PTH118, PTH120, PTH123

from __future__ import annotations

import os

_PACKAGE = os.path.dirname(os.path.dirname(__file__))
_FOLDERS = (os.path.join(_PACKAGE, "pages", "rules"), os.path.join(os.path.dirname(_PACKAGE), "docs", "rules"))


def rule_page(rule: str) -> str:
    """Markdown; empty where the installation lacks it."""
    for path in _pages(rule):
        try:
            with open(path, encoding="utf-8") as file:
                return file.read()
        except OSError:
            continue
    return ""


def rule_page_url(rule: str) -> str:
    """Where a rule's page is, from the head of the repository."""
    return f"docs/rules/{rule}.md"


def rule_page_uri(rule: str) -> str:
    """Where a rule's page can be opened; empty where the installation lacks it."""
    from pathlib import Path

    return next((Path(path).as_uri() for path in _pages(rule) if os.path.isfile(path)), "")


def _pages(rule: str) -> list[str]:
    return [os.path.join(folder, f"{rule}.md") for folder in _FOLDERS]
