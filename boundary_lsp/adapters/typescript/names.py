"""Types that are known by name, where the language, the platform or React declares them."""

from __future__ import annotations

ARRAYS = frozenset({"Array", "ReadonlyArray", "ConcatArray"})

MATCHES = frozenset({"RegExpMatchArray", "RegExpExecArray"})

TEMPLATE_STRINGS = "TemplateStringsArray"

FUNCTIONS = frozenset({"Function", "CallableFunction", "NewableFunction"})

CONTAINERS = {
    "Map": 2,
    **dict.fromkeys(
        (
            *("Set", "Promise", "PromiseLike", "ReadableStream"),
            *("Iterable", "Iterator", "IterableIterator", "IteratorObject", "Generator"),
            *("AsyncIterable", "AsyncIterator", "AsyncIterableIterator", "AsyncIteratorObject", "AsyncGenerator"),
        ),
        1,
    ),
}
"""How many type arguments say what is inside."""

EVENT = "Event"
"""How the names of all kinds of events end, React's own among them: each is a class that no serializer knows."""

OTHER_NAMES = {
    "ReadonlyMap": "Map",
    "ReadonlySet": "Set",
    "SuppressedError": "Error",
    "ReadableStreamAsyncIterator": "AsyncIteratorObject",
    **dict.fromkeys(
        ("BuiltinIterator", "ArrayIterator", "MapIterator", "SetIterator", "StringIterator", "RegExpStringIterator"),
        "IteratorObject",
    ),
    **{name: name for name in CONTAINERS},
}
"""Interfaces without a class of their name, and what serializers, who see instances, call theirs."""

INTL = frozenset(
    {
        *("Collator", "DateTimeFormat", "DisplayNames", "DurationFormat", "ListFormat", "Locale", "NumberFormat"),
        *("PluralRules", "RelativeTimeFormat", "Segmenter"),
    }
)
TEMPORAL = frozenset(
    {
        *("Instant", "PlainDate", "PlainDateTime", "PlainMonthDay", "PlainTime", "PlainYearMonth", "ZonedDateTime"),
        "Duration",
    }
)
NAMESPACES = {**dict.fromkeys(INTL, "Intl"), **dict.fromkeys(TEMPORAL, "Temporal")}
"""Of classes that are not global themselves."""

UNTOLD = {
    "Object": "object",
    "ArrayLike": "something like an array",
    "ArrayBufferView": "a view of a buffer",
    "String": "a boxed primitive",
    "Number": "a boxed primitive",
    "Boolean": "a boxed primitive",
    "Symbol": "a boxed primitive",
    "BigInt": "a boxed primitive",
}
"""Interfaces that very different values have, and why they tell nothing."""

ELEMENTS = frozenset(
    {
        *("Element", "ReactElement", "ReactPortal", "ReactNode", "ReactChild", "ReactFragment", "ReactNodeArray"),
        *("DetailedReactHTMLElement", "ReactHTMLElement", "ReactSVGElement", "DOMElement", "FunctionComponentElement"),
        *("CElement", "ComponentElement", "AwaitedReactNode", "JSXElement", "VNode", "ComponentChildren"),
    }
)
"""Declared by React (or Preact): what it renders."""

ELEMENT_PACKAGES = frozenset({"react", "preact"})

PLATFORM_PACKAGES = frozenset({"node", "undici-types", "bun-types", "bun", "@cloudflare/workers-types"})
"""Packages that declare the global names of a platform, besides the checker's own libraries."""

PLATFORM_CLASSES = frozenset(
    {
        *("URL", "URLSearchParams", "Blob", "File", "FormData", "Headers", "Request", "Response", "ReadableStream"),
        *("WritableStream", "TransformStream", "AbortSignal", "AbortController", "Event", "EventTarget", "WebSocket"),
        *("CustomEvent", "EventEmitter", "Timeout"),
        *("TextEncoder", "TextDecoder", "Buffer", "BroadcastChannel", "MessagePort", "MessageChannel", "DOMException"),
    }
)
"""The global ones; a platform's package declares many others, which are classes like any."""

PLATFORM_OBJECTS = frozenset({"ProcessEnv"})
"""Interfaces of objects that are not plain."""

ITERATING = {"__@iterator@": "Iterable", "__@asyncIterator@": "AsyncIterable"}
"""How the names of the members begin that make an object iterable, and what it is then."""

SYMBOL_KEY = "__@"
