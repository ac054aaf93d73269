"""What packages call things that are certain whatever their version. Rows of data, by package and name."""

from __future__ import annotations

from collections.abc import Mapping

from boundary_lsp.model.wire_types import BuiltIn, Instance, Member, Object, Union, Unknown, WireType
from boundary_lsp.wire.declared.words import A_COMPONENT, A_FUNCTION, BIGINT, BOOLEAN, ELEMENT, NULL, NUMBER, STRING

_COMPONENT = Unknown(A_COMPONENT)
_FUNCTION = Unknown(A_FUNCTION)

REACT_TYPES: Mapping[str, WireType] = {
    **dict.fromkeys(
        ("ReactNode", "ReactElement", "ReactChild", "ReactFragment", "ReactPortal", "JSX.Element", "JSX.ElementClass"),
        ELEMENT,
    ),
    **dict.fromkeys(
        (
            "ComponentType", "FC", "FunctionComponent", "VFC", "ElementType", "JSXElementConstructor", "ComponentClass",
            "ForwardRefExoticComponent", "MemoExoticComponent", "NamedExoticComponent", "ExoticComponent",
            "LazyExoticComponent", "ReactComponentElement", "JSX.ElementType",
        ),
        _COMPONENT,
    ),
    **dict.fromkeys(
        (
            "Dispatch", "DispatchWithoutAction", "EventHandler", "MouseEventHandler", "FormEventHandler",
            "ChangeEventHandler", "KeyboardEventHandler", "FocusEventHandler", "ReactEventHandler",
            "PointerEventHandler", "TouchEventHandler", "RefCallback", "DragEventHandler", "ClipboardEventHandler",
        ),
        _FUNCTION,
    ),
    "CSSProperties": Object((), Union((STRING, NUMBER)), "CSSProperties"),
    "Key": Union((STRING, NUMBER, BIGINT)),
    "HTMLInputTypeAttribute": STRING,
    "HTMLAttributeAnchorTarget": STRING,
}  # fmt: skip

_IMAGE = Object(
    (
        Member("src", STRING),
        Member("height", NUMBER),
        Member("width", NUMBER),
        Member("blurDataURL", STRING, optional=True),
        Member("blurWidth", NUMBER, optional=True),
        Member("blurHeight", NUMBER, optional=True),
    ),
    name="StaticImageData",
)


def _as_string(name: str, package: str) -> Instance:
    """An instance of a class whose `toJSON` gives a string."""
    return Instance(name, package, to_json=STRING)


def _as_string_or_null(name: str, package: str) -> Instance:
    return Instance(name, package, to_json=Union((STRING, NULL)))


_DECIMAL_JS = {"": _as_string("Decimal", "decimal.js"), "Decimal": _as_string("Decimal", "decimal.js")}
_PRISMA = {
    "Decimal": _as_string("Decimal", "@prisma/client"),
    "Prisma.Decimal": _as_string("Decimal", "@prisma/client"),
}
_OBJECT_ID = {"ObjectId": _as_string("ObjectId", "bson"), "ObjectID": _as_string("ObjectId", "bson")}
_MOMENT = _as_string_or_null("Moment", "moment")
_DAYJS = _as_string("Dayjs", "dayjs")
_LUXON = {
    "DateTime": _as_string_or_null("DateTime", "luxon"),
    "Duration": _as_string_or_null("Duration", "luxon"),
}
_BIG = {"": _as_string("Big", "big.js"), "Big": _as_string("Big", "big.js")}
_BIG_NUMBER = {"": _as_string("BigNumber", "bignumber.js"), "BigNumber": _as_string("BigNumber", "bignumber.js")}
_LIGHT = {"": _as_string("Decimal", "decimal.js-light"), "Decimal": _as_string("Decimal", "decimal.js-light")}

_EVENTS = {"": BuiltIn("EventEmitter"), "EventEmitter": BuiltIn("EventEmitter")}

CLASSES: Mapping[str, Mapping[str, WireType]] = {
    "events": _EVENTS,
    "node:events": _EVENTS,
    "decimal.js": _DECIMAL_JS,
    "decimal.js-light": _LIGHT,
    "big.js": _BIG,
    "bignumber.js": _BIG_NUMBER,
    "@prisma/client": {"Prisma.Decimal": _PRISMA["Prisma.Decimal"]},
    "@prisma/client/runtime/library": {"Decimal": _PRISMA["Decimal"]},
    "@prisma/client/runtime": {"Decimal": _PRISMA["Decimal"]},
    "luxon": _LUXON,
    "bson": _OBJECT_ID,
    "mongodb": _OBJECT_ID,
    "mongoose": {"Types.ObjectId": _as_string("ObjectId", "bson"), "mongo.ObjectId": _as_string("ObjectId", "bson")},
}
"""As a type, and what `new` gives."""

TYPES: Mapping[str, Mapping[str, WireType]] = {
    **CLASSES,
    "react": REACT_TYPES,
    "moment": {"Moment": _MOMENT},
    "moment-timezone": {"Moment": _MOMENT},
    "dayjs": {"Dayjs": _DAYJS},
    "next": {"Route": STRING},
    "next/image": {"StaticImageData": _IMAGE},
}

_LUXON_MAKERS = (
    "now", "local", "utc", "fromISO", "fromJSDate", "fromMillis", "fromSeconds", "fromFormat", "fromObject", "fromSQL",
    "fromHTTP", "fromRFC2822",
)  # fmt: skip

RESULTS: Mapping[str, Mapping[str, WireType]] = {
    "dayjs": {"": _DAYJS, "utc": _DAYJS, "tz": _DAYJS, "unix": _DAYJS},
    "moment": {"": _MOMENT, "utc": _MOMENT, "unix": _MOMENT, "moment": _MOMENT},
    "moment-timezone": {"": _MOMENT, "utc": _MOMENT, "tz": _MOMENT, "unix": _MOMENT},
    "luxon": {f"DateTime.{name}": _LUXON["DateTime"] for name in _LUXON_MAKERS},
    "decimal.js": _DECIMAL_JS,
    "big.js": _BIG,
    "bignumber.js": _BIG_NUMBER,
    "uuid": dict.fromkeys(("v1", "v3", "v4", "v5", "v6", "v7"), STRING),
    "nanoid": {"nanoid": STRING, "customAlphabet": Unknown(A_FUNCTION)},
    "clsx": {"": STRING, "clsx": STRING},
    "classnames": {"": STRING},
    "tailwind-merge": {"twMerge": STRING, "twJoin": STRING},
    "react": {"useId": STRING, "createElement": ELEMENT, "cloneElement": ELEMENT, "isValidElement": BOOLEAN},
    "next/navigation": {
        "notFound": Unknown("never"),
        "redirect": Unknown("never"),
        "permanentRedirect": Unknown("never"),
        "usePathname": Union((STRING, NULL)),
        "useSelectedLayoutSegment": Union((STRING, NULL)),
    },
    "next-intl": {"useLocale": STRING},
}
"""What calling an export gives."""


def found(table: Mapping[str, Mapping[str, WireType]], package: str, path: tuple[str, ...]) -> WireType | None:
    """A row of one of these tables; None where it has none."""
    return table.get(package, {}).get(".".join(path))
