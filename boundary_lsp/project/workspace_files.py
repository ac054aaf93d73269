"""`pnpm-workspace.yaml` and `.yarnrc.yml`: some sections, without those beside them, which may be long."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterable
from typing import Any

from boundary_lsp.model.project import ProjectProblem
from boundary_lsp.ports import FileSystem
from boundary_lsp.project.problems import unread


def read_sections(
    files: FileSystem, path: str, sections: Iterable[str], problems: list[ProjectProblem]
) -> dict[str, Any]:
    """Empty where the file cannot be read, which is a problem; told once, however often it is tried."""
    import yaml

    try:
        text = _only(sections, files.read(path).removeprefix(BOM_UTF8))
        content = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)) if text else {}
    except OSError as error:
        problem = unread(path, error)
    except (yaml.YAMLError, ValueError) as error:
        problem = ProjectProblem(path, f"is not YAML and was taken as empty ({str(error).splitlines()[0]})")
    else:
        return content if isinstance(content, dict) else {}
    if problem not in problems:
        problems.append(problem)
    return {}


def _only(sections: Iterable[str], text: bytes) -> bytes:
    words = "|".join(sections).encode()
    found = re.finditer(rb"^(['\"]?)(?:" + words + rb")\1\s*:.*(?:\n(?:[ \t\r#\-\]}].*)?)*", text, re.MULTILINE)
    return b"\n".join(match[0] for match in found)
