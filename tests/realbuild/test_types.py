"""The checker on an installed application, with the real types of React and Next."""

from __future__ import annotations

from pathlib import Path

import pytest

from boundary_lsp.adapters.disk import DiskFileSystem
from boundary_lsp.adapters.typescript.install import install_checker
from boundary_lsp.adapters.typescript.locate import Located
from boundary_lsp.adapters.typescript.oracle import TypeScriptOracle
from boundary_lsp.ports import TypeQuestion
from boundary_lsp.project import load_project
from boundary_lsp.syntax.languages import LANGUAGES
from tests.oracle.spelling import spell, spell_signature

pytestmark = pytest.mark.realbuild


@pytest.fixture(scope="module")
def oracle(installed_next_shop: Path, tmp_path_factory: pytest.TempPathFactory) -> TypeScriptOracle:
    patch = pytest.MonkeyPatch()
    patch.setenv("BOUNDARY_CACHE_DIR", str(tmp_path_factory.mktemp("checker")))
    files = DiskFileSystem(installed_next_shop.as_posix())
    oracle = TypeScriptOracle(Located(install_checker()), files, load_project(files, LANGUAGES).tsconfigs)
    patch.undo()
    return oracle


TYPES = {
    ("app/layout.tsx", "children}\n        <Toaster"): "element",
    ("app/layout.tsx", "<Toaster />"): "element",
    ("app/layout.tsx", "Toaster"): "?a function that may be a server function",
}
SIGNATURES = {
    ("actions/wishlist.ts", "addWish"): "(form: FormData) => Promise<undefined>",
    ("actions/stats.ts", "loadStats"): "() => Promise<{ visits: number }>",
    ("app/layout.tsx", "Layout"): "({ children }: { children: element }) => element",
}


def test_types_of_an_installed_application(oracle: TypeScriptOracle, installed_next_shop: Path) -> None:
    types = {_question(installed_next_shop, *where): wanted for where, wanted in TYPES.items()}
    signatures = {_question(installed_next_shop, *where): wanted for where, wanted in SIGNATURES.items()}
    assert {one: spell(answer) for one, answer in oracle.types(list(types)).items()} == types
    answers = oracle.signatures(list(signatures)).items()
    assert {one: spell_signature(answer) for one, answer in answers} == signatures
    assert oracle.trouble == ""
    oracle.close()


def _question(app: Path, path: str, text: str) -> TypeQuestion:
    """About the first line of the text, where it stands first."""
    at = (app / path).read_bytes().index(text.encode())
    return TypeQuestion(path, at, at + len(text.split("}", maxsplit=1)[0]))
