"""Folders that an environment on Windows looks into: drives, backslashes, and letters of either case."""

from __future__ import annotations

import pytest

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.resolve.python.editable import editable_folders

SITE = ".venv/Lib/site-packages"


@pytest.mark.parametrize(
    ("name", "text", "folders"),
    [
        ("shop.pth", "C:\\Code\\Shop\\src\r\n", ["src"]),
        ("shop.pth", "c:\\code\\shop\\SRC", ["SRC"]),
        ("shop.pth", "c:/code/shop", [""]),
        ("shop.pth", "C:\\Code\\Shopping\\src", []),
        ("shop.pth", "D:\\Code\\Shop\\src", []),
        ("shop.pth", "..\\..\\..\\lib\\src", ["lib/src"]),
        ("shop.pth", "..\\..\\..\\..\\lib", []),
        ("shop.pth", "import os; os.remove('x')", []),
        ("__editable___shop_1_0_finder.py", "MAPPING = {'shop': 'C:\\\\Code\\\\Shop\\\\src\\\\shop'}", ["src"]),
        ("__editable___shop_1_0_finder.py", "MAPPING = {'shop': find()}", []),
        ("__editable___shop_1_0_finder.py", "MAPPING = {'shop'", []),
        ("shop-1.dist-info/direct_url.json", '{"dir_info": {"editable": true}, "url": "file:///C:/Code/Shop/a%20b"}',
         ["a b/src", "a b"]),
        ("shop-1.dist-info/direct_url.json", '{"dir_info": {"editable": true}, "url": "https://x.org/a"}', []),
        ("shop-1.dist-info/direct_url.json", "[]", []),
        ("shop-1.dist-info/direct_url.json", "{", []),
    ],
)  # fmt: skip
def test_folders(name: str, text: str, folders: list[str]) -> None:
    files = MemoryFileSystem({f"{SITE}/{name}": text}, root="C:/Code/Shop")
    assert list(editable_folders(files, SITE)) == folders
