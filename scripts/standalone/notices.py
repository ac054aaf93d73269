"""Writes `NOTICE.txt` into a standalone folder: the licenses of everything in it, as its packages state them.

    python notices.py FOLDER

Run by the interpreter of the environment that the folder was built from.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path

BUILDER = "pyinstaller"
"""Its bootloader is the executable."""
_RULE = "=" * 80


class NoLicense(Exception):
    """Something is in the folder whose license cannot be found."""


def main() -> None:
    folder = Path(sys.argv[1])
    texts = [_of_python(), *map(_of_package, _packages(folder)), *map(_of_library, _libraries(folder))]
    (folder / "NOTICE.txt").write_text("\n\n".join(texts) + "\n", "utf-8")


def _packages(folder: Path) -> list[Distribution]:
    """Those with a module in the folder, by name."""
    owners = packages_distributions()
    modules = {path.name.partition(".")[0] for path in (folder / "_internal").iterdir()}
    names = {name.lower() for module in modules for name in owners.get(module, ())} | {BUILDER}
    return [distribution(name) for name in sorted(names)]


def _of_package(package: Distribution) -> str:
    """Whoever packs a package puts the texts beside its metadata."""
    name = package.metadata["Name"]
    files = [file for file in package.files or () if ".dist-info" in str(file)]
    texts = [file.read_text("utf-8") for file in files if _is_license(file.name)]
    if not texts:
        raise NoLicense(f"{name} comes without the text of its license")
    return _section(f"{name} {package.version}", texts)


def _is_license(name: str) -> bool:
    return re.match(r"(?i)(licen[cs]e|copying|notice|authors)", name) is not None


def _of_python() -> str:
    for folder in (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix)):
        if (path := folder / "LICENSE.txt").is_file():
            return _section(f"Python {sys.version.split()[0]}", [path.read_text("utf-8")])
    raise NoLicense("this Python comes without the text of its license")


def _libraries(folder: Path) -> list[str]:
    """Of the system that the folder was built on; Python's own is Python."""
    found = (path.name for path in (folder / "_internal").glob("lib*") if path.is_file())
    return sorted(name for name in found if not name.startswith("libpython"))


def _of_library(name: str) -> str:
    """Debian keeps the text; on other systems interpreters bring their libraries, and the licenses with them."""
    if shutil.which("dpkg-query") is None:
        raise NoLicense(f"whose is {name}? Build with a Python that has no libraries of the system, or on Debian")
    listed = subprocess.run(["dpkg-query", "-S", f"*/{name}"], capture_output=True, text=True, check=True).stdout
    package = listed.partition(":")[0]
    return _section(name, [Path("/usr/share/doc", package, "copyright").read_text("utf-8")])


def _section(title: str, texts: list[str]) -> str:
    return "\n\n".join((f"{_RULE}\n{title}\n{_RULE}", *(text.strip() for text in texts)))


if __name__ == "__main__":
    main()
