"""Programs put together at random, of every shape of import and export: whatever they say, the analysis ends."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.composition import memory_workspace
from boundary_lsp.engine.options import Options
from boundary_lsp.graph.references import references_to
from boundary_lsp.rules.registry import RULES

PATHS = ["app/page.tsx", "app/layout.tsx", "app/api/route.ts", "a.ts", "b.tsx", "c.js", "d.mdx", "pages/index.tsx"]
SPECIFIERS = ["/app/page", "/app/layout", "/app/api/route", "/a", "/b", "/c", "/d.mdx", "/pages/index", "/gone"]
NAMES = ["default", "f", "g", "K", "ns", "x"]
LOCALS = ["f", "g", "K", "ns", "x"]
DIRECTIVES = ["", "", "'use client';", "'use server';"]
STATEMENTS = [
    "import {local} from '@{to}';",
    "import {{ {name} as {local} }} from '@{to}';",
    "import {{ type {name} as {local} }} from '@{to}';",
    "import * as {local} from '@{to}';",
    "import {local}, * as {other} from '@{to}';",
    "import '@{to}';",
    "import {local} = require('@{to}');",
    "const {local} = require('@{to}');",
    "const {{ {name}: {local} }} = require('@{to}');",
    "const {local} = await import('@{to}');",
    "const {local} = dynamic(() => import('@{to}').then((m) => m.{local}));",
    "const {local} = lazy(() => import('@{to}'));",
    "export * from '@{to}';",
    "export * as {name} from '@{to}';",
    "export {{ {name} as {public} }} from '@{to}';",
    "export {{ {local} as {public} }};",
    "export {{ type {local} as {public} }};",
    "export default {local};",
    "export default {{ {local}, {other}: {local} }};",
    "export = {local};",
    "export = {{ {local}, {other}: async () => {{}} }};",
    "exports.{local} = {other};",
    "exports.{local} = async function () {{ {other}(); }};",
    "module.exports = {{ {local}, {other}() {{}}, x: require('@{to}') }};",
    "module.exports = require('@{to}');",
    "export async function {local}(p) {{ return {other}(p); }}",
    "export default async function {local}(p) {{ return {other}.{name}(p); }}",
    "export const {local} = {other};",
    "export const {local} = memo({other});",
    "export const {local} = {other}.{name}.bind(null, 1);",
    "const {local} = {{ ...{other}, {name}: {other} }};",
    "const {{ {name}: {local}, ...rest }} = {other};",
    "export class {local} {{ static async {name}() {{ 'use server'; return {other}; }} }}",
    "export const {local} = {{ async {name}() {{ 'use server'; }}, {other} }};",
    "export function {local}({{ {name}: {other} }}) {{ return <{other} action={{{local}}} />; }}",
    "export default function {local}(props) {{ return <{other} {{...props}} f={{{local}.{name}}} />; }}",
    "export const {local} = () => <form action={{{other}}}><{other}.{name} /></form>;",
    "export const {local} = () => <{other} g={{async () => {{ 'use server'; }}}}>{{{local}}}</{other}>;",
    "{local}({other}, {local}.{name});",
    "{local} = {other};",
    "export type {local} = typeof {other};",
    "export enum {local} {{ {name} }}",
    "namespace {local} {{ export const {name} = {other}; }}",
    "export import {local} = {other}.{name};",
]


@st.composite
def statements(draw: st.DrawFn) -> str:
    return draw(st.sampled_from(STATEMENTS)).format(
        to=draw(st.sampled_from(SPECIFIERS)),
        name=draw(st.sampled_from(NAMES)),
        public=draw(st.sampled_from(NAMES)),
        local=draw(st.sampled_from(LOCALS)),
        other=draw(st.sampled_from(LOCALS)),
    )


@st.composite
def modules(draw: st.DrawFn) -> str:
    return "\n\n".join([draw(st.sampled_from(DIRECTIVES)), *draw(st.lists(statements(), max_size=6))])


@st.composite
def programs(draw: st.DrawFn) -> dict[str, str]:
    paths = draw(st.lists(st.sampled_from(PATHS[1:]), min_size=1, max_size=4, unique=True))
    texts = {path: draw(modules()) for path in [PATHS[0], *paths]}
    manifest = '{"dependencies": {"next": "16.4.6", "react": "19.0.0"}}'
    aliases = '{"compilerOptions": {"paths": {"@/*": ["./*"]}}}'
    return {**texts, "package.json": manifest, "tsconfig.json": aliases}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(programs())
def test_any_program_is_analysed(texts: dict[str, str]) -> None:
    select = frozenset(rule.id for rule in RULES)
    snapshot = memory_workspace(MemoryFileSystem(texts), Options(select=select)).snapshot()
    assert not snapshot.wire.lost
    program = snapshot.program
    for function in program.server_functions:
        text = texts[program.modules[function.module]].encode()
        assert 0 <= function.start <= function.end <= len(text)
        assert function.end > function.start
    for module, facts in enumerate(program.facts):
        for export in facts.interface.exports:
            references_to(program, module, export.name)
