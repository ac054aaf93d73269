"""Findings of the whole workspace."""

from __future__ import annotations

from typing import Any

from bench.editor.client import Answer, Client
from bench.editor.document import Document
from bench.editor.edits import FUNCTION_PROOF
from bench.editor.rows import Latencies, Row
from bench.editor.wrong import WrongAnswer

EDITS = 5


def ask_for_all(client: Client, latencies: Latencies) -> dict[str, str]:
    """The result ids, by address."""
    answer = ask(client, {})
    latencies.take(Row.WORKSPACE, answer, is_empty=not answer.result["items"])
    return ids_in(answer)


def ask_after_edits(document: Document, latencies: Latencies) -> None:
    """Edits that add a finding, each taken out again. Raises WrongAnswer where that is not seen."""
    known = ids_in(ask(document.client, {}))
    for _ in range(EDITS):
        end = len(document.text)
        for start, stop, by in ((end, end, FUNCTION_PROOF), (end, end + len(FUNCTION_PROOF), "")):
            since = document.client.now()
            document.replace(start, stop, by)
            answer = document.client.ask("workspace/diagnostic", previous(known), since)
            latencies.take(Row.WORKSPACE_AFTER_EDIT, answer)
            if document.uri not in {item["uri"] for item in answer.result["items"] if item["kind"] == "full"}:
                raise WrongAnswer(f"{document.path.name}: an edit is not seen in the workspace's findings")
            known = ids_in(answer)


def ask(client: Client, known: dict[str, str]) -> Answer:
    return client.ask("workspace/diagnostic", previous(known))


def previous(known: dict[str, str]) -> dict[str, Any]:
    return {"previousResultIds": [{"uri": uri, "value": value} for uri, value in known.items()]}


def ids_in(answer: Answer) -> dict[str, str]:
    """An address without one has no findings any more."""
    return {item["uri"]: item["resultId"] for item in answer.result["items"] if item.get("resultId")}
