"""From a request to the feature that answers it, on a thread beside the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from boundary_lsp.lsp.feature import Feature
from boundary_lsp.lsp.root import NotAnalysed
from boundary_lsp.lsp.session import Session

_Result = TypeVar("_Result")

_ANSWERS = ThreadPoolExecutor(2, "answers")
"""Not the library's pool: that one also reads what the editor says."""


def handler(session: Session, feature: Feature) -> Callable[[Any], Awaitable[Any]]:
    """What to call with a request's parameters."""

    async def handle(params: Any) -> Any:
        if not feature.is_on(session.features):
            return feature.elsewhere("")
        uri = feature.about(params)
        return await (_of_every_root(session, feature, params) if uri is None else _of(session, feature, params, uri))

    return handle


async def beside(do: Callable[..., _Result], *arguments: Any) -> _Result:
    """On a thread beside the event loop; who is cancelled does not wait for it."""
    return await asyncio.get_running_loop().run_in_executor(_ANSWERS, do, *arguments)


async def _of(session: Session, feature: Feature, params: Any, uri: str) -> Any:
    """The state at receipt is asked about: what stands above the first `await` sees it. Positions in another text mean
    nothing."""
    place, text = session.place(uri), session.text(uri)
    if place is None:
        return feature.elsewhere("")
    root, path = place
    try:
        view = await root.view()
    except NotAnalysed:
        return feature.elsewhere(root.mistakes.get(path, ""))
    if view.texts.get(path) is not text:
        raise feature.outdated()
    module = view.snapshot.program.module_index(path)
    if module is None:
        return feature.elsewhere(root.mistakes.get(path, ""))
    return await beside(feature.answer, session.query(root, view, module), params)


async def _of_every_root(session: Session, feature: Feature, params: Any) -> Any:
    found: list[Any] = []
    for root in session.roots:
        try:
            view = await root.view()
        except NotAnalysed:
            continue
        found += await beside(feature.answer, session.query(root, view), params) or ()
    return feature.together(found)
