"""What could not be used is said: one clear line for each kind, in every answer's `degraded`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from boundary_lsp.adapters.disk import DiskFileSystem
from boundary_lsp.cli.main import main
from boundary_lsp.ports import Entry
from tests.cli.shop import age, answer, run, write

LARGE = b"export function a(b) { return b.c(d => ({ e: [d, 'f', 1] })); }\n" * (6 * 1024 * 1024 // 64)

FILES: dict[str, tuple[bytes, str]] = {
    "lib/broken.tsx": (
        b"export function Broken( { return <div><",
        "has syntax errors; what stands there is not known (`boundary doctor` lists the places)",
    ),
    "lib/binary.ts": (bytes(range(256)) * 64, "is no text; nothing is known of it"),
    "lib/latin.ts": (b"export const caf\xe9 = 1;", "is not UTF-8; names in it may have been misread"),
    "lib/deep.ts": (
        b"export const a = " + b"[" * 5000 + b"]" * 5000,
        "is nested too deeply in places; what stands there is not known",
    ),
    "lib/large.js": (LARGE, "is too large to be parsed; what it imports and exports is not known"),
}


@pytest.mark.parametrize("path", FILES)
def test_a_file(program: Path, path: str) -> None:
    content, said = FILES[path]
    write(program, {path: content})
    assert answer("check", cwd=program)["degraded"] == [f"{path}: {said}"]
    assert run("check", cwd=program)[1].splitlines()[-1] == f"note: {path}: {said}"
    assert run("check", "..", cwd=program / "app")[1].splitlines()[-1] == f"note: ../{path}: {said}"
    age(program)
    run("check", cwd=program)
    assert answer("check", cwd=program)["degraded"] == [f"{path}: {said}"]


def test_many_broken_files_are_one_line(program: Path) -> None:
    write(program, {f"lib/{name}.ts": "export const (" for name in "ab"})
    assert answer("check", cwd=program)["degraded"][0].startswith("lib/a.ts: has syntax errors, as has 1 more file; ")
    write(program, {"lib/c.ts": "export const ("})
    assert answer("check", cwd=program)["degraded"][0].startswith("lib/a.ts: has syntax errors, as have 2 more files; ")


def test_compiler_options_that_extend_each_other(program: Path) -> None:
    write(
        program,
        {
            "tsconfig.json": '{"extends": "./base.json", "compilerOptions": {"paths": {"@/*": ["./*"]}}}',
            "base.json": '{"extends": "./tsconfig.json"}',
        },
    )
    assert answer("check", cwd=program)["degraded"] == ["tsconfig.json: extends itself through base.json"]


CONFIGS = {
    "export default {pageExtensions: list()}": "`pageExtensions` is computed and was not read; "
    "pages were looked for as tsx, ts, jsx, js",
    "export default {pageExtensions: ['tsx']}": "",
}


@pytest.mark.parametrize("text", CONFIGS)
def test_a_framework_configuration(program: Path, text: str) -> None:
    write(program, {"next.config.mjs": text})
    said = CONFIGS[text]
    expected = [f"next.config.mjs: {said}"] if said else []
    assert answer("check", cwd=program)["degraded"] == expected
    assert answer("doctor", cwd=program)["degraded"] == expected


def test_computed_imports_are_listed(program: Path) -> None:
    write(program, {"lib/load.ts": "export const load = (name: string) => import(`./${name}`);"})
    given = answer("doctor", cwd=program)
    assert given["unknown"]["computed-import"] == 1
    assert [(p["path"], p["kind"], p["range"]["start"]["column"]) for p in given["problems"]] == [
        ("lib/load.ts", "computed-import", 39)
    ]
    assert "lib/load.ts:1:39: computed-import" in run("doctor", cwd=program)[1]
    assert given["degraded"] == []


def test_submodules_that_were_not_fetched(program: Path) -> None:
    write(program, {".gitmodules": '[submodule "ui"]\n\tpath = vendor/ui\n\turl = x\n'})
    for folder in ("vendor/ui", "vendor/other", "app/api", "app/docs"):
        (program / folder).mkdir(parents=True)
    assert answer("check", cwd=program)["degraded"] == [
        "vendor/ui: is a submodule that was not fetched; its source is missing",
        "app/api: is empty; source may be missing there (and in 1 more folder like it)",
    ]


PATTERNS = {
    'used-outside = ["actions/likes.ts#*", "actions/like.ts#*"]': (
        "`used-outside`: no server function is called `actions/like.ts#*`"
    ),
    '[entry-points]\nclient = ["components/*.tsx", "src/*.ts"]': (
        "`entry-points.client`: no module is called `src/*.ts`"
    ),
}


@pytest.mark.parametrize("text", PATTERNS)
def test_a_pattern_that_names_nothing(program: Path, text: str) -> None:
    write(program, {"boundary.toml": text})
    assert answer("check", cwd=program)["degraded"] == [f"boundary.toml: {PATTERNS[text]}"]


class _Closed:
    """Paths below the root that the system does not give, to whomever: permissions do not bind everybody."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, root: Path, paths: set[str]) -> None:
        self._paths = {str(root / path) for path in paths}
        read, entries = DiskFileSystem.read, DiskFileSystem.entries

        def guarded_read(files: DiskFileSystem, path: str) -> bytes:
            self._check(files, path)
            return read(files, path)

        def guarded_entries(files: DiskFileSystem, directory: str) -> list[Entry]:
            self._check(files, directory)
            return entries(files, directory)

        monkeypatch.setattr(DiskFileSystem, "read", guarded_read)
        monkeypatch.setattr(DiskFileSystem, "entries", guarded_entries)
        monkeypatch.chdir(root)

    def _check(self, files: DiskFileSystem, path: str) -> None:
        if os.path.normpath(f"{files.root}/{path}") in self._paths:
            raise PermissionError(13, "Permission denied", path)


UNREADABLE = {
    ".gitignore": "note: .gitignore: cannot be read: Permission denied",
    "package.json": "note: package.json: cannot be read: Permission denied",
    "next.config.mjs": "note: next.config.mjs: cannot be read: Permission denied",
    "lib": "note: lib: cannot read this folder (Permission denied)",
}


@pytest.mark.parametrize("path", UNREADABLE)
def test_what_cannot_be_read(
    program: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], path: str
) -> None:
    write(program, {".gitignore": "", "next.config.mjs": "", "lib/a.ts": ""})
    _Closed(monkeypatch, program, {path})
    assert main(["check", "--no-cache", "--fail-on", "never"]) == 0
    out, err = capfdbinary.readouterr()
    assert out.decode().splitlines()[-1] == UNREADABLE[path]
    assert err == b""


@pytest.mark.parametrize(("closed", "asked", "said"), [("", ".", "."), ("src", ".", "src"), ("src", "src", "src")])
def test_the_only_source_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes],
    closed: str, asked: str, said: str,
) -> None:  # fmt: skip
    write(tmp_path, {"package.json": "{}", "src/a.ts": ""})
    _Closed(monkeypatch, tmp_path, {closed})
    assert main(["check", "--no-cache", asked]) == 2
    out, err = capfdbinary.readouterr()
    assert out == b""
    assert err.decode().startswith("boundary: no source files in ")
    assert err.decode().endswith(f" (`{said}`: cannot read this folder (Permission denied))\n")


def test_a_cache_of_no_use_is_one_line(program: Path) -> None:
    cache = program.parent / "cache"
    run("check", cwd=program)
    paths = sorted(cache.iterdir())
    for path in paths:
        path.unlink()
        path.mkdir()
        (path / "in the way").touch()
    code, _, err = run("check", cwd=program)
    assert code == 1
    assert len(err.splitlines()) == 1
    assert err.startswith("boundary: the cache ")
