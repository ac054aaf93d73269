"""pages-router-export-in-app: `getServerSideProps` or `getStaticProps` in a file of the App Router."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.program import Program
from boundary_lsp.rules.named_files import read_exports
from boundary_lsp.rules.read_files import reads_exports
from boundary_lsp.rules.rule import Context, Group, Rule

_NAMES = frozenset({"getServerSideProps", "getStaticProps"})


def check(context: Context) -> Iterator[Finding]:
    return context.everywhere(_in_module, reads_exports)


def _in_module(program: Program, module: int) -> Iterator[Finding]:
    for found in read_exports(program, module, _NAMES):
        yield Finding(
            RULE.id,
            Severity.ERROR,
            f"Only files in `pages/` may export `{found.name}`, so the build fails. Fetch the data in the component: "
            "in `app/` it runs on the server and can be async.",
            module,
            found.start,
            found.end,
            subject=f"{program.modules[module]}#{found.name}",
        )


RULE = Rule(
    "pages-router-export-in-app",
    "`getServerSideProps` or `getStaticProps` in a file of the App Router",
    Severity.ERROR,
    Group.ROUTES,
    check,
)
