"""Programs, and edits of them at random: bodies, types, what is passed, imports, exports, directives, whole files."""

from __future__ import annotations

from pathlib import Path
from random import Random

from bench.synthetic import generate

CORPUS = Path(__file__).parents[2] / "corpus"
SOURCES = (".ts", ".tsx", ".mdx")
VALUES = (
    "new Date()", "() => 1", "new Map([[Symbol('x'), /y/]])", "1", "'text'", "Symbol('s')", "new URL('https://a.b')",
    "{ a: () => 1, b: [new Error('e')] }", "props", "undefined", "made()", "held",
)  # fmt: skip
TYPES = ("string", "Date", "() => void", "Map<string, RegExp>", "Held", "Other<symbol>", "unknown", "{ a: URL }")
LINES = (
    "'use client';",
    "'use server';",
    "export type Held = {{ one: {type}; two?: {type} }};",
    "type Other<T> = T | {type};",
    "export interface Held {{ it: {type} }}",
    "export const held = {value};",
    "export function made() {{ return {value}; }}",
    "export async function sent(given: {type}) {{ return {value}; }}",
    "export function Shown(props: {{ value: {type} }}) {{ return <p onClick={{() => 1}} />; }}",
    "export default function Page() {{ return <><Shown value={{{value}}} /><Local value={{{value}}} /></>; }}",
    "export function Calling() {{ sent({value}); return <form action={{sent.bind(null, {value})}} />; }}",
    "import {{ {name} }} from '{other}';",
    "import {{ {name} as Local, type Held }} from '{other}';",
    "import * as whole from '{other}';",
    "export * from '{other}';",
    "export {{ {name} as {name2} }} from '{other}';",
    "// boundary-ignore dead-endpoint: so it is",
    "// boundary-ignore server-only-on-client",
    "import 'server-only';",
    "import {{ useState, cache }} from 'react';",
    "export {{ useState, cache }} from 'react';",
    "import fs from 'fs';",
    "import {{ cookies }} from 'next/headers';",
    "export function useAll() {{ return [useState(), fs, cookies()]; }}",
    "const later = () => import('{other}');",
    "export const metadata = {value};",
    "export const dynamic = {value};",
    "export function generateMetadata() {{ 'use cache'; return {value}; }}",
    "export async function Inline() {{ async function act() {{ 'use server'; this; }} return <p title={{act}} />; }}",
    "('use client');",
    "{{",
)
NAMES = ("held", "made", "sent", "Shown", "Local", "Calling", "default", "Held")


PASSED_ON = {
    "package.json": '{"dependencies": {"next": "15.3.0", "react": "19.0.0"}}',
    "app/page.tsx": (
        "import { Part } from '../lib/part';\n"
        "import { Shown, made, held, type Held } from '../lib';\n"
        "const given: Held = made();\n"
        "export default function Page() { return <><Shown value={given} more={made()} other={held} /><Part /></>; }\n"
    ),
    "app/other/page.tsx": (
        "import { Shown, made, held, type Held } from '../../lib';\n"
        "const given: { it: Held } = { it: made() };\n"
        "export default function Page() { return <Shown value={given} more={made()} other={held} />; }\n"
    ),
    "lib/part.tsx": (
        "import { Shown, made, type Held } from '.';\n"
        "export function Part(props: { held: Held }) { return <Shown value={props.held} more={made()} />; }\n"
    ),
    "lib/index.ts": "export * from './shown';\nexport { made } from './values';\nexport * from './types';\n",
    "lib/shown.tsx": "'use client';\nimport { sent } from './sent';\nexport function Shown(p) { sent(p.value); }\n",
    "lib/values.ts": "export { made, held } from './made';\n",
    "lib/types.ts": "export * from './more';\nexport type Unused = string;\n",
    "lib/more.ts": "export interface Held { it: RegExp }\nexport const held = new URL('https://a.b');\n",
    "lib/made.ts": "export function made() { return new Map([[Symbol('x'), /y/]]); }\nexport const held = /z/;\n",
    "lib/sent.ts": "'use server';\nexport async function sent(given: unknown) { return /a/; }\n",
}
"""Names that come a long way."""


def corpus_program(name: str) -> dict[str, str]:
    folder = CORPUS / name
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def synthetic_program(folder: Path, modules: int) -> dict[str, str]:
    generate(folder, modules, seed=3)
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def edit(texts: dict[str, str], random: Random) -> str:
    """One more edit of one file, in place; which file."""
    path = random.choice([path for path in texts if path.endswith(SOURCES)])
    change = random.choice((_insert, _insert, _insert, _remove, _give_another, _rename, _declare_another))
    texts[path] = change(texts, path, random)
    return path


def _insert(texts: dict[str, str], path: str, random: Random) -> str:
    lines = texts[path].split("\n")
    lines.insert(random.choice((0, 0, len(lines), random.randrange(len(lines) + 1))), _line(texts, path, random))
    return "\n".join(lines)


def _line(texts: dict[str, str], path: str, random: Random) -> str:
    other = random.choice([one for one in texts if one.endswith(SOURCES)]).rpartition(".")[0]
    up = "../" * path.count("/") or "./"  # from the root on, wherever the file is
    return random.choice(LINES).format(
        value=random.choice(VALUES),
        type=random.choice(TYPES),
        name=random.choice(NAMES),
        name2=random.choice(NAMES),
        other=up + other,
    )


def _remove(texts: dict[str, str], path: str, random: Random) -> str:
    lines = texts[path].split("\n")
    del lines[random.randrange(len(lines))]
    return "\n".join(lines)


def _give_another(texts: dict[str, str], path: str, random: Random) -> str:
    """Another value for a prop or an argument."""
    return _replaced(texts[path], ("={", "}"), random.choice(VALUES), random)


def _declare_another(texts: dict[str, str], path: str, random: Random) -> str:
    """Another type for a parameter or a property."""
    return _replaced(texts[path], (": ", ";"), random.choice(TYPES), random)


def _rename(texts: dict[str, str], path: str, random: Random) -> str:
    words = [word for word in texts[path].replace("(", " ").replace("{", " ").split(" ") if word.isidentifier()]
    return texts[path].replace(random.choice(words), random.choice(NAMES), 1) if words else texts[path]


def _replaced(text: str, around: tuple[str, str], by: str, random: Random) -> str:
    first, last = around
    starts = [at + len(first) for at in range(len(text)) if text.startswith(first, at)]
    if not starts:
        return text
    start = random.choice(starts)
    end = text.find(last, start)
    return text[:start] + by + text[end:] if end >= 0 else text
