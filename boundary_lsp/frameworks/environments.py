"""What only works on one side, as data.

Sources: Next's compiler asked name by name, in its versions 15.0, 15.3, 15.5 and 16.0 to 16.4; built-ins measured with
real builds of Next 16.4: what webpack and Turbopack replace by a polyfill builds, everything else fails.
"""

from __future__ import annotations

from collections.abc import Mapping

Version = tuple[int, ...]
Apis = Mapping[str, Mapping[str, Version]]
"""Package to its exports that one side cannot have, each with the first version whose compiler refuses it there; `()`
is every version."""

CHECKED_LAYERS = frozenset(
    {
        ("next", "rsc"), ("next", "middleware"), ("next", "instrumentation"), ("next", "client"), ("next", "pages"),
    }
)  # fmt: skip
"""Framework and layer, where the compiler looks for APIs of the other side. It leaves route handlers of `pages/` alone,
which have all of React."""

SERVER_ONLY_PACKAGES = frozenset({"server-only", "next/headers", "next/root-params"})
"""Specifiers that fail a build when client code imports them."""

CLIENT_ONLY_PACKAGES = frozenset({"client-only", "react-dom/client", "react-dom/server", "next/router"})
"""Specifiers that fail a build when server code imports them."""

MARKER_PACKAGES = frozenset({"server-only", "client-only"})
"""Those that fail it in whatever way they are loaded. Of the others the compiler sees `import`, and no
`export … from`."""

_ALWAYS: Version = ()


def _all(*names: str, since: Version = _ALWAYS) -> Mapping[str, Version]:
    return dict.fromkeys(names, since)


CLIENT_APIS: Apis = {
    "react": {
        **_all("Component", "PureComponent", "createContext", "createFactory", "useActionState", "useDeferredValue"),
        **_all("useEffect", "useImperativeHandle", "useInsertionEffect", "useLayoutEffect", "useOptimistic"),
        **_all("useReducer", "useRef", "useState", "useSyncExternalStore", "useTransition"),
        **_all("experimental_useOptimistic"),
        **_all("useEffectEvent", since=(16, 2)),
    },
    "react-dom": _all("flushSync", "unstable_batchedUpdates", "useFormState", "useFormStatus"),
    "next/navigation": {
        **_all("useSearchParams", "usePathname", "useSelectedLayoutSegment", "useSelectedLayoutSegments"),
        **_all("useParams", "useRouter", "useServerInsertedHTML", "ServerInsertedHTMLContext"),
        **_all("unstable_isUnrecognizedActionError", since=(15, 5)),
    },
    "next/link": _all("useLinkStatus", since=(15, 3)),
    "next/error": _all("catchError", since=(16, 3)),
}
"""What is undefined, or throws when it is called, where server components are rendered."""

SERVER_APIS: Apis = {
    "next/headers": _all("cookies", "headers", "draftMode"),
    "next/server": _all("after", since=(15, 1)),
    "next/cache": {
        **_all("revalidatePath", "revalidateTag", "unstable_cacheLife", "unstable_cacheTag", since=(15, 3)),
        **_all("cacheLife", "cacheTag", since=(16,)),
        **_all("navigation", "prefetch", since=(16, 4)),
    },
}
"""What throws in the client, where there is no request to speak of."""

TAINT_APIS: Apis = {"react": _all("experimental_taintObjectReference", "experimental_taintUniqueValue", since=(16, 2))}
"""What is there only when the configuration turns it on."""

MOVED_APIS: Apis = {"next/server": _all("ImageResponse", since=(14,))}
"""What has moved to another package; the old one throws."""

POLYFILLED_BUILTINS = frozenset(
    {
        "assert", "buffer", "constants", "crypto", "domain", "events", "http", "https", "os", "path", "path/posix",
        "process", "punycode", "querystring", "stream", "string_decoder", "sys", "timers", "tty", "url", "util", "vm",
        "zlib",
    }
)  # fmt: skip
"""Node built-ins for which Next's bundlers put a polyfill into the browser's bundle."""
