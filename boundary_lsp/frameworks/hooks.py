"""Functions known to take a function: what they do with it. Rows of data; the key is the callee's last name."""

from __future__ import annotations

FORM_PROPS = frozenset({"action", "formAction"})
"""What puts a function on a form, on a host element."""

IN_PROCESS_TAKERS = frozenset(
    {
        # React and Next: they call it where they stand, or wrap it without letting it cross.
        "cache", "unstable_cache", "after", "waitUntil", "startTransition",
        # Array, Promise and timers: they call it.
        "map", "flatMap", "forEach", "filter", "reduce", "some", "every", "find", "then", "catch", "finally",
        "setTimeout", "setInterval", "queueMicrotask",
        # Type guards and probes.
        "describe", "expect", "mock", "spyOn",
    }
)  # fmt: skip
"""On the server, a function given to one of these stays in the process."""

COMPONENT_WRAPPERS = frozenset({"memo", "forwardRef", "observer", "lazy", "dynamic", "styled", "withErrorBoundary"})
"""Given a component, they return one with the same props."""
