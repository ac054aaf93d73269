"""image-response-moved: `ImageResponse` is taken from the package that it has left."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from boundary_lsp.frameworks.environments import MOVED_APIS
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.project import Environment
from boundary_lsp.rules.apis import UNSEEN, Misuses, once, since_clause
from boundary_lsp.rules.rule import Context, Group, Rule

_MISUSES = Misuses(MOVED_APIS, Environment.SERVER)


def check(context: Context) -> Iterator[Finding]:
    for found in once(chain.from_iterable(_MISUSES.found(context).values())):
        outcome = f": the build fails{since_clause(found)}" if found.is_refused else f". {UNSEEN}"
        yield Finding(
            RULE.id,
            Severity.ERROR,
            f"`ImageResponse` is no longer in `next/server`{outcome}. Import it from `next/og`.",
            found.module,
            found.start,
            found.end,
            ("server",),
            subject=context.program.modules[found.module],
        )


RULE = Rule(
    "image-response-moved",
    "`ImageResponse` is taken from the package that it has left",
    Severity.ERROR,
    Group.ENVIRONMENTS,
    check,
)
