"""Checkers that die, hang or talk nonsense: fewer answers and one clear line, nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from boundary_lsp.adapters.checking.oracle import PORTION
from boundary_lsp.adapters.disk import DiskFileSystem
from boundary_lsp.adapters.typescript.locate import Located, locate_checker
from boundary_lsp.adapters.typescript.oracle import TypeScriptOracle
from boundary_lsp.adapters.typescript.pinned import INSTALL
from boundary_lsp.adapters.typescript.session import Limits
from boundary_lsp.model.wire_types import BuiltIn, Primitive
from boundary_lsp.ports import TypeQuestion
from tests.oracle.fakes import Fake, dying
from tests.oracle.orphans import ends_with_its_parent

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="scripts with a #! line")

QUESTION = TypeQuestion("a.ts", 10, 20)
TEXT = b"const a = new Date();\nexport {};\n"

ECHO = """
while True:
    request = read()
    {before}
    answer(request, {{"snapshot": 1, "projects": []}} if request["method"] == "updateSnapshot" else None)
"""

CASES = {
    "dies": ("sys.exit(3)", "ended unexpectedly (exit code 3)", 2),
    "is killed": ("os.kill(os.getpid(), 9)", "was ended by signal 9", 2),
    "dies of a question": ("read(); sys.exit(4)", "ended unexpectedly (exit code 4)", 2),
    "hangs": ("time.sleep(60)", "did not answer within 1 seconds (`initialize`)", 1),
    "hangs while loading": (
        ECHO.format(before='request["method"] == "updateSnapshot" and time.sleep(60)'),
        "did not answer within 1 seconds (`updateSnapshot`)",
        1,
    ),
    "reads nothing and closes its output": ("os.close(1); time.sleep(60)", "closed its output", 2),
    "prints text": ("print('hello', flush=True); time.sleep(60)", "does not speak its protocol", 2),
    "prints a line without an end": (
        "OUTPUT.write(b'x' * 5000); OUTPUT.flush(); time.sleep(60)",
        "does not speak its protocol",
        2,
    ),
    "says no size": (
        "OUTPUT.write(b'A: b\\r\\n\\r\\n'); OUTPUT.flush(); time.sleep(60)",
        "a message without a size",
        2,
    ),
    "says too large a size": (
        "OUTPUT.write(b'Content-Length: 99999999999\\r\\n\\r\\n'); OUTPUT.flush(); time.sleep(60)",
        "a message of 99,999,999,999 bytes",
        2,
    ),
    "sends no JSON": (
        "OUTPUT.write(b'Content-Length: 2\\r\\n\\r\\n{]'); OUTPUT.flush(); time.sleep(60)",
        "does not speak its protocol",
        2,
    ),
    "answers something else": (
        "while True: answer(read(), {'snapshot': 'one'})",
        "is of another version: its answers are not understood",
        1,
    ),
    "does not know a method": (
        "while True: r = read(); send({'id': r['id'], 'error': {'code': 1, 'message': 'unknown API method \"x\"'}})",
        "is of another version: it does not know `initialize`",
        1,
    ),
    "refuses": (
        "while True: r = read(); send({'id': r['id'], 'error': {'code': 1, 'message': 'no'}})",
        "cannot load the project",
        2,
    ),
}


def _oracle(path: Path, checker: Path | str, files: int = 1) -> TypeScriptOracle:
    path.mkdir(exist_ok=True)
    (path / "tsconfig.json").write_text('{"compilerOptions": {"target": "es2022", "lib": ["es2022"]}}')
    for number in range(files):
        (path / f"{'a' if number == 0 else number}.ts").write_bytes(TEXT)
    return TypeScriptOracle(Located(str(checker)), DiskFileSystem(path.as_posix()), {}, Limits(load=1.0, answer=1.0))


@pytest.mark.parametrize("name", CASES)
def test_one_clear_line(name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    behaviour, said, starts = CASES[name]
    fake = Fake(tmp_path / "fake", behaviour)
    oracle = _oracle(tmp_path / "root", fake.path)
    assert oracle.types([QUESTION]) == {}
    assert oracle.signatures([QUESTION]) == {}
    assert oracle.trouble.startswith("some types are only read from annotations: the type checker ")
    assert said in oracle.trouble
    assert "\n" not in oracle.trouble
    assert fake.starts == starts
    oracle.close()
    assert capfd.readouterr() == ("", "")


def test_another_version_is_not_spoken_to(tmp_path: Path) -> None:
    fake = Fake(tmp_path / "fake", "", version="5.9.3")
    oracle = _oracle(tmp_path / "root", fake.path)
    assert oracle.types([QUESTION]) == {}
    assert "is of another version: TypeScript 5.9.3, not 7." in oracle.trouble
    assert fake.starts == 0


@pytest.mark.parametrize("path", ["/nowhere/tsc", "/", __file__])
def test_what_is_no_program(path: str, tmp_path: Path) -> None:
    oracle = _oracle(tmp_path / "root", path)
    assert oracle.types([QUESTION]) == {}
    assert oracle.trouble.endswith("the type checker does not run, or is no TypeScript")


def test_late_answers_are_answers(tmp_path: Path) -> None:
    fake = Fake(tmp_path / "fake", ECHO.format(before="time.sleep(0.4)"))
    oracle = _oracle(tmp_path / "root", fake.path)
    assert oracle.types([QUESTION]) == {}
    assert oracle.trouble == ""
    oracle.close()


def test_what_was_not_asked_is_not_heard(tmp_path: Path) -> None:
    noise = "send({'method': 'log', 'params': {}}); send({'id': 77, 'result': 1}); print('noise', file=sys.stderr)"
    fake = Fake(tmp_path / "fake", ECHO.format(before=noise))
    oracle = _oracle(tmp_path / "root", fake.path)
    assert oracle.types([QUESTION]) == {}
    assert oracle.trouble == ""
    oracle.close()


def test_no_checker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOUNDARY_CACHE_DIR", str(tmp_path / "cache"))
    located = locate_checker(str(tmp_path))
    oracle = TypeScriptOracle(located, DiskFileSystem(tmp_path.as_posix()), {})
    assert oracle.types([QUESTION]) == {}
    assert f"`{INSTALL}`" in oracle.trouble


def test_the_environment_is_not_handed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is PATH: what the checker might start by name is not found."""
    monkeypatch.setenv("SECRET", "x")
    fake = Fake(tmp_path / "fake", f"open({str(tmp_path / 'seen')!r}, 'w').write(' '.join(os.environ)); sys.exit()")
    _oracle(tmp_path / "root", fake.path).types([QUESTION])
    assert set((tmp_path / "seen").read_text().split()) <= {"LC_CTYPE", "TMPDIR", "PWD", "SHLVL", "_"}


@pytest.mark.realbuild
def test_one_that_dies_once_is_started_again(checker: str, tmp_path: Path) -> None:
    fake = dying(tmp_path / "fake", checker, "getTypeAtLocations", times=1)
    oracle = _oracle(tmp_path / "root", fake.path)
    assert oracle.types([QUESTION]) == {QUESTION: BuiltIn("Date")}
    assert (oracle.trouble, fake.starts) == ("", 2)
    oracle.close()


@pytest.mark.realbuild
def test_what_was_answered_before_is_kept(checker: str, tmp_path: Path) -> None:
    fake = dying(tmp_path / "fake", checker, "getReturnTypeOfSignature", times=9)
    oracle = _oracle(tmp_path / "root", fake.path, files=PORTION + 1)
    last_file = tmp_path / "root" / f"{PORTION}.ts"
    last_file.write_bytes(b"const a = class { toJSON() { return 1; } }; new a(); export {};")
    questions = [TypeQuestion("a.ts" if n == 0 else f"{n}.ts", 10, 20) for n in range(PORTION)]
    last = TypeQuestion(f"{PORTION}.ts", 44, 51)
    assert oracle.types([*questions, last]) == dict.fromkeys(questions, BuiltIn("Date"))
    assert "ended unexpectedly (exit code 9)" in oracle.trouble
    assert fake.starts == 2
    oracle.close()


@pytest.mark.realbuild
@pytest.mark.parametrize(
    ("text", "start", "length"),
    [
        ("const a = 1;\r\nconst b = [a];\r\n", "[a]", 3),
        ("\ufeffconst a = 1;\nconst b = [a];\n", "[a]", 3),
        ("\ufeffconst a = '😀';\r\nconst b = /*é*/ [1];\r\n", "[1]", 3),
        ("const a = '\u2028😀ü';\nconst b = [`😀`.length];\n", "[`", 15),
    ],
)
def test_offsets(checker: str, tmp_path: Path, text: str, start: str, length: int) -> None:
    oracle = _oracle(tmp_path / "root", checker)
    source = text.encode()
    (tmp_path / "root" / "a.ts").write_bytes(source)
    at = source.index(start.encode())
    question = TypeQuestion("a.ts", at, at + length)
    (answer,) = oracle.types([question]).values()
    assert getattr(answer, "element", None) == Primitive("number")
    oracle.close()


@pytest.mark.realbuild
def test_a_text_that_the_checker_does_not_see_has_no_types(checker: str, tmp_path: Path) -> None:
    class Edited(DiskFileSystem):
        def read(self, path: str) -> bytes:
            return super().read(path).replace(b"new", b"NEW")

    oracle = _oracle(tmp_path / "root", checker)
    edited = TypeScriptOracle(Located(checker), Edited((tmp_path / "root").as_posix()), {})
    assert list(oracle.types([QUESTION])) == [QUESTION]
    assert edited.types([QUESTION]) == {}
    assert edited.trouble == ""
    oracle.close()
    edited.close()


@pytest.mark.realbuild
def test_it_ends_with_its_parent(checker: str, tmp_path: Path) -> None:
    _oracle(tmp_path / "root", checker)
    program = (
        "import sys, time\n"
        "from boundary_lsp.adapters.disk import DiskFileSystem\n"
        "from boundary_lsp.adapters.typescript.locate import Located\n"
        "from boundary_lsp.adapters.typescript.oracle import TypeScriptOracle\n"
        "from boundary_lsp.ports import TypeQuestion\n"
        f"oracle = TypeScriptOracle(Located({checker!r}), DiskFileSystem({str(tmp_path / 'root')!r}), {{}})\n"
        "oracle.types([TypeQuestion('a.ts', 10, 20)])\n"
        "print(oracle.session.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    assert ends_with_its_parent(program, 10)
