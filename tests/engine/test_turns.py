"""Edits after which less is reached, or the same by another way: each there and back, compared with a build from
nothing."""

from __future__ import annotations

import pytest

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.composition import memory_workspace
from boundary_lsp.engine.snapshot import Snapshot
from tests.engine.test_edited_programs import OPTIONS, assert_as_from_nothing

NEXT = '{"dependencies": {"next": "15.3.0", "react": "19.0.0"}}'
ACTIONS = "'use server';\nexport async function save() {}\nexport async function drop() {}\n"
PAGE = "import { A } from '../lib/a';\nexport default function Page() { return <A />; }\n"
CYCLE = {
    "package.json": NEXT,
    "app/page.tsx": PAGE,
    "lib/a.tsx": "import { b } from './b';\nexport function A() { b(); return null; }\n",
    "lib/b.ts": "import { A } from './a';\nimport { save } from './actions';\nexport function b() { save(); A(); }\n",
    "lib/actions.ts": ACTIONS,
}
DOOR = {
    "package.json": NEXT,
    "app/page.tsx": PAGE,
    "app/other/page.tsx": "import { B } from '../../lib/b';\nexport default function Page() { return <B />; }\n",
    "lib/a.tsx": "'use client';\nimport { B } from './b';\nexport function A() { return <B />; }\n",
    "lib/b.tsx": "import { save } from './actions';\nexport function B() { return <b onClick={() => save()} />; }\n",
    "lib/actions.ts": ACTIONS,
}
WAYS = {
    "package.json": NEXT,
    "app/page.tsx": "import './x';\nimport './y';\nimport { save } from '../lib/actions';\nexport default save;\n",
    "app/second/page.tsx": "import '../y';\nexport default () => null;\n",
    "app/x.ts": "import './far';\nimport '../lib/actions';\n",
    "app/y.ts": "import '../lib/actions';\nimport { C } from './c';\nexport const d = C;\n",
    "app/far.ts": "import './y';\n",
    "app/c.tsx": "'use client';\nimport { drop } from '../lib/actions';\nexport const C = () => drop();\n",
    "app/b.tsx": "'use client';\nimport { drop } from '../lib/actions';\nexport const B = () => drop();\n",
    "lib/actions.ts": ACTIONS,
}
LONG = {
    "package.json": NEXT,
    "app/page.tsx": "import './x';\nimport { C } from './c';\nexport default () => <C />;\n",
    "app/x.ts": "import './far';\n",
    "app/far.ts": "import '../lib/actions';\n",
    "app/second/page.tsx": "export default () => null;\n",
    "app/mid.ts": "import '../lib/actions';\nimport { D } from './d';\nexport const d = D;\n",
    "app/c.tsx": "'use client';\nimport { save } from '../lib/other';\nexport const C = () => save();\n",
    "app/d.tsx": "'use client';\nexport const D = () => null;\n",
    "lib/other.ts": "'use server';\nimport '../app/mid';\nexport async function save() {}\n",
    "lib/actions.ts": ACTIONS,
}
PLAIN = {
    "package.json": '{"name": "tool"}',
    "main.ts": "import { twice } from './twice';\ntwice();\n",
    "twice.ts": "import { save } from './actions';\nimport './main';\nexport const twice = () => save();\n",
    "alone.ts": "import { drop } from './actions';\ndrop();\n",
    "actions.ts": ACTIONS,
}
STRIPPED = {
    "package.json": NEXT,
    "pages/index.tsx": (
        "import { load } from '../lib/load';\nimport { show } from '../lib/show';\n"
        "export async function getServerSideProps() { return load(); }\nexport default () => show();\n"
    ),
    "lib/load.ts": "import { save } from './actions';\nexport const load = () => save();\n",
    "lib/show.ts": "import { load } from './load';\nexport const show = () => 1;\nexport const more = load;\n",
    "lib/actions.ts": ACTIONS,
}
TURNS = {
    "a cycle that nothing leads to": (CYCLE, "app/page.tsx", "import { A } from '../lib/a';", "const A = () => null;"),
    "a cycle of declarations": (CYCLE, "lib/a.tsx", "b(); return", "return"),
    "a directive goes": (DOOR, "lib/a.tsx", "'use client';\n", ""),
    "another directive": (DOOR, "lib/a.tsx", "'use client'", "'use server'"),
    "a directive comes": (DOOR, "lib/b.tsx", "import", "'use client';\nimport"),
    "no server functions any more": (DOOR, "lib/actions.ts", "'use server';\n", ""),
    "a page becomes a client": (DOOR, "app/page.tsx", "import", "'use client';\nimport"),
    "the last that renders it": (DOOR, "lib/a.tsx", "<B />", "null"),
    "the shortest way": (WAYS, "app/page.tsx", "import { save } from '../lib/actions';", "const save = () => 1;"),
    "the order of two ways": (WAYS, "app/page.tsx", "import './x';\nimport './y';", "import './y';\nimport './x';"),
    "a line before an import": (WAYS, "app/y.ts", "import", "import './far';\nimport"),
    "the first of two in a bundle": (WAYS, "app/y.ts", "'./c'", "'./b'"),
    "a page that leads nowhere": (WAYS, "app/second/page.tsx", "import '../y';", ""),
    "a shorter way": (LONG, "app/second/page.tsx", "export", "import '../../lib/actions';\nexport"),
    "a shorter way through another": (LONG, "app/second/page.tsx", "export", "import '../mid';\nexport"),
    "an entry point appears": (PLAIN, "main.ts", "import { twice } from './twice';\ntwice();", ""),
    "an entry point vanishes": (PLAIN, "main.ts", "import", "import './alone';\nimport"),
    "a program vanishes": (PLAIN, "actions.ts", "'use server';\n", ""),
    "less is stripped, and all is used": (STRIPPED, "pages/index.tsx", "=> show()", "=> show() || load()"),
    "less is stripped": (STRIPPED, "pages/index.tsx", "=> show()", "=> load()"),
    "behind what is stripped": (STRIPPED, "lib/show.ts", "() => 1", "() => load()"),
}


@pytest.mark.parametrize("name", TURNS)
def test_there_and_back(name: str) -> None:
    texts, path, old, new = TURNS[name]
    assert old in texts[path]
    files = MemoryFileSystem(texts)
    workspace = memory_workspace(files, OPTIONS)
    first = workspace.snapshot()
    found: list[Snapshot] = []
    for text in (texts[path].replace(old, new, 1), texts[path]) * 2:
        files.write(path, text)
        found.append(workspace.update([path]))
        assert_as_from_nothing(found[-1], [path], text)
    assert found[0].program.reached != first.program.reached or found[0].program != first.program
    assert found[-1].program.server_functions == first.program.server_functions
