"""What only a real disk has: links, stamps, names that are no text."""

from __future__ import annotations

import os
from pathlib import Path

from boundary_lsp.adapters.disk import DiskFileSystem
from boundary_lsp.project import load_project
from boundary_lsp.syntax.languages import LANGUAGES


def test_a_link_in_a_circle_loses_only_itself(tmp_path: Path) -> None:
    (tmp_path / "a.ts").write_text("")
    (tmp_path / "self").symlink_to("self")
    (tmp_path / "up").symlink_to(tmp_path)
    (tmp_path / "gone").symlink_to("nowhere")
    project = load_project(DiskFileSystem(str(tmp_path)), LANGUAGES)
    assert (project.sources, project.problems) == (("a.ts",), ())


def test_a_link_to_a_file_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "a.ts").write_text("one")
    (tmp_path / "b.ts").symlink_to("a.ts")
    files = DiskFileSystem(str(tmp_path))
    assert load_project(files, LANGUAGES).sources == ("a.ts", "b.ts")
    assert files.read("b.ts") == b"one"
    assert files.stamp("a.ts") == files.stamp("b.ts")


def test_no_stamp_without_a_file(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    files = DiskFileSystem(str(tmp_path))
    assert [files.stamp(path) for path in ("folder", "gone", "a\0b")] == [None, None, None]


def test_a_name_that_is_no_text_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "ä.ts").write_text("")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.ts")).write_text("")
    project = load_project(DiskFileSystem(str(tmp_path)), LANGUAGES)
    assert project.sources == ("ä.ts",)
    assert [problem.message for problem in project.problems] == ["its name is not UTF-8, so it is left out"]
