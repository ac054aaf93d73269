"""Modules that a runtime brings along."""

from __future__ import annotations

import re

from boundary_lsp.model.resolution import Leaf, LeafKind

_NODE = frozenset(
    {
        "assert", "assert/strict", "async_hooks", "buffer", "child_process", "cluster", "console", "constants",
        "crypto", "dgram", "diagnostics_channel", "dns", "dns/promises", "domain", "events", "fs", "fs/promises",
        "http", "http2", "https", "inspector", "inspector/promises", "module", "net", "os", "path", "path/posix",
        "path/win32", "perf_hooks", "process", "punycode", "querystring", "readline", "readline/promises", "repl",
        "stream", "stream/consumers", "stream/promises", "stream/web", "string_decoder", "sys", "timers",
        "timers/promises", "tls", "trace_events", "tty", "url", "util", "util/types", "v8", "vm", "wasi",
        "worker_threads", "zlib",
    }
)  # fmt: skip

_RUNTIMES = ("bun",)
"""Runtimes that are imported by their name."""
_RUNTIME_SCHEMES = ("bun:", "cloudflare:", "deno:")

SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+:|\0")
"""`https:`, `virtual:`, `astro:`, `npm:`: what only a bundler, a runtime or the network knows."""

FROM_THE_FRAMEWORK = frozenset({"server-only", "client-only"})
"""Packages that Next answers for itself, installed or not."""


def builtin(specifier: str) -> Leaf | None:
    """The runtime's own module of that name; `node:` is left out of its name."""
    if specifier.startswith("node:"):
        return Leaf(LeafKind.BUILTIN, specifier, specifier[len("node:") :], installed=True)
    if specifier in _NODE or specifier in _RUNTIMES:
        return Leaf(LeafKind.BUILTIN, specifier, specifier, installed=True)
    if specifier.startswith(_RUNTIME_SCHEMES):
        return Leaf(LeafKind.BUILTIN, specifier, specifier, installed=True)
    return None
