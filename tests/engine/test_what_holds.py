"""Edits of one module by which something else is found in another, where only what looked at the edited one is found
out anew: each there and back, compared with a fresh start."""

from __future__ import annotations

import pytest

from boundary_lsp.engine.snapshot import Snapshot
from tests.engine.there_and_back import Edit, assert_followed

TEXTS = {
    "package.json": '{"dependencies": {"next": "15.3.0", "react": "19.0.0"}}',
    "app/page.tsx": (
        "import { Shown, made } from '../lib';\n"
        "import { Form } from '../lib/form';\n"
        "import { part } from '../lib/part';\n"
        "export default function Page() { part(); return <><Shown value={made()} /><Form /></>; }\n"
    ),
    "app/second/page.tsx": (
        "import { Shown } from '../../lib';\nexport default function Page() { return <Shown value={/a/} />; }\n"
    ),
    "lib/index.ts": "export * from './middle';\n",
    "lib/middle.ts": "export { Shown } from './shown';\nexport { made } from './made';\n",
    "lib/shown.tsx": "'use client';\nexport function Shown(props: { value: unknown }) { return null; }\n",
    "lib/made.ts": "export function made() { return 1; }\n",
    "lib/other.ts": "export function made() { return () => 1; }\n",
    "lib/form.tsx": (
        "'use client';\n"
        "import { drop, save } from './actions';\n"
        "export function Form() { return <b onClick={() => { save(new WeakMap()); drop(/a/); }} />; }\n"
    ),
    "lib/actions.ts": (
        "'use server';\n"
        "import type { Kept } from './types';\n"
        "export async function save(given: unknown): Promise<Kept> { throw given; }\n"
        "export async function drop(given: unknown) {}\n"
    ),
    "lib/types.ts": "export type Kept = string;\n",
    "lib/plain.tsx": "export function Shown(props: { value: unknown }) { return null; }\n",
    "lib/part.tsx": (
        "import { Shown } from './shown';\n"
        "export function part() { return null; }\n"
        "export function Part() { return <Shown value={() => 1} />; }\n"
        "export function Sent(id: RegExp) { return <form action={async () => { 'use server'; id; }} />; }\n"
    ),
}


EDITS = {
    "what a value is made of": Edit("lib/made.ts", "return 1", "return () => 1"),
    "what a module in the middle passes on": Edit("lib/middle.ts", "'./made'", "'./other'"),
    "which component a module in the middle passes on": Edit("lib/middle.ts", "'./shown'", "'./plain'"),
    "a type that a server function gives": Edit("lib/types.ts", "string", "WeakSet<object>"),
    "the name of a parameter": Edit("lib/actions.ts", "save(given", "save(sent"),
    "a server function in front of the others": Edit(
        "lib/actions.ts", "import type", "export async function first() { return 1; }\nimport type"
    ),
    "a server function that is gone": Edit("lib/actions.ts", "export async function drop", "async function drop"),
    "one call of several": Edit("lib/form.tsx", "drop(/a/);", ""),
    "what runs": Edit(
        "app/page.tsx",
        "import { part } from '../lib/part';",
        "import { Part as part, Sent } from '../lib/part';\nSent(/a/);",
    ),
    "on which side a component is": Edit("lib/shown.tsx", "'use client';\n", ""),
    "on which side a function is": Edit("lib/actions.ts", "'use server';\n", ""),
    "a file that is half read": Edit("lib/made.ts", "return 1; }", "return 1; "),
}


@pytest.mark.parametrize("name", EDITS)
def test_what_does_not_hold_is_found_out_anew(name: str) -> None:
    assert_followed(TEXTS, EDITS[name], _told)


def _told(snapshot: Snapshot) -> tuple[object, ...]:
    return snapshot.findings, snapshot.wire, snapshot.degraded
