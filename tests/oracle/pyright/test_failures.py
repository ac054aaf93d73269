"""A pyright that dies, hangs or is not there: fewer answers and one clear line. And nothing of the project is run."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from boundary_lsp.adapters.checkers import DiskCheckers
from boundary_lsp.adapters.disk import DiskFileSystem
from boundary_lsp.adapters.parsing import digest_of
from boundary_lsp.adapters.pyright import locate
from boundary_lsp.adapters.pyright.locate import INSTALL, Located, locate_pyright
from boundary_lsp.adapters.pyright.oracle import PyrightOracle
from boundary_lsp.adapters.pyright.session import Limits
from boundary_lsp.cli.main import main
from boundary_lsp.model.wire_types import Array, Primitive
from boundary_lsp.ports import TypeQuestion
from boundary_lsp.project import load_project
from boundary_lsp.syntax.languages import LANGUAGES
from tests.oracle.fakes import Fake
from tests.oracle.orphans import ends_with_its_parent

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="scripts with a #! line")

TEXT = b"a = [1]\n"
QUESTION = TypeQuestion("a.py", 4, 7)
NUMBERS = Array(Primitive("number"))

ECHO = """
while True:
    request = read()
    {before}
    "id" in request and answer(request, {result})
"""
CASES = {
    "dies": ("sys.exit(3)", "ended unexpectedly (exit code 3)", 2),
    "has no memory left": ("os.kill(os.getpid(), 6)", "was ended by signal 6", 2),
    "hangs": ("time.sleep(60)", "did not answer within 1 seconds (`initialize`)", 1),
    "hangs over a file": (
        ECHO.format(before='request["method"] == "textDocument/diagnostic" and time.sleep(60)', result="{}"),
        "did not answer within 1 seconds (`textDocument/diagnostic`)",
        1,
    ),
    "prints text": ("print('hello', flush=True); time.sleep(60)", "does not speak its protocol", 2),
    "answers something else": (
        ECHO.format(before="", result="{'items': 3}"),
        "is of another version: its answers are not understood",
        1,
    ),
    "refuses": ("while True: r = read(); send({'id': r['id'], 'error': {'message': 'no'}})", "does not start", 1),
}


def _root(path: Path) -> Path:
    path.mkdir(exist_ok=True)
    (path / "a.py").write_bytes(TEXT)
    return path


def _fake(path: Path, behaviour: str) -> tuple[Fake, PyrightOracle]:
    fake = Fake(path / "fake", behaviour)
    files = DiskFileSystem(_root(path / "root").as_posix())
    return fake, PyrightOracle(Located(__file__, str(fake.path)), files, Limits(start=1.0, answer=1.0))


@pytest.mark.parametrize("name", CASES)
def test_one_clear_line(name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    behaviour, said, starts = CASES[name]
    fake, oracle = _fake(tmp_path, behaviour)
    assert oracle.types([QUESTION]) == {}
    assert oracle.signatures([QUESTION]) == {}
    assert oracle.trouble.startswith("some types are only read from annotations: pyright ")
    assert said in oracle.trouble
    assert "\n" not in oracle.trouble
    assert (fake.starts, oracle.failed) == (starts, True)
    oracle.close()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "printed",
    ["", "tuple[", 'Type of "a" is "tuple[list[int"', "tuple[?, ?]", "tuple[" * 500, "tuple[int, str, int]", "int"],
)
def test_remarks_that_are_not_understood_are_no_answers(printed: str, tmp_path: Path) -> None:
    remark = {"range": {"start": {"line": 99, "character": 17}}, "message": f'Type of "a" is "{printed}"'}
    _, oracle = _fake(tmp_path, ECHO.format(before="", result={"items": [remark]}))
    assert oracle.types([QUESTION]) == {}
    assert oracle.trouble == ""
    oracle.close()


def test_one_that_has_failed_is_not_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake, _ = _fake(tmp_path, "sys.exit(3)")
    located = Located(__file__, str(fake.path))
    monkeypatch.setattr(locate, "locate_pyright", lambda *_: located)
    files = DiskFileSystem((tmp_path / "root").as_posix())
    checkers, project = DiskCheckers(files, digest_of), load_project(files, LANGUAGES)
    for _ in range(3):
        oracle = checkers.open(project)
        assert oracle.types([QUESTION]) == {}
        assert (oracle.failed, oracle.trouble.count("exit code 3")) == (True, 1)
        oracle.close()
    assert fake.starts == 2


def test_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    root = _root(tmp_path / "root")
    (root / "pyproject.toml").write_text("")
    (root / ".venv" / "lib" / "python3.12" / "site-packages" / "pyright" / "dist").mkdir(parents=True)
    (root / ".venv" / "pyvenv.cfg").write_text("")
    (root / ".venv/lib/python3.12/site-packages/pyright/dist/langserver.index.js").write_text("")
    located = locate_pyright(str(root))
    assert (located.script, f"`{INSTALL}`" in located.trouble) == ("", True)
    assert main(["types", "status", str(root)]) == 2
    assert capsys.readouterr() == ("", f"boundary: {located.trouble}\n")
    assert "needs Node" in locate_pyright(str(root), project_checker=True).trouble


def test_what_is_on_path_below_the_project_is_the_projects(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = _root(tmp_path / "root")
    script = root / "node_modules" / "pyright" / "langserver.index.js"
    programs = root / "node_modules" / ".bin"
    for path in (script, programs / "node"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("#!/bin/sh\n")
        path.chmod(0o755)
    (programs / "pyright-langserver").symlink_to(script)
    (script.parent / "package.json").write_text('{"version": "1.2.3"}')
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert locate_pyright(str(root)).script == ""
    found = locate_pyright(str(root), project_checker=True)
    assert found == Located(str(script), str(programs / "node"), "PATH", "1.2.3")


@pytest.mark.realbuild
def test_status(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = _root(tmp_path / "root")
    (root / "pyproject.toml").write_text("")
    assert main(["types", "status", str(root)]) == 0
    located = locate_pyright(str(root))
    said = f"pyright {located.version} infers types of Python (beside boundary): {located.script}\n"
    assert capsys.readouterr() == (said, "")


@pytest.mark.realbuild
def test_no_interpreter_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would run what the project's environment has in its `.pth` files."""
    root, programs = _root(tmp_path / "root"), tmp_path / "bin"
    environment = root / ".venv"
    (environment / "bin").mkdir(parents=True)
    (environment / "pyvenv.cfg").write_text("home = /usr/bin\n")
    (root / "pyrightconfig.json").write_text('{"venvPath": ".", "venv": ".venv"}')
    programs.mkdir()
    (programs / "node").symlink_to(shutil.which("node") or "")
    for folder in (programs, environment / "bin"):
        for name in ("python", "python3"):
            (folder / name).write_text(f"#!/bin/sh\ntouch {tmp_path / 'started'}\n")
            (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(programs))
    oracle = PyrightOracle(locate_pyright(str(root)), DiskFileSystem(root.as_posix()))
    assert oracle.types([QUESTION]) == {QUESTION: NUMBERS}
    oracle.close()
    assert not (tmp_path / "started").exists()


@pytest.mark.realbuild
def test_documents_stand_for_files(tmp_path: Path) -> None:
    root = _root(tmp_path / "root")
    (root / "b.py").write_text("def load(): return 1\n")
    texts = {"a.py": b"from b import load\nx = [load()]\n", "b.py": b"def load(): return '1'\n"}
    question = TypeQuestion("a.py", 23, 31)
    oracle = PyrightOracle(locate_pyright(str(root)), DiskFileSystem(root.as_posix()), opened=lambda: texts)
    assert oracle.types([question]) == {question: Array(Primitive("string"))}
    texts = {"a.py": texts["a.py"]}
    assert oracle.types([question]) == {question: Array(Primitive("number"))}
    oracle.close()


@pytest.mark.realbuild
@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("a = 1\r\nb = [a]\r\n", "[a]"),
        ("\ufeffa = 1\nb = [a]\n", "[a]"),
        ("a = '😀'; b = [len('😀é')]\r", "[len('😀é')]"),
        ("a = '\\\n\x0c'\n\x0cb = [\n  # one\n  1]", "[\n  # one\n  1]"),
        ("from __future__ import annotations\nb = print([1])", "[1]"),
        ("class A:\n  def f(self):\n    return [1]", "[1]"),
        ("b = sum([x for x in [1]], sum([2]))", "[x for x in [1]]"),
        ("b = [1]\nx = (", "[1]"),
    ],
)
def test_offsets(tmp_path: Path, text: str, asked: str) -> None:
    root = _root(tmp_path / "root")
    source = text.encode()
    (root / "a.py").write_bytes(source)
    at = source.rindex(asked.encode())
    question = TypeQuestion("a.py", at, at + len(asked.encode()))
    oracle = PyrightOracle(locate_pyright(str(root)), DiskFileSystem(root.as_posix()))
    assert oracle.types([question]) == {question: NUMBERS}
    oracle.close()


@pytest.mark.realbuild
def test_it_ends_with_its_parent(tmp_path: Path) -> None:
    root = _root(tmp_path / "root")
    program = (
        "import time\n"
        "from boundary_lsp.adapters.disk import DiskFileSystem\n"
        "from boundary_lsp.adapters.pyright.locate import locate_pyright\n"
        "from boundary_lsp.adapters.pyright.oracle import PyrightOracle\n"
        "from boundary_lsp.ports import TypeQuestion\n"
        f"oracle = PyrightOracle(locate_pyright({str(root)!r}), DiskFileSystem({str(root)!r}))\n"
        "oracle.types([TypeQuestion('a.py', 4, 7)])\n"
        "print(oracle.session.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    assert ends_with_its_parent(program, 20)
