"""Imports of what only one side has, in all their spellings, and uses of what they bring."""

from __future__ import annotations

from .words import Words, lines

NAMED = {
    "react": (
        "useState", "useEffect", "Component", "createContext", "useActionState", "useEffectEvent", "use", "cache",
        "useId", "experimental_taintObjectReference", "memo", "useMemo", "PureComponent", "useTransition", "default",
        "experimental_taintUniqueValue", "experimental_taintObjectReference", "createFactory",
        "experimental_useOptimistic", "useCallback", "forwardRef",
    ),
    "react-dom": ("flushSync", "useFormStatus", "useFormState", "createPortal", "preload", "unstable_batchedUpdates"),
    "react-dom/client": ("createRoot",),
    "react-dom/server": ("renderToString",),
    "react-dom/server.edge": ("renderToString",),
    "next/navigation": (
        "useRouter", "usePathname", "redirect", "notFound", "useParams", "ServerInsertedHTMLContext",
        "unstable_isUnrecognizedActionError", "useSelectedLayoutSegment",
    ),
    "next/router": ("useRouter", "default"),
    "next/compat/router": ("useRouter",),
    "next/link": ("useLinkStatus", "default"),
    "next/error": ("catchError", "default"),
    "next/server": ("after", "ImageResponse", "NextResponse", "connection"),
    "next/cache": (
        "revalidatePath", "revalidateTag", "cacheLife", "cacheTag", "updateTag", "refresh", "unstable_cache",
        "unstable_noStore", "unstable_cacheLife", "unstable_cacheTag", "io", "prefetch", "navigation",
    ),
    "next/headers": ("cookies", "headers", "draftMode"),
    "next/root-params": ("lang",),
    "server-only": (),
    "client-only": (),
    "styled-jsx": ("default",),
    "./x1": ("useState", "useEffect", "other"),
}  # fmt: skip
SOURCES = (*NAMED, "react", "react", "react", "next/navigation", "next/cache", "next/server", "next/headers")
_USES = (
    "void @;", "console.log(@);", "if (flag) { @(); }", "const # = () => @;", "const # = [@, 1];",
)  # fmt: skip
_TYPE_USES = lines("""
type # = typeof @;
const #: @ = null!;
interface # extends @ {}
""")


def imports(words: Words) -> str:
    """An import, and what uses it, or nothing that does."""
    source = words.pick(SOURCES)
    names = NAMED[source]
    form = words.pick(["named"] * 6 + ["default", "namespace", "side-effect", "require", "dynamic", "member", "mixed"])
    if not names or form == "side-effect":
        return f"import '{source}';"
    if form == "named":
        return _named(words, source, "")
    if form == "mixed":
        return _named(words, source, f"{words.fresh('d')}, ")
    return _whole(words, source, form)


def _named(words: Words, source: str, before: str) -> str:
    specifiers, locals_ = [], []
    for _ in words.several(1, 3):
        specifier, local = _specifier(words, words.pick(NAMED[source]))
        specifiers.append(specifier)
        locals_.append(local)
    is_type = words.is_typescript and not before and words.chance(10) and not any("type " in s for s in specifiers)
    line = f"import {'type ' if is_type else ''}{before}{{ {', '.join(specifiers)} }} from '{source}';"
    uses = [_use(words, local) for local in locals_ if words.chance(75)]
    return "\n".join([line, *uses])


def _specifier(words: Words, name: str) -> tuple[str, str]:
    is_type = "type " if words.is_typescript and words.chance(10) else ""
    if name == "default" or words.chance(20) or not words.take(name):
        local = words.fresh()
        quoted = f'"{name}"' if words.chance(15) else name
        return f"{is_type}{quoted} as {local}", local
    return f"{is_type}{name}", name


def _whole(words: Words, source: str, form: str) -> str:
    local, name = words.fresh("m"), words.pick(NAMED[source])
    return {
        "default": f"import {local} from '{source}';\n{_use(words, f'{local}.{name}')}",
        "namespace": f"import * as {local} from '{source}';\n{_use(words, f'{local}.{name}')}",
        "require": f"const {{ {name}: {local} }} = require('{source}');\n{_use(words, local)}",
        "dynamic": f"const {local} = import('{source}');",
        "member": f"import {local} from '{source}';\nconst {{ {name}: {words.fresh()} }} = {local};",
    }[form]


def _use(words: Words, expression: str) -> str:
    forms = _TYPE_USES if words.is_typescript and words.chance(30) else _USES
    return words.pick(forms).replace("@", expression).replace("#", words.fresh("u"))
