"""One module, and an application that loads it in the layer where it shall be compiled."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple, get_args

from tests.support.spec import DEFAULT_MANIFEST, DEFAULT_TSCONFIG

Layer = Literal["server", "client"]
LAYERS: tuple[Layer, ...] = get_args(Layer)
DEFAULT_KINDS = ("default", "remote", "private")


class Switches(NamedTuple):
    """What `next.config.mjs` turns on."""

    cache_components: bool = False
    use_cache: bool = False
    taint: bool = False
    cache_kinds: tuple[str, ...] = DEFAULT_KINDS


class Module(NamedTuple):
    path: str
    """In the application: `app/x.js`, `app/shop/page.tsx`."""
    text: str
    layer: Layer
    """Who loads it: a server module (or the framework, by its name), or a client module."""
    switches: Switches = Switches()


def application(modules: Mapping[str, Module]) -> dict[str, str]:
    """The files of an application that has these modules, by path; all with the same switches.

    Each is loaded by modules of its own, which use all that it exports.
    """
    [switches] = {module.switches for module in modules.values()}
    files = {"package.json": DEFAULT_MANIFEST, "tsconfig.json": DEFAULT_TSCONFIG, "next.config.mjs": _config(switches)}
    for path, module in modules.items():
        files[path] = module.text
        files.update(_loaders(path, module.layer))
    return files


_NO_SOURCE = "/node_modules/"
_ENTRY = re.compile(r"/(page|layout|route|error|global-error|template|sitemap|icon)\.\w+$")


def _loaders(path: str, layer: Layer) -> Iterator[tuple[str, str]]:
    folder, _, name = path.rpartition("/")
    target = name.rpartition(".")[0]
    if _NO_SOURCE in f"/{path}":
        yield "app/page.js", _using("lib/x")
    elif layer == "client":
        yield f"{folder}/load/page.js", _using("./shell")
        yield f"{folder}/load/shell.js", "'use client';\n" + _using(f"../{target}")
    elif not _ENTRY.search(path):
        yield f"{folder}/load/page.js", _using(f"../{target}")


def _using(specifier: str) -> str:
    return f"import * as all from '{specifier}';\nexport default function Load() {{ return <p>{{all}}</p>; }}\n"


def _config(switches: Switches) -> str:
    handlers = [kind for kind in switches.cache_kinds if kind not in DEFAULT_KINDS]
    config = {
        "cacheComponents": switches.cache_components,
        "cacheHandlers": {kind: f"./{kind}.js" for kind in handlers},
        "experimental": {"useCache": switches.use_cache, "taint": switches.taint},
    }
    return f"export default {json.dumps(config)};\n"
