"""The kinds of errors that Next's compiler reports: what we call them, which of our rules answer, and a mark of each
message."""

from __future__ import annotations

import re
from typing import NamedTuple


class Kind(NamedTuple):
    rules: tuple[str, ...]
    """Ours that say the same."""
    mark: str
    """A pattern that is in Next's message, and in no message of a kind above."""


KINDS = {
    "inline-server-in-client": Kind(
        ("inline-server-in-client",), r"inline \"use \w+\" annotated .* in Client Components"
    ),
    "server-instance-method": Kind(("server-instance-method",), r"annotated class instance methods"),
    "directive-parenthesised": Kind(("parenthesised-directive",), r"wrapped in parentheses"),
    "directive-misplaced": Kind(("misplaced-directive",), r"must be (placed before other|at the top of)"),
    "directive-conflict": Kind(
        ("conflicting-directives",), r"^(Conflicting directives|It's not possible to have both)"
    ),
    "directive-misspelled": Kind(("misspelled-directive",), r"^Did you mean \"use"),
    "not-async": Kind(("sync-server-function",), r"must be async functions"),
    "cache-kind-unknown": Kind(("unknown-cache-kind",), r"^Unknown cache kind"),
    "cache-disabled": Kind(("cache-disabled",), r"enable the feature flag"),
    "invalid-export": Kind(("invalid-export",), r"^Only async functions are allowed to be exported"),
    "forbidden-this": Kind(("forbidden-this",), r"cannot use `(this|super|arguments)`"),
    "image-response-moved": Kind(("image-response-moved",), r"^ImageResponse moved"),
    "taint-disabled": Kind(("taint-disabled",), r"requires `experimental\.taint"),
    "client-api-on-server": Kind(
        ("client-api-on-server", "client-only-on-server"),
        r"into a React Server Component module|class component|component that imports|Server Component that imports",
    ),
    "server-api-on-client": Kind(
        ("server-api-on-client", "server-only-on-client"),
        r"into a React Client Component module|you are using it in the Pages Router",
    ),
    "ssr-false-on-server": Kind(("ssr-false-on-server",), r"`ssr: false` is not allowed"),
    "pages-router-export-in-app": Kind(("pages-router-export-in-app",), r"is not supported in app/"),
    "metadata-in-client": Kind(("metadata-in-client",), r"attempting to export \"\w+\" from a component marked"),
    "metadata-conflict": Kind(("metadata-conflict",), r"cannot be exported at the same time"),
    "route-config-conflict": Kind(("route-config-conflict",), r"is not compatible with `nextConfig"),
    "route-config-disabled": Kind(("route-config-disabled",), r"requires `nextConfig"),
    "error-file-on-server": Kind(("error-file-on-server",), r"must be a Client Component"),
}

RULE_IDS = frozenset(rule for kind in KINDS.values() for rule in kind.rules)

_KIND_OF_RULE = {rule: name for name, kind in KINDS.items() for rule in kind.rules}


def kind_of_rule(rule: str) -> str:
    """The rule's own name where Next has no such error."""
    return _KIND_OF_RULE.get(rule, rule)


def kind_of_message(message: str) -> str:
    """The kind of an error of Next's; the message itself where it is new to us, as a syntax error's is."""
    return next((name for name, kind in KINDS.items() if re.search(kind.mark, message)), message)
