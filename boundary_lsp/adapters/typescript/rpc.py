"""Requests to a checker and their answers, many at once, all within a time limit."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from boundary_lsp.adapters.typescript.failure import CheckerFailed
from boundary_lsp.adapters.typescript.process import CheckerProcess

Parameters = Mapping[str, Any]
ReadText = Callable[[str], str | None]
"""By absolute path; None for what is to be read from disk."""
_UNKNOWN_METHOD = "unknown API method"


class _Error(msgspec.Struct, gc=False):
    message: str = ""


class _Answer(msgspec.Struct, gc=False):
    id: int | str | None = None
    result: msgspec.Raw = msgspec.Raw(b"null")
    error: _Error | None = None
    method: str = ""
    """Set in a message of its own accord."""
    params: Any = None


_answer_decoder = msgspec.json.Decoder(_Answer)
_encode = msgspec.json.Encoder().encode


class Connection:
    """`seconds` limits each call of `ask` that names no other limit: a checker that takes longer is ended. `read_text`
    answers a checker that asks for texts."""

    def __init__(self, process: CheckerProcess, seconds: float, read_text: ReadText = lambda _: None) -> None:
        self._process = process
        self._seconds = seconds
        self._read_text = read_text
        self._last = 0
        self._overdue = False
        self.requests = 0

    def ask(self, method: str, parameters: Sequence[Parameters | None], seconds: float = 0) -> list[msgspec.Raw | None]:
        """The answers in the order of the requests; None for a request that was refused. Raises CheckerFailed."""
        if not parameters:
            return []
        first = self._last + 1
        self._last += len(parameters)
        self.requests += len(parameters)
        limit = seconds or self._seconds
        timer = threading.Timer(limit, self._give_up)
        timer.daemon = True
        timer.start()
        try:
            self._process.send([_request(first + n, method, one) for n, one in enumerate(parameters)])
            return self._answers(first, len(parameters), method)
        except CheckerFailed:
            if self._overdue:
                late = f"did not answer within {limit:g} seconds (`{method}`)"
                raise CheckerFailed(late, hopeless=True) from None
            raise
        finally:
            timer.cancel()

    def _answers(self, first: int, number: int, method: str) -> list[msgspec.Raw | None]:
        found: list[msgspec.Raw | None] = [None] * number
        missing = set(range(first, first + number))
        while missing:
            answer = self._next()
            if answer.method:
                self._give_text(answer)
            if answer.method or not isinstance(answer.id, int) or answer.id not in missing:
                continue
            missing.remove(answer.id)
            if answer.error is None:
                found[answer.id - first] = answer.result
            elif _UNKNOWN_METHOD in answer.error.message:
                raise CheckerFailed(f"is of another version: it does not know `{method}`", hopeless=True)
        return found

    def _give_text(self, question: _Answer) -> None:
        """Whatever else it says of its own accord is none of our business."""
        if question.method == "readFile" and question.id is not None and isinstance(question.params, str):
            text = self._read_text(question.params)
            result = None if text is None else {"content": text}
            self._process.send([_encode({"jsonrpc": "2.0", "id": question.id, "result": result})])

    def _next(self) -> _Answer:
        try:
            return _answer_decoder.decode(self._process.receive())
        except msgspec.DecodeError as error:
            raise CheckerFailed(f"does not speak its protocol ({error})") from None

    def _give_up(self) -> None:
        self._overdue = True
        self._process.kill()


def _request(number: int, method: str, parameters: Parameters | None) -> bytes:
    return _encode({"jsonrpc": "2.0", "id": number, "method": method, "params": parameters})
