"""Looks for differences among other modules than those of the test.

python -m tests.differential FOLDER FIRST COUNT    # FOLDER: where Next is installed, or shall be
"""

from __future__ import annotations

import sys
from pathlib import Path

from .grammar.module import random_module
from .next_compiler import install
from .reasons import sort_out
from .side_by_side import judge
from .telling import told


def main(folder: str, first: str, count: str, each: str = "1") -> None:
    installed = install(Path(folder).resolve())
    modules = [random_module(number) for number in range(int(first), int(first) + int(count))]
    for text in told(installed, sort_out(judge(installed, modules)).unexplained, int(each)):
        print(text)


main(*sys.argv[1:])
