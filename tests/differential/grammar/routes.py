"""What files export whose names the framework knows, and lazy components."""

from __future__ import annotations

from .words import Words, lines

ENTRIES = (
    "page", "layout", "route", "error", "global-error", "template", "sitemap", "icon", "loading", "not-found",
    "default",
)  # fmt: skip
NAMES = (
    "metadata", "generateMetadata", "metadata", "generateMetadata", "getServerSideProps", "getStaticProps",
    "runtime", "dynamic", "revalidate", "fetchCache", "dynamicParams", "instant", "experimental_ppr",
    "viewport", "maxDuration", "preferredRegion",
    "getStaticPaths",
)  # fmt: skip
FORMS = lines("""
export const {n} = {{}};
export const {n} = 'auto';
export function {n}() {{}}
export async function {n}() {{}}
export {{ {n} }} from './x';
export {{ {n} as {f} }} from './x';
export {{ {f} as {n} }} from './x';
const {n} = 1; ⏎ export {{ {n} }};
const {f} = 1; ⏎ export {{ {f} as {n} }};
export let {n} = 1;
export class {n} {{}}
""")
OPTIONS = lines("""
{ ssr: false }
{ 'ssr': false }
{ ssr: true }
{ loading: null, ssr: false }
{ ['ssr']: false }
{ ssr }
{ ssr: !true }
{ ...options, ssr: false }
{ ssr: false, suspense: true }
{ "ssr": (false) }
""")


def route_export(words: Words) -> str:
    name = words.pick(NAMES)
    form = words.pick(FORMS) if words.take(name) else "export const {f} = 1;"
    return form.format(n=name, f=words.fresh("r"))


def lazy(words: Words) -> str:
    """`next/dynamic`, where the server is told to leave a component out."""
    local, component, options = words.fresh("dyn"), words.fresh("Lazy"), words.pick(OPTIONS)
    bound = words.pick(
        [f"{local}", f"{local}", f"{{ default as {local} }}", f"{{ other as {local} }}", f"* as {local}"]
    )
    call = words.pick(
        ["(() => import('./c'), {o})", "(() => import('./c'), {o})", "({ loader: () => import('./c') }, {o})", "({o})"]
    )
    lines = [f"import {bound} from 'next/dynamic';", f"const {component} = {local}{call.replace('{o}', options)};"]
    return "\n".join(lines)
