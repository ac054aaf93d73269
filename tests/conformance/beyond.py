"""Where we differ from Next's compiler on the recorded cases, and why."""

from __future__ import annotations

_PASSED_OVER = "Next passes over a string that is almost `'use client'`, and the module stays on the server: a warning"
_NO_EFFECT = "Next does not look at `'use client'` there, and it means nothing: a warning"
_REFUSED_LATER = "the compiler lets it pass; the server throws when it loads the module"

EXPECTED: dict[str, tuple[tuple[str, ...], str]] = {
    "dir/client-template-literal": (("ours: directive-without-effect at 1:1-1:13",), _NO_EFFECT),
    "dir/client-in-function": (("ours: directive-without-effect at 2:3-2:15",), _NO_EFFECT),
    "dir/client-misspelled-usclient": (("ours: directive-misspelled at 1:1-1:12",), _PASSED_OVER),
    "dir/client-misspelled-use-clinet": (("ours: directive-misspelled at 1:1-1:13",), _PASSED_OVER),
    "dir/client-uppercase": (("ours: directive-misspelled at 1:1-1:13",), _PASSED_OVER),
    "rsc/hook-default-import": (
        ("ours: client-api-on-server at 2:28-2:36",),
        "the compiler sees names that are imported; `React.useState` is undefined on the server all the same",
    ),
    "rsc/dynamic-options-object-arg": (
        ("ours: ssr-false-on-server at 2:16-2:68",),
        "the compiler does not look at the first argument; the loader in it is overlooked, and nothing is rendered",
    ),
    "cg/next-root-params": (
        ("span: server-api-on-client at 1:22-1:40",),
        "our finding is at the import that brings the module into the client; its chain ends at the specifier",
    ),
    "cg/fs": (
        ("ours: server-api-on-client at 1:16-1:20",),
        "the compiler lets Node's built-ins pass; both bundlers find no `fs` for the browser, and the build fails",
    ),
    "exp/unary-binary": (("ours: refused-export at 2:14-2:15", "ours: refused-export at 2:22-2:23"), _REFUSED_LATER),
    "exp/no-init": (("ours: refused-export at 2:12-2:13",), _REFUSED_LATER),
    "exp/ts-enum": (("ours: refused-export at 2:13-2:14",), _REFUSED_LATER),
    "exp/ts-namespace": (("ours: refused-export at 2:18-2:19",), _REFUSED_LATER),
}
"""By case: the differences, as `compare` tells them, and the reason."""
