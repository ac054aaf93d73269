"""What Python's serializers do with every value of `python_values.py`: each is sent, and what arrives is looked at.

python -m tests.wire.live.python_measure        # print what arrives of each, by serializer
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import anvil
from anvil import _serialise, _server
from wwwpy.common.rpc2.encoder_decoder import JsonEncoderDecoder

from boundary_lsp.model.wire import Verdict
from tests.wire.live.measure import Arrivals
from tests.wire.live.python_values import Portable, Value, placed

Send = Callable[[Any, Any], Any]
"""Of a value and its declared type: what arrives."""


def send_json(value: Any, _: Any) -> Any:
    return json.loads(json.dumps(value))


def send_wwwpy(value: Any, annotation: Any) -> Any:
    wire = JsonEncoderDecoder()
    encoder = wire.encoder()
    encoder.encode(value, annotation)
    return wire.decoder(encoder.buffer).decode(annotation)


def send_anvil(value: Any, _: Any) -> Any:
    arrived: list[Any] = []

    class Request(_serialise.IncomingReqResp):  # type: ignore[misc]  # has no types
        def execute(self) -> None:
            self.reconstruct_remaining_data()
            arrived.extend(self.json["args"])

    def receive(message: Any, blob: bytes = b"") -> None:
        message = json.loads(json.dumps(message))
        if message["type"] == "CHUNK_HEADER":
            _serialise.process_blob_header(message)
            _serialise.process_blob(blob)
        else:
            Request(message)

    _serialise.serialise({"type": "CALL", "id": "1", "args": [value]}, receive)
    return arrived[0]


SERIALIZERS: dict[str, Send] = {"dumped-json": send_json, "wwwpy": send_wwwpy, "anvil": send_anvil}


def measure(send: Send) -> Arrivals:
    return {name: _verdict(value, send) for name, value in placed()}


def _verdict(value: Value, send: Send) -> dict[str, str]:
    sent = value.make()
    try:
        arrived = send(sent, value.annotation)
    except Exception as error:  # noqa: BLE001  each refuses in its own way
        return {"verdict": Verdict.ERROR, "arrives": str(error)}
    return {"verdict": Verdict.OK if _is_same(sent, arrived) else Verdict.LOSSY, "arrives": repr(arrived)}


def _is_same(sent: Any, arrived: Any) -> bool:
    if isinstance(sent, dict) and type(arrived) is type(sent):
        return all(map(_is_same, (*sent.keys(), *sent.values()), (*arrived.keys(), *arrived.values())))
    if isinstance(sent, list) and type(arrived) is type(sent):
        return all(map(_is_same, sent, arrived))
    if isinstance(sent, anvil.Media):
        return isinstance(arrived, anvil.Media) and sent.get_bytes() == arrived.get_bytes()
    if isinstance(sent, _server.LiveObjectProxy):
        return isinstance(arrived, _server.LiveObjectProxy)
    if isinstance(sent, Portable):
        return isinstance(arrived, Portable) and vars(arrived) == vars(sent)
    return type(arrived) is type(sent) and bool(arrived == sent)


if __name__ == "__main__":
    print(json.dumps({name: measure(send) for name, send in SERIALIZERS.items()}, indent=1))
