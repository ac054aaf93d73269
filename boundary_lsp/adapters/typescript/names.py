"""Types that are known by name, where the language, the platform or React declares them."""

from __future__ import annotations

ARRAYS = frozenset({"Array", "ReadonlyArray", "ConcatArray"})

MATCHES = frozenset({"RegExpMatchArray", "RegExpExecArray"})

TEMPLATE_STRINGS = "TemplateStringsArray"

FUNCTIONS = frozenset({"Function", "CallableFunction", "NewableFunction"})

CONTAINERS = {
    "Map": 2,
    "Set": 1,
    "Promise": 1,
    "ReadableStream": 1,
    "AsyncIterable": 1,
    "Iterator": 1,
}
"""How many type arguments say what is inside."""

OTHER_NAMES = {
    "ReadonlyMap": "Map",
    "ReadonlySet": "Set",
    "ReadonlySetLike": "Set",
    "PromiseLike": "Promise",
    **dict.fromkeys(
        (
            *("Iterator", "IteratorObject", "IterableIterator", "Generator", "BuiltinIterator", "ArrayIterator"),
            *("MapIterator", "SetIterator", "StringIterator", "RegExpStringIterator"),
        ),
        "Iterator",
    ),
    **dict.fromkeys(
        (
            *("AsyncIterable", "AsyncIterator", "AsyncIteratorObject", "AsyncIterableIterator", "AsyncGenerator"),
            "ReadableStreamAsyncIterator",
        ),
        "AsyncIterable",
    ),
    **dict.fromkeys(
        (
            *("EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError"),
            *("AggregateError", "SuppressedError"),
        ),
        "Error",
    ),
}
"""What serializers, which see instances, call what checkers, who see interfaces, tell apart."""

UNTOLD = {
    "Object": "object",
    "Iterable": "an iterable, which may be an array",
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
        *("TextEncoder", "TextDecoder", "Buffer", "BroadcastChannel", "MessagePort", "MessageChannel", "DOMException"),
    }
)
"""The global ones; a platform's package declares many others, which are classes like any."""

ITERATING = ("__@iterator@", "__@asyncIterator@")
"""How the names of the members begin that make an object iterable."""

SYMBOL_KEY = "__@"
