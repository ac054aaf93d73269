"""Commands that cannot be carried out: one clear line on standard error, exit code 2, nothing on standard output."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from boundary_lsp.cli.main import check_main, main
from tests.cli.shop import FILES, REPOSITORY, age, answer, environment, run, start, write

CASES = {
    "no such command": (["chekc"], "there is no command `chekc`; did you mean `check`?"),
    "no such path": (["check", "sorc"], "there is no file or folder `sorc`"),
    "no such rule": (
        ["check", "--select", "dead-endpont"],
        "there is no rule `dead-endpont`; did you mean `dead-endpoint`?",
    ),
    "no rule at all": (["check", "--select", ""], "--select names no rule (`boundary explain` lists them)\n"),
    "no rule between commas": (
        ["check", "--select", " , "],
        "--select names no rule (`boundary explain` lists them)\n",
    ),
    "no rule to ignore": (["check", "--ignore", ""], "--ignore names no rule (`boundary explain` lists them)\n"),
    "no such rule to ignore": (["check", "--ignore", "x"], "there is no rule `x` (`boundary explain` lists them)\n"),
    "no such rule to explain": (["explain", "private"], "there is no rule `private`; did you mean `private-endpoint`?"),
    "no such framework": (["check", "--framework", "nxt"], "there is no framework `nxt`; did you mean `next`?"),
    "no such format": (["check", "--format", "xml"], "argument --format: invalid choice: 'xml'"),
    "no such option": (["check", "--frobnicate"], "unrecognized arguments: --frobnicate"),
    "no such liveness": (["endpoints", "--only", "dead"], "argument --only: invalid choice: 'dead'"),
    "no processes": (["check", "--jobs", "0"], "`0` is not a number of processes"),
    "no such group": (["check", "--select", "wirre"], "there is no rule `wirre`; did you mean `wire`?"),
    "a group to explain": (["explain", "wire"], "there is no rule `wire` (`boundary explain` lists them)\n"),
    "a baseline that is not there": (["check", "--baseline", "b.json"], "there is no baseline `b.json`: `boundary "),
    "a baseline that is a folder": (["check", "--baseline", "app"], "cannot read `app`: "),
    "a baseline that is none": (["check", "--baseline", "package.json"], "`package.json` is not a baseline: "),
    "a baseline of a part": (["check", "--write-baseline", "--since", "HEAD"], "--write-baseline lists all findings"),
    "a baseline that cannot be written": (
        ["check", "--write-baseline", "--baseline", "no/such/folder"],
        "cannot write `no/such/folder`: ",
    ),
    "since, in no repository": (["check", "--since", "HEAD"], "--since: "),
    "a target that is none": (["refs", "actions/likes.ts"], "path#name or path:line:column is wanted"),
    "a target in no file": (["refs", "actions/like.ts#like"], "there is no file or folder `actions/like.ts`"),
    "a target in a folder": (["refs", "actions#like"], "`actions` is not a module"),
    "a name that is not there": (
        ["refs", "actions/likes.ts#liek"],
        "has nothing of the name `liek`; did you mean `like`?",
    ),
    "a line that is not there": (
        ["refs", "actions/likes.ts:99:1"],
        "there is no line 99 in `actions/likes.ts`: it has 5",
    ),
    "a place without a name": (["refs", "actions/likes.ts:1:3"], "at actions/likes.ts:1:3 stands no name"),
    "why of a folder": (["why", "components"], "`components` is not a module"),
    "why of no source": (["why", "package.json"], "no source files in `package.json`"),
    "a path without sources": (["check", "package.json"], "no source files in `package.json`"),
    "a contract that is not there": (["contract", "check"], "there is no boundary.contract.toml in "),
    "a contract at no revision": (["contract", "check", "--against", "v1"], "`v1` is neither a file nor a revision"),
    "a contract that is none": (
        ["contract", "check", "--against", "app/page.tsx"],
        "`app/page.tsx` is not a contract: ",
    ),
    "nothing to do with a contract": (["contract"], "the following arguments are required: write|check"),
    "a contract without types": (["contract", "write", "--types", "off"], "argument --types: invalid choice: 'off'"),
    "a contract that cannot be written": (
        ["contract", "write", "--output", "no/such/folder"],
        "cannot write `no/such/folder`: ",
    ),
    "an output that cannot be written": (["check", "--output", "no/such/folder"], "cannot write `no/such/folder`: "),
}


@pytest.mark.parametrize("name", CASES)
def test_one_clear_line(program: Path, name: str) -> None:
    arguments, said = CASES[name]
    code, out, err = run(*arguments, cwd=program)
    assert (code, out) == (2, "")
    assert err.startswith("boundary: ")
    assert said in err
    assert len(err.splitlines()) == 1


def test_exit_codes(program: Path) -> None:
    assert run("check", cwd=program)[0] == 1
    assert run("check", "--fail-on", "never", cwd=program)[0] == 0
    assert run("check", "--select", "dead-endpoint", cwd=program)[0] == 0
    assert run("check", "--select", "dead-endpoint", "--fail-on", "warning", cwd=program)[0] == 1
    assert run("check", "--ignore", "private-endpoint,dead-endpoint", "--fail-on", "warning", cwd=program)[0] == 0
    assert run("check", "--select", "dead-endpoint", "--ignore", "dead-endpoint", cwd=program)[0] == 0
    assert run("--version", cwd=program)[1].startswith("boundary ")
    assert run("--help", cwd=program)[0] == 0
    assert run("check", "--help", cwd=program)[0] == 0
    code, out, err = run(cwd=program)
    assert (code, out) == (2, "")
    assert err.startswith("usage: boundary")


def test_boundary_check_is_boundary_check(program: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert check_main([str(program), "--no-cache"]) == 1
    assert b"error[private-endpoint]" in capfdbinary.readouterr().out


def test_a_folder_with_no_source_at_all(tmp_path: Path) -> None:
    write(tmp_path / "empty", {"README.md": "nothing here"})
    code, out, err = run("check", cwd=tmp_path / "empty")
    assert (code, out) == (2, "")
    assert err.startswith("boundary: no source files in ")
    assert len(err.splitlines()) == 1


def test_a_configuration_that_cannot_be_read(program: Path) -> None:
    for text, said in (
        ("= [", "boundary.toml: "),
        ("excluded = []\n", "exclude"),
        ('framework = "nxt"', "boundary.toml: there is no framework `nxt`; did you mean `next`?"),
        ('framework = "zzz"', "boundary.toml: there is no framework `zzz` (known: anvil, next, plain, python, wwwpy)"),
    ):
        (program / "boundary.toml").write_text(text)
        code, out, err = run("check", cwd=program)
        assert (code, out) == (2, "")
        assert said in err
        assert len(err.splitlines()) == 1


def test_an_internal_error_is_a_line(
    program: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("two\nlines")

    monkeypatch.setattr("boundary_lsp.engine.verdict.run_rules", fail)
    monkeypatch.chdir(program)
    assert main(["check", "--no-cache"]) == 2
    said = capsys.readouterr().err
    assert said == "boundary: internal error: ValueError: two (run with BOUNDARY_DEBUG=1 for the traceback)\n"
    monkeypatch.setenv("BOUNDARY_DEBUG", "1")
    with pytest.raises(ValueError, match="two"):
        main(["check", "--no-cache"])


@pytest.mark.skipif(os.name == "nt", reason="pipes")
def test_a_reader_that_goes_away(program: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = start("graph", "--format", "json", cwd=program, stdout=writing)
    os.close(writing)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert err.decode() == "boundary: standard output was closed before everything was written\n"


def test_standard_output_that_is_full(program: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full")
    with Path("/dev/full").open("wb") as full:
        process = start("check", cwd=program, stdout=full)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert err.decode() == "boundary: standard output could not be written (No space left on device)\n"


def test_paths_of_one_workspace(program: Path, tmp_path: Path) -> None:
    """What lies above both by chance is not the root: everything in it would be walked."""
    write(tmp_path / "other", FILES)
    code, out, err = run("check", ".", "../other", cwd=program)
    assert (code, out) == (2, "")
    assert err == "boundary: the paths belong to different workspaces (../other, .): run once for each\n"
    write(tmp_path, {"package.json": "{}", "shop/.git/HEAD": "", "other/.git/HEAD": ""})
    assert run("check", ".", "../other", cwd=program)[2] == err
    write(tmp_path, {"pnpm-workspace.yaml": ""})
    assert run("check", ".", "../other", cwd=program)[0] == 1


def test_folders_of_no_workspace(tmp_path: Path) -> None:
    write(tmp_path, {"here/src/a.ts": "", "here/lib/b.ts": ""})
    assert answer("check", "src", "lib", cwd=tmp_path / "here")["root"] == (tmp_path / "here").as_posix()
    assert run("check", str(tmp_path / "here/src"), str(tmp_path / "here/lib"), cwd=REPOSITORY)[0] == 2


@pytest.mark.skipif(os.name == "nt", reason="descriptors")
@pytest.mark.parametrize(
    ("arguments", "code"), [(["check"], 1), (["check", "sorc"], 2), (["check", "--statistics"], 1)]
)
def test_no_standard_error(program: Path, arguments: list[str], code: int) -> None:
    command = [sys.executable, "-m", "boundary_lsp", *arguments]
    where = environment(program.parent / "cache")
    without = ["sh", "-c", '"$@" 2>&-', "sh", *command]
    usual, closed = (
        subprocess.run(run, cwd=program, env=where, capture_output=True, check=False) for run in (command, without)
    )
    assert (closed.returncode, closed.stdout, closed.stderr) == (code, usual.stdout, b"")
    assert usual.returncode == code


@pytest.mark.skipif(os.name == "nt", reason="a folder in use stays")
def test_a_current_folder_that_is_gone(program: Path, tmp_path: Path) -> None:
    script = 'mkdir gone && cd gone && rmdir ../gone && "$@"'
    command = [sys.executable, "-m", "boundary_lsp", "check"]
    for more, code in ([], 2), ([str(program)], 1):
        done = subprocess.run(
            ["sh", "-c", script, "sh", *command, *more],
            cwd=tmp_path,
            env=environment(tmp_path / "cache"),
            capture_output=True,
            check=False,
        )
        assert done.returncode == code
        said = b"boundary: the current folder does not exist any more\n"
        assert done.stderr == (b"" if more else said)


def test_paths_are_shown_from_where_one_stands(program: Path) -> None:
    assert "\n../actions/likes.ts:4:23: " in "\n" + run("check", "..", cwd=program / "app")[1]
    assert "\nlikes.ts:4:23: " in "\n" + run("check", cwd=program / "actions")[1]
    given = answer("check", cwd=program / "actions")
    assert {finding["path"] for finding in given["findings"]} == {"actions/likes.ts"}


def test_paths_in_messages_are_shown_so_too(program: Path) -> None:
    said = "yet it is published: {} imports this module."
    for folder, path in (("", "app/page.tsx"), ("actions", "../app/page.tsx"), ("app", "page.tsx")):
        assert said.format(path) in run("check", str(program), cwd=program / folder)[1]
    assert said.format("app/page.tsx") in answer("check", cwd=program / "actions")["findings"][0]["message"]


def test_paths_with_brackets_and_parentheses_in_messages(program: Path) -> None:
    page = "app/(shop)/[id]/page.tsx"
    (program / page).parent.mkdir(parents=True)
    (program / "app/page.tsx").rename(program / page)
    text = (program / page).read_text().replace("'../", "'../../../")
    (program / page).write_text(text)
    assert f"it is published: ../{page} imports this module." in run("check", cwd=program / "actions")[1]


def test_no_analysed_file_is_run(program: Path, tmp_path: Path) -> None:
    """Also not a Python module that lies where the command is called."""
    trap = f"open({str(tmp_path / 'ran')!r}, 'w')"
    for name in ("msgspec", "networkx", "tree_sitter", "sitecustomize", "boundary"):
        (program / f"{name}.py").write_text(trap)
    write(program, {"next.config.js": f"require('fs').writeFileSync({str(tmp_path / 'ran')!r}, '')"})
    age(program)
    console_script = "import sys; sys.path.pop(0); from boundary_lsp.cli.main import main; main()"
    subprocess.run(
        [sys.executable, "-c", console_script, "check"], cwd=program, env=environment(tmp_path / "cache"), check=False
    )
    assert not (tmp_path / "ran").exists()
