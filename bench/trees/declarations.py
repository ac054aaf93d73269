"""The text of one export of a synthetic module, by what it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bench.trees.model import Export, Kind, Module, Role


@dataclass(frozen=True)
class Draft:
    """An export on its way to text, with its body's statements."""

    module: Module
    export: Export
    body: list[str]


def declaration_text(draft: Draft) -> str:
    """The export as TypeScript."""
    return WRITERS[writer_key(draft.module, draft.export)](draft)


def writer_key(module: Module, export: Export) -> str:
    """The export's kind, but the role where several roles share the kind."""
    special = (Role.ROUTE, Role.PAGE, Role.LAYOUT, Role.SCHEMA)
    return str(module.role if module.role in special else export.kind)


def block(head: str, lines: list[str]) -> str:
    return head + " {\n  " + "\n  ".join(lines) + "\n}\n"


def markup(module: Module) -> str:
    inside = "\n      ".join([*module.elements, "<p>{seed}</p>"])
    return f"return (\n    <div>\n      {inside}\n    </div>\n  );"


def component_text(draft: Draft) -> str:
    names = "".join(f", {name}" for name in draft.module.properties)
    types = "".join(f" {name}: (input: unknown) => Promise<unknown>;" for name in draft.module.properties)
    hooks = ["const [seed, setSeed] = useState(label);", "useEffect(() => setSeed(label), [label]);"]
    start = hooks if draft.module.directive else ["const seed = label.trim();"]
    serial = "async " if any(" await " in line and "=> {" not in line for line in draft.body) else ""
    head = f"export {serial}function {draft.export.name}({{ label{names} }}: {{ label: string;{types} }})"
    return block(head, [*start, *draft.body, markup(draft.module)])


def page_text(draft: Draft) -> str:
    head = f"export default async function {draft.export.name}({{ params }}: {{ params: Promise<{{ id: string }}> }})"
    return block(head, ["const { id: seed } = await params;", *draft.body, markup(draft.module)])


def layout_text(draft: Draft) -> str:
    head = f"export default function {draft.export.name}({{ children }}: {{ children?: React.ReactNode }})"
    return block(
        head,
        [
            f'const seed = "{draft.export.name}";',
            *draft.body,
            markup(draft.module).replace("<p>{seed}</p>", "{children}"),
        ],
    )


def route_text(draft: Draft) -> str:
    head = f"export async function {draft.export.name}({draft.export.parameters})"
    return block(head, ["const seed = new URL(request.url).pathname;", *draft.body, "return Response.json({ seed });"])


def action_text(draft: Draft) -> str:
    given = draft.export.parameters.split(":")[0] if "," not in draft.export.parameters else "previous"
    start = f"const seed = `{draft.export.name}-${{typeof {given}}}`;"
    head = (
        f"export async function {draft.export.name}({draft.export.parameters}): Promise<{{ ok: boolean; id: string }}>"
    )
    return block(head, [start, *draft.body, "return { ok: true, id: seed };"])


def function_text(draft: Draft) -> str:
    serial = "async " if draft.export.body else ""
    closing = [] if draft.export.body else ["return { seed, limit };"]
    return block(f"export {serial}function {draft.export.name}({draft.export.parameters})", [*draft.body, *closing])


def type_text(draft: Draft) -> str:
    return block(
        f"export interface {draft.export.name}", ["id: string;", "size: number | null;", "tags: readonly string[];"]
    )


def value_text(draft: Draft) -> str:
    return f'export const {draft.export.name} = {{ least: 1, most: 100, kinds: ["first", "last"] }} as const;\n'


def schema_text(draft: Draft) -> str:
    fields = "id: z.string(),\n  amount: z.number().min(1).nullish(),"
    return f"export const {draft.export.name} = z.object({{\n  {fields}\n}});\n"


Writer = Callable[[Draft], str]
WRITERS: dict[str, Writer] = {
    Kind.COMPONENT: component_text,
    Kind.CALL: function_text,
    Kind.VALUE: value_text,
    Kind.TYPE: type_text,
    Kind.ACTION: action_text,
    Role.PAGE: page_text,
    Role.LAYOUT: layout_text,
    Role.ROUTE: route_text,
    Role.SCHEMA: schema_text,
}
