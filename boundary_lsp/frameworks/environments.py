"""What only works on one side, as data.

Sources: Next's compiler checks (import guards, `next/headers`); built-ins measured with real builds of Next 16.4:
what webpack and Turbopack replace by a polyfill builds, everything else fails.
"""

from __future__ import annotations

SERVER_ONLY_PACKAGES = frozenset({"server-only", "next/headers", "next/root-params"})
"""Specifiers that fail a build when client code imports them."""

CLIENT_ONLY_PACKAGES = frozenset({"client-only", "react-dom/client"})
"""Specifiers that fail a build when server code imports them."""

POLYFILLED_BUILTINS = frozenset(
    {
        "assert", "buffer", "constants", "crypto", "domain", "events", "http", "https", "os", "path", "path/posix",
        "process", "punycode", "querystring", "stream", "string_decoder", "sys", "timers", "tty", "url", "util", "vm",
        "zlib",
    }
)  # fmt: skip
"""Node built-ins for which Next's bundlers put a polyfill into the browser's bundle."""
