"""The ways to use a server function; each writes its use and may change the function's parameters.

A use returns the new parameters as TypeScript text, or nothing where the usual ones will do.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from bench.trees.feature import Feature
from bench.trees.model import Export, Kind, Module, link
from bench.trees.vocabulary import pascal

ARGUMENT = '{ id: seed, name: "example", amount: 12 }'
FORM = "formData: FormData"
STATE = "previous: unknown, formData: FormData"


@dataclass(frozen=True)
class Case:
    """One server function, where it stands, and what its uses may be drawn from."""

    feature: Feature
    module: Module
    export: Export
    rng: random.Random


def call_from_handler(user: Module, name: str, callee: str) -> None:
    """An event handler in `user` that calls `callee`, and the button it hangs on."""
    user.statements.append(f"const on{pascal(name)} = async () => {{\n    await {callee}({ARGUMENT});\n  }};")
    user.elements.append(f'<button type="button" onClick={{on{pascal(name)}}}>{pascal(name)}</button>')


def called_directly(case: Case) -> str:
    user = case.rng.choice(case.feature.clients)
    user.bind(case.module, case.export)
    call_from_handler(user, case.export.name, case.export.name)
    return ""


def called_through_barrel(case: Case) -> str:
    user = case.rng.choice(case.feature.clients)
    user.bind(case.module, case.export, through=case.feature.actions_barrel)
    call_from_handler(user, case.export.name, case.export.name)
    return ""


def called_by_form(case: Case) -> str:
    user = case.rng.choice(case.feature.clients)
    user.bind(case.module, case.export)
    user.elements.append(f'<form action={{{case.export.name}}}>\n        <input name="id" />\n      </form>')
    return FORM


def called_by_state(case: Case) -> str:
    user = case.rng.choice(case.feature.clients)
    user.bind(case.module, case.export)
    use_from_react(user, "{ useActionState }")
    title = pascal(case.export.name)
    user.statements.append(f"const [state{title}, dispatch{title}] = useActionState({case.export.name}, null);")
    user.elements.append(f"<form action={{dispatch{title}}}>{{String(state{title})}}</form>")
    return STATE


def called_by_hook(case: Case) -> str:
    user = case.rng.choice(case.feature.hooks)
    user.bind(case.module, case.export)
    use_from_react(user, "{ useCallback }")
    user.statements.append(
        f"const run{pascal(case.export.name)} = useCallback(() => {case.export.name}({ARGUMENT}), [seed]);"
    )
    return ""


def called_through_prop(case: Case) -> str:
    place = case.rng.randrange(len(case.feature.pages))
    page, screen = case.feature.pages[place], case.feature.screens[place]
    page.bind(case.module, case.export)
    handler = "perform" + pascal(case.export.name)
    page.elements.append(f'<{screen.exports[0].name} label="again" {handler}={{{case.export.name}}} />')
    screen.properties.append(handler)
    call_from_handler(screen, case.export.name, handler)
    return ""


def awaited_by_server(case: Case) -> str:
    user = case.rng.choice([*case.feature.pages, *case.feature.servers, *case.feature.routes])
    user.bind(case.module, case.export, through=case.rng.choice([None, case.feature.actions_barrel]))
    user.statements.append(f"const loaded{pascal(case.export.name)} = await {case.export.name}({ARGUMENT});")
    return ""


def awaited_by_mixed_helper(case: Case) -> str:
    """By a server-only function in a file whose other function the client imports."""
    mixed = case.feature.mixed
    mixed.bind(case.module, case.export)
    call = f"return await {case.export.name}({ARGUMENT});"
    loader = Export(f"load{pascal(case.export.name)}", Kind.CALL, "seed: string, limit = 10", (call,))
    mixed.exports.append(loader)
    link(case.rng.choice(case.feature.pages), mixed, loader)
    return ""


def called_by_test(case: Case) -> str:
    case.feature.test.bind(case.module, case.export)
    case.feature.test.statements.append(f"await {case.export.name}({ARGUMENT});")
    return ""


def called_by_orphan(case: Case) -> str:
    case.feature.orphan.bind(case.module, case.export)
    call_from_handler(case.feature.orphan, case.export.name, case.export.name)
    return ""


def not_used(_: Case) -> str:
    return ""


def use_from_react(user: Module, clause: str) -> None:
    """Import a name from react, once."""
    if (clause, "react") not in user.packages:
        user.packages.append((clause, "react"))
