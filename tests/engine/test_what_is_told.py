"""Edits after which a finding in another module is told otherwise, because of a chain, a place or a use that it shows:
each there and back, compared with a fresh start."""

from __future__ import annotations

import pytest

from tests.engine.there_and_back import Edit, assert_followed

TEXTS = {
    "web/package.json": '{"dependencies": {"next": "15.3.0", "react": "19.0.0"}}',
    "web/app/page.tsx": (
        "import { Chart } from '../lib/chart';\n"
        "import { Menu } from '../lib/menu';\n"
        "import { count } from '../lib/count';\n"
        "import { list } from '../lib/list';\n"
        "import { hidden } from '../lib/hidden';\n"
        "import { Hooked } from '../lib/hooked';\n"
        "export default function Page() { count(); list(); hidden(); return <><Chart /><Menu /><Hooked /></>; }\n"
    ),
    "web/app/other/page.tsx": "export default function Page() { return null; }\n",
    "web/app/third/page.tsx": (
        "'use client';\nimport { side } from '../../lib/side';\nexport default function Page() { return side; }\n"
    ),
    "web/middleware.ts": "export function middleware() {}\n",
    "web/lib/side.ts": "export const side = () => import('./asking');\n",
    "web/lib/chart.tsx": (
        "'use client';\nimport { middle } from './middle';\nexport function Chart() { middle(); return null; }\n"
    ),
    "web/lib/menu.tsx": "'use client';\nimport { shown } from './count';\nexport function Menu() { return shown(); }\n",
    "web/lib/middle.ts": (
        "import { last } from './last';\nimport { Asking } from './asking';\n"
        "export function middle() { last(); return Asking; }\n"
    ),
    "web/lib/last.ts": (
        "import fs from 'fs';\nimport { promisify } from 'util';\nimport 'server-only';\n"
        "export function last() { return promisify(fs.readFile); }\n"
    ),
    "web/lib/asking.ts": (
        "import { revalidatePath } from 'next/cache';\nexport function Asking() { return revalidatePath('/'); }\n"
    ),
    "web/lib/hooked.tsx": (
        "import { useState } from 'react';\nimport { createRoot } from 'react-dom/client';\n"
        "export function Hooked() { return useState(createRoot); }\n"
    ),
    "web/lib/count.ts": "'use server';\nexport async function count() {}\nexport async function shown() {}\n"
    "export async function never() {}\n",
    "web/lib/list.ts": "'use server';\nexport async function list() {}\n",
    "web/lib/hidden.ts": "export { hidden } from './kept';\n",
    "web/lib/kept.ts": "'use server';\nexport async function hidden() {}\n",
    "web/tests/sent.ts": "'use server';\nexport async function sent() {}\n",
}
EDITS = {
    "a line in front of an import on a chain": Edit("web/lib/middle.ts", "import { last", "\nimport { last"),
    "a line in front of the first import on a chain": Edit("web/app/page.tsx", "import { Chart", "\nimport { Chart"),
    "an import in the middle of a chain that is gone": Edit("web/lib/chart.tsx", "import { middle }", "let middle;//"),
    "an entry point that does not lead there any more": Edit(
        "web/app/page.tsx", "import { Chart } from '../lib/chart'", "import { Menu as Chart } from '../lib/menu'"
    ),
    "a shorter chain": Edit("web/app/other/page.tsx", "export", "import '../../lib/hooked';\nexport"),
    "an import that may never load": Edit(
        "web/lib/chart.tsx", "import { middle } from", "const middle = () => import("
    ),
    "a shorter chain that may never load, and is gone": Edit("web/app/third/page.tsx", "import", "let side;//"),
    "a door in the middle of a chain": Edit("web/lib/middle.ts", "import { last", "'use client';\nimport { last"),
    "a use of a function that had none": Edit(
        "web/lib/menu.tsx", "export", "import { never } from './count';\nnever();\nexport"
    ),
    "a use on the client": Edit("web/lib/menu.tsx", "export", "import { list } from './list';\nlist();\nexport"),
    "a door without a use": Edit("web/lib/menu.tsx", "export", "import './list';\nexport"),
    "a line in front of a use": Edit("web/app/page.tsx", "export default", "\nexport default"),
    "a module that an application comes to load": Edit(
        "web/app/page.tsx", "import { Menu", "import '../tests/sent';\nimport { Menu"
    ),
    "a module that comes to be loaded where directives do not apply": Edit(
        "web/middleware.ts", "export", "import './tests/sent';\nexport"
    ),
    "what a name stands for that is passed on": Edit("web/lib/hidden.ts", "./kept", "./list"),
}


@pytest.mark.parametrize("name", EDITS)
def test_a_finding_is_told_anew(name: str) -> None:
    assert_followed(TEXTS, EDITS[name], lambda snapshot: snapshot.findings)
