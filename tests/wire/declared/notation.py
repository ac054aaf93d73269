"""Wire types as people read them on the pages of this folder."""

from __future__ import annotations

from boundary_lsp.model.wire_types import (
    Array,
    BuiltIn,
    Class,
    ClientReference,
    Component,
    Cycle,
    Element,
    Function,
    Instance,
    Literal,
    Object,
    Primitive,
    ServerReference,
    Tuple,
    Union,
    Unknown,
    WireType,
)


def spelled(made: WireType) -> str:
    """One line. Functions, references and instances say what they are: `function save`, `instance Post`."""
    match made:
        case Unknown():
            return f"?({made.reason})"
        case Primitive():
            return made.name
        case Literal():
            return f"'{made.value}'" if isinstance(made.value, str) else str(made.value).lower()
        case Array():
            element = spelled(made.element)
            return f"({element})[]" if " " in element and element[0] not in "{[?" else f"{element}[]"
        case Tuple():
            rest = [f"...{spelled(made.rest)}[]"] if made.rest is not None else []
            return f"[{', '.join([*map(spelled, made.elements), *rest])}]"
        case Object():
            return _object(made)
        case Union():
            return " | ".join(map(spelled, made.options))
        case BuiltIn():
            return f"{made.name}<{', '.join(map(spelled, made.arguments))}>" if made.arguments else made.name
    return _special(made)


def _object(made: Object) -> str:
    members = [f"{m.name}{'?' if m.optional else ''}: {spelled(m.type)}" for m in made.members]
    if made.index is not None:
        members.append(f"[*]: {spelled(made.index)}")
    return f"{made.name} {{ {'; '.join(members)} }}".strip() if members else f"{made.name} {{}}".strip()


def _special(made: WireType) -> str:
    match made:
        case Instance():
            package = f" of {made.package}" if made.package else ""
            base = f" from {made.base}" if made.base else ""
            to_json = f" as {spelled(made.to_json)}" if made.to_json is not None else ""
            return f"instance {made.name}{package}{base}{to_json}"
        case Class():
            return f"class {made.name}"
        case Function():
            return f"function {made.name}".strip()
        case ServerReference():
            return f"server {made.name}" + (f" bound to {', '.join(map(spelled, made.bound))}" if made.bound else "")
        case ClientReference():
            return f"client {made.name}"
        case Element():
            return "element"
        case Component():
            return f"component {made.wrapper}"
        case Cycle():
            return f"cycle {made.name}"
    raise TypeError(made)
