"""Writes the skeletons of a rule and of its page, and its line in the registry.

    python scripts/new_rule.py late-directive --group directives --summary "a directive that comes too late"

The page's first example fails until the rule finds what it says.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from boundary_lsp.model.findings import Severity
from boundary_lsp.rules.registry import RULES
from boundary_lsp.rules.rule import Group

ROOT = Path(__file__).parents[1]
REGISTRY = ROOT / "boundary_lsp" / "rules" / "registry.py"
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")

RULE = '''\
"""{id}: {summary}."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.rules.rule import Context, Group, Rule


def check(_: Context) -> Iterator[Finding]:
    return iter(())


RULE = Rule(
    "{id}",
    "{summary}",
    Severity.{severity},
    Group.{group},
    check,
)
'''

PAGE = """\
# {id}

## What it does

Reports {summary}.

## Why

What breaks, when, and for whom. What Next itself does: whether its compiler says so, or the build is green.

## Example

`app/page.tsx`:

```tsx
// {severity}: [{id}] "a part of the message"
export default function Page() {{
  return null;
}}
```

## Use instead

`app/page.tsx`:

```tsx
export default function Page() {{
  return null;
}}
```

## When it stays silent

What it cannot know, and what only looks like it.

`app/page.tsx`:

```tsx
export default function Page() {{
  return null;
}}
```
"""


def main() -> None:
    arguments = _arguments()
    words = {
        "id": arguments.rule,
        "summary": arguments.summary,
        "severity": arguments.severity.upper(),
        "group": Group(arguments.group).name,
    }
    module = arguments.rule.replace("-", "_")
    _write(ROOT / "boundary_lsp" / "rules" / "catalog" / f"{module}.py", RULE.format(**words))
    _write(ROOT / "docs" / "rules" / f"{arguments.rule}.md", PAGE.format(**{**words, "severity": arguments.severity}))
    REGISTRY.write_text(with_rule(REGISTRY.read_text("utf-8"), module), "utf-8")
    print(f"registered in {REGISTRY.relative_to(ROOT)}; now run: pytest docs/rules/{arguments.rule}.md")


def with_rule(registry: str, module: str) -> str:
    """The registry's text with one more rule, the last one."""
    rules = re.search(r"_IN_ORDER = \(\n.*?(?=\)\n)", registry, re.DOTALL)
    if rules is None:
        sys.exit(f"{REGISTRY}: the list of rules is not where it was")
    return f'{registry[: rules.end()]}    "{module}",\n{registry[rules.end() :]}'


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Write the skeletons of a rule and of its page.")
    parser.add_argument("rule", help="its name, to be read as 'allow …': late-directive")
    parser.add_argument("--group", required=True, choices=[group.value for group in Group])
    parser.add_argument("--severity", default="error", choices=[severity.value for severity in Severity])
    parser.add_argument("--summary", required=True, help="what it reports, without a full stop")
    arguments = parser.parse_args()
    if _ID.fullmatch(arguments.rule) is None:
        parser.error(f"`{arguments.rule}` is no name of a rule: small words with hyphens between them are wanted")
    if arguments.rule in {rule.id for rule in RULES}:
        parser.error(f"there is a rule `{arguments.rule}` already")
    if re.search(r'["\\]', arguments.summary):
        parser.error("a summary has neither quotation marks nor backslashes in it")
    return arguments


def _write(path: Path, text: str) -> None:
    """Never over something."""
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
    print(f"written: {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
