"""Requests to a checker and their answers, many at once, all within a time limit."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from boundary_lsp.adapters.checking.failure import CheckerFailed
from boundary_lsp.adapters.checking.process import CheckerProcess

Parameters = Mapping[str, Any]
Reply = Callable[[str, Any], Any]
"""The result for a method and the parameters that the checker gives it."""
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
    """`seconds` limits each call of `ask` that names no other limit: a checker that takes longer is ended. `reply`
    answers what the checker asks."""

    def __init__(self, process: CheckerProcess, seconds: float, reply: Reply = lambda _method, _: None) -> None:
        self._process = process
        self._seconds = seconds
        self._reply = reply
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

    def tell(self, method: str, parameters: Sequence[Parameters]) -> None:
        """What needs no answer."""
        self._process.send([_encode({"jsonrpc": "2.0", "method": method, "params": one}) for one in parameters])

    def _answers(self, first: int, number: int, method: str) -> list[msgspec.Raw | None]:
        found: list[msgspec.Raw | None] = [None] * number
        missing = set(range(first, first + number))
        while missing:
            answer = self._next()
            if answer.method and answer.id is not None:
                self._give(answer.id, self._reply(answer.method, answer.params))
            if answer.method or not isinstance(answer.id, int) or answer.id not in missing:
                continue
            missing.remove(answer.id)
            if answer.error is None:
                found[answer.id - first] = answer.result
            elif _UNKNOWN_METHOD in answer.error.message:
                raise CheckerFailed(f"is of another version: it does not know `{method}`", hopeless=True)
        return found

    def _give(self, id: int | str, result: Any) -> None:
        self._process.send([_encode({"jsonrpc": "2.0", "id": id, "result": result})])

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
