"""Which checker is taken, how it gets there, and what is said where it does not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from boundary_lsp.adapters.typescript.locate import cached_checker, locate_checker
from boundary_lsp.adapters.typescript.pinned import INSTALL, VERSION, package_name, program_path
from boundary_lsp.cli.main import main
from tests.oracle.fakes import Fake

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="scripts with a #! line")

NPM = """#!{python} -I
import os, sys
if {fails!r}:
    print({fails!r}, file=sys.stderr)
    sys.exit(1)
assert "--ignore-scripts" in sys.argv and sys.argv[-1] == {package!r} + "@" + {version!r}
folder = sys.argv[sys.argv.index("--prefix") + 1]
assert os.path.realpath(folder) == os.getcwd()
target = os.path.join(folder, "node_modules", {package!r}, {program!r})
os.makedirs(os.path.dirname(target))
with open(target, "w") as file:
    file.write("#!" + sys.executable + " -I\\nprint('Version {says}')\\n")
os.chmod(target, 0o755)
"""


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty workspace, which is the current folder, and an empty cache."""
    monkeypatch.setenv("BOUNDARY_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "package.json").write_text("{}")
    monkeypatch.chdir(tmp_path / "root")
    return tmp_path / "root"


def _npm(monkeypatch: pytest.MonkeyPatch, folder: Path, fails: str = "", says: str = VERSION) -> None:
    folder.mkdir()
    values = {"package": package_name(), "program": program_path(), "version": VERSION}
    (folder / "npm").write_text(NPM.format(python=sys.executable, fails=fails, says=says, **values))
    (folder / "npm").chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def _checker(node_modules: Path, version: str = VERSION) -> Path:
    fake = Fake(node_modules / package_name() / "lib", "", version)
    return fake.path


def test_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _checker(root / "node_modules")
    found = locate_checker(str(root))
    assert found.path == ""
    assert f"`{INSTALL}`" in found.trouble
    assert main(["types", "status"]) == 2
    assert capsys.readouterr() == ("", f"boundary: {found.trouble}\n")


def test_our_own_before_the_projects(root: Path) -> None:
    own = _checker(Path(cached_checker()).parents[3])
    assert str(own) == cached_checker()
    _checker(root / "node_modules")
    assert locate_checker(str(root)).path == str(own)


@pytest.mark.parametrize("checker", ["ts/node_modules/{}/lib/tsc", "ts/node_modules/{}", "ts/node_modules", "ts"])
def test_a_configured_path(root: Path, checker: str) -> None:
    path = _checker(root / "ts" / "node_modules")
    located = locate_checker(str(root), checker.format(package_name()))
    assert (located.path, located.origin) == (str(path), "configured")


def test_the_package_that_a_link_leads_to(root: Path) -> None:
    store = root / "node_modules" / ".pnpm" / "typescript@7.0.2" / "node_modules"
    path = _checker(store)
    (store / "typescript").mkdir()
    (root / "node_modules" / "typescript").symlink_to(store / "typescript")
    assert locate_checker(str(root), project_checker=True).path == str(path.resolve())
    assert locate_checker(str(root), "node_modules/typescript").path == str(path.resolve())


def test_a_configured_path_that_leads_nowhere(root: Path) -> None:
    _checker(Path(cached_checker()).parents[3])
    assert locate_checker(str(root), "gone").trouble.endswith("`types.checker` names no checker (gone)")


def test_status_by_configuration(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _checker(root / "node_modules")
    (root / "boundary.toml").write_text("[types]\nproject-checker = true\n")
    assert main(["types", "status"]) == 0
    assert capsys.readouterr().out == f"TypeScript {VERSION} infers types (the project's own, as configured): {path}\n"
    (root / "boundary.toml").write_text("[types]\nchekcer = 'x'\n")
    assert main(["types", "status"]) == 2
    assert "did you mean `types.checker`?" in capsys.readouterr().err


def test_status_of_another_version(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _checker(root / "node_modules", "5.9.3")
    (root / "boundary.toml").write_text("[types]\nproject-checker = true\n")
    assert main(["types", "status"]) == 2
    assert f"is TypeScript 5.9.3, not {VERSION}" in capsys.readouterr().err


def test_install(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    _npm(monkeypatch, root / "bin")
    for _ in range(2):
        assert main(["types", "install"]) == 0
        assert capsys.readouterr() == (f"TypeScript {VERSION} is installed: {cached_checker()}\n", "")
        _npm(monkeypatch, root / f"bin{_}", fails="asked again")
    assert locate_checker(str(root)).path == cached_checker()
    assert sorted(path.name for path in Path(cached_checker()).parents[5].iterdir()) == [
        ".gitignore",
        "CACHEDIR.TAG",
        f"typescript-{VERSION}",
    ]


@pytest.mark.parametrize(
    ("fails", "says", "wanted"),
    [
        ("npm error code ENOTFOUND\nnpm error network", VERSION, "npm cannot reach its registry; are you offline?"),
        ("npm error code ETARGET", VERSION, "TypeScript does not come for this machine"),
        ("\nnpm error something else\nmore", VERSION, "npm failed: npm error something else"),
        ("", "6.0.0", "what npm installed does not run here"),
    ],
)
def test_what_cannot_be_installed(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    fails: str,
    says: str,
    wanted: str,
) -> None:
    _npm(monkeypatch, root / "bin", fails, says)
    assert main(["types", "install"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("boundary: the type checker cannot be installed: ")
    assert wanted in err
    assert len(err.splitlines()) == 1


def test_no_npm(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert main(["types", "install"]) == 2
    assert "npm is not installed" in capsys.readouterr().err


def test_a_cache_that_cannot_be_written(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _npm(monkeypatch, root / "bin")
    monkeypatch.setenv("BOUNDARY_CACHE_DIR", str(root / "package.json" / "cache"))
    assert main(["types", "install"]) == 2
    assert "cannot be written (" in capsys.readouterr().err
