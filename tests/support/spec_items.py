"""Markdown specs as pytest items. Hooked in by `conftest.py` of the folders that hold specs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.check import problems
from tests.support.spec import SpecError, SpecTest, spec_tests


class SpecFailed(Exception):
    """Lines of the document, and what is wrong there."""

    def __init__(self, problems: list[tuple[int, str]]) -> None:
        super().__init__(problems)
        self.problems = problems


class SpecDocument(pytest.File):
    def collect(self) -> Iterator[pytest.Item]:
        seen: set[str] = set()
        try:
            for test in spec_tests(self.path.read_text(encoding="utf-8")):
                if test.name in seen:
                    raise SpecError(test.line, f"there are two tests of the name {test.name}")
                seen.add(test.name)
                yield SpecItem.from_parent(self, name=test.name, test=test)
        except SpecError as error:
            raise self.CollectError(f"{self.path}:{error.line}: {error.message}") from error


class SpecItem(pytest.Item):
    def __init__(self, *, test: SpecTest, **more: Any) -> None:
        super().__init__(**more)
        self.test = test

    def runtest(self) -> None:
        if found := problems(self.test, self.path.stem):
            raise SpecFailed(found)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *more: Any, **named: Any) -> Any:
        if not isinstance(excinfo.value, SpecFailed):
            return super().repr_failure(excinfo, *more, **named)
        path = self._shown_path()
        told = [f"{path}:{line}: {message}" for line, message in sorted(excinfo.value.problems)]
        return "\n".join([*told, "", f'run it again: pytest {path} -k "{self.name}"'])

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.test.line - 1, self.name

    def _shown_path(self) -> str:
        root = self.config.rootpath
        return self.path.relative_to(root).as_posix() if self.path.is_relative_to(root) else str(self.path)


def collect(file_path: Path, parent: pytest.Collector, folder: Path) -> SpecDocument | None:
    """The document, where it is Markdown below the folder."""
    if file_path.suffix == ".md" and file_path.is_relative_to(folder):
        document: SpecDocument = SpecDocument.from_parent(parent, path=file_path)
        return document
    return None
