"""A spec that asserts what is not so, or leaves out what is, fails at its line."""

from __future__ import annotations

import pytest

from tests.support.check import problems
from tests.support.spec import SpecError, spec_tests

PAGE = """\
# Notes

## One of two is used

`app/page.tsx`:

```tsx
// layers: rsc
import { save } from '@/actions/notes';

export default function Page() {
  return <form action={save} />; // ref: actions/notes.ts#save form-action network
}
```

`actions/notes.ts`:

```ts
'use server';
export async function save(): Promise<void> {} // live: handed-over published=yes
// warning: [dead-endpoint] "`remove` is not used"
export async function remove(): Promise<void> {}
```

```witness
actions/notes.ts:4: dead-endpoint
  app/page.tsx:2: this import publishes every function of the module
```

`app/page.tsx`:

```tsx stage=2
export default function Page() {
  return null;
}
```

`actions/notes.ts`:

```ts stage=2 delete
```

```steps stage=2
discover
parse app/page.tsx
link
graph
wire
rules
```
"""


def failures(text: str) -> list[tuple[int, str]]:
    return [problem for test in spec_tests(text) for problem in problems(test)]


def test_the_page_is_right() -> None:
    assert failures(PAGE) == []


@pytest.mark.parametrize(
    ("right", "wrong", "line", "message"),
    [
        ("layers: rsc", "layers: rsc, client", 8, "the module's layers are: rsc"),
        ("form-action network", "call network", 12, "no such reference"),
        ("form-action network", "form-action in-process", 12, "not asserted: ref: actions/notes.ts#save form-action"),
        ("live: handed-over", "live: called", 20, "not so: live: called"),
        ("published=yes", "published=no", 20, "'published': 'yes'"),
        ("// warning: [dead-endpoint]", "// error: [dead-endpoint]", 21, "no such finding: error"),
        ("// warning: [dead-endpoint]", "// warning: 9 [dead-endpoint]", 21, "no such finding: warning: 9"),
        ("`remove` is not used", "`remove` is used", 21, "no such finding"),
        ('// warning: [dead-endpoint] "`remove` is not used"', "//", 22, "not asserted: warning: [dead-endpoint]"),
        ("tsx:2: this import", "tsx:3: this import", 26, "no finding has this witness"),
        ("discover\n", "", 44, "other steps ran"),
    ],
)
def test_what_is_not_so_fails_at_its_line(right: str, wrong: str, line: int, message: str) -> None:
    assert right in PAGE
    found = failures(PAGE.replace(right, wrong))
    assert [problem for problem in found if problem[0] == line and message in problem[1]], found


@pytest.mark.parametrize(
    ("right", "wrong", "line", "message"),
    [
        ("`app/page.tsx`:", "The page:", 7, "which file is this?"),
        ("`app/page.tsx`:", "`app/page.ts`:", 7, "`app/page.ts` is not tsx"),
        ("`actions/notes.ts`:\n\n```ts stage=2", "`old.ts`:\n\n```ts stage=2", 40, "`old.ts` is not there"),
        ("# Notes\n", "# Notes\n\n`a.ts`:\n\n```ts\n```\n", 1, "not both"),
    ],
)
def test_a_document_that_is_wrong(right: str, wrong: str, line: int, message: str) -> None:
    with pytest.raises(SpecError, match=message) as raised:
        list(spec_tests(PAGE.replace(right, wrong)))
    assert raised.value.line == line


def test_assertions_leave_lines_and_columns_alone() -> None:
    [test] = spec_tests(PAGE)
    text = test.stages[0].files["app/page.tsx"].text
    assert text.splitlines()[0] == ""
    assert text.splitlines()[4] == "  return <form action={save} />;"
