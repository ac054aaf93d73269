"""Next.js: App Router, Pages Router, middleware/proxy, instrumentation.

Sources: Next's file-convention documentation (16.4), `find-page-file` and the app loader's file types; publication
measured with real builds of 15.5, 16.0, 16.2 and 16.4 (see tests/realbuild). Wires: what the React that Next carries
does with each value of `tests/wire/live`, measured in 15.0 to 16.4; Next's versions carry canaries of React's next one.
"""

from __future__ import annotations

import re

from boundary_lsp.frameworks.profile import BuildRow, EntryRule, LayerSpec, Profile, RequestLook, WireRow
from boundary_lsp.model.program import FileKind
from boundary_lsp.model.project import Environment

COMPILED_EXTENSIONS = (".tsx", ".ts", ".jsx", ".js")
"""Of files that Next's own compiler reads, and complains about."""

_SEGMENTS = r"(?:(?!_)[^/]+/)*"
"""Folders of the router: any but private ones (`_lib`). `%5Fname` is how a URL segment starts with an underscore."""

_RENDERED = r"page|layout|template|default|loading|not-found|forbidden|unauthorized|error|global-error|global-not-found"
_IMAGES = ("icon", "apple-icon", "opengraph-image", "twitter-image")
_DOCUMENTS = ("sitemap", "robots", "manifest")
_METADATA = rf"(?:{'|'.join(_IMAGES)})\d?|{'|'.join(_DOCUMENTS)}"

_KINDS = {
    "page": FileKind.PAGE,
    "layout": FileKind.LAYOUT,
    "route": FileKind.ROUTE,
    "error": FileKind.ERROR,
    "global-error": FileKind.ERROR,
    **{f"{image}{digit}": FileKind.METADATA for image in _IMAGES for digit in ("", *range(10))},
    **dict.fromkeys(_DOCUMENTS, FileKind.METADATA),
}
_MIDDLEWARE = {"middleware": FileKind.MIDDLEWARE, "proxy": FileKind.PROXY}

_DATA_FUNCTIONS = frozenset({"getServerSideProps", "getStaticProps", "getStaticPaths", "getServerProps"})

NEXT = Profile(
    name="next",
    packages=("next",),
    markers=("app/", "src/app/", "pages/", "src/pages/"),
    layers=(
        LayerSpec("rsc", Environment.SERVER, {"use client": "client"}),
        LayerSpec("client", Environment.CLIENT, {"use server": "rsc", "use cache": "rsc"}),
        LayerSpec("pages", Environment.CLIENT, directives_apply=False),
        LayerSpec("pages-server", Environment.SERVER, directives_apply=False),
        LayerSpec("middleware", Environment.SERVER, directives_apply=False),
        LayerSpec("instrumentation", Environment.SERVER, directives_apply=False),
    ),
    entries=(
        EntryRule("app", re.compile(rf"{_SEGMENTS}(?:{_RENDERED})"), ("rsc",), kinds=_KINDS),
        EntryRule("app", re.compile(rf"{_SEGMENTS}route"), ("rsc",), renders=False, kinds=_KINDS),
        EntryRule("app", re.compile(rf"{_SEGMENTS}(?:{_METADATA})"), ("rsc",), renders=False, kinds=_KINDS),
        EntryRule("pages", re.compile(r"api(?:/.+)?|_document"), ("pages-server",)),
        EntryRule(
            "pages",
            re.compile(r"(?!api/|api\.|_document\.).+"),
            ("pages", "pages-server"),
            dropped={"pages": _DATA_FUNCTIONS},
        ),
        EntryRule("", re.compile(r"middleware|proxy"), ("middleware",), kinds=_MIDDLEWARE, any_extension=True),
        EntryRule("", re.compile(r"instrumentation"), ("instrumentation",), any_extension=True),
        EntryRule("", re.compile(r"instrumentation-client"), ("client",), any_extension=True),
        EntryRule("", re.compile(r"mdx-components"), ("rsc",), any_extension=True),
    ),
    builds=(
        BuildRow("turbopack", (16, 4), False, dead_uses=False, clients_of_routes=False, prunes_reexports=True),
        BuildRow("turbopack", (0,), False, dead_uses=True, clients_of_routes=False, prunes_reexports=True),
        BuildRow("webpack", (0,), True, dead_uses=True, clients_of_routes=True, prunes_reexports=False),
    ),
    default_bundlers=(((15, 6), "turbopack"), ((0,), "webpack")),
    bundler_flags={"--turbopack": "turbopack", "--turbo": "turbopack", "--webpack": "webpack"},
    build_command="next build",
    wires=(
        WireRow((16, 2), "flight", (19, 3), temporary_references=True, omits_arguments=True),
        WireRow((15, 5), "flight", (19, 2), temporary_references=True),
        WireRow((15,), "flight", (19, 0), temporary_references=True),
        WireRow((0,), "flight", (18, 3), temporary_references=False),
    ),
    request=RequestLook(
        header="Next-Action",
        field="$ACTION_",
        ids=".next/server/server-reference-manifest.json",
        failure="Failed to find Server Action",
    ),
)
