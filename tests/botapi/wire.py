"""HTTP/1.1 as the Bot API's clients speak it, read by hand: it must keep up with a broadcast.

A request is a GET or a POST with a query, a form, a multipart form, or JSON; connections are kept
alive, bodies may come with a length or in chunks.
"""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.botapi.world import Json

_REASONS = {
    200: b"OK",
    400: b"Bad Request",
    401: b"Unauthorized",
    403: b"Forbidden",
    404: b"Not Found",
    409: b"Conflict",
    413: b"Request Entity Too Large",
    429: b"Too Many Requests",
    500: b"Internal Server Error",
    502: b"Bad Gateway",
}
_LARGEST = 1 << 20


@dataclass(slots=True)
class Call:
    """A request taken apart: the path's pieces, and the parameters by name."""

    path: str
    parameters: dict[str, Any]


@dataclass(slots=True)
class Answer:
    """What goes back: a body, or a connection that ends.

    `keep` bytes of the answer leave before the connection breaks; None stands for all, and no
    break. `delay` is in seconds. One that is endless goes on until the client hangs up.
    """

    body: bytes
    status: int = 200
    kind: bytes = b"application/json"
    keep: int | None = None
    delay: float = 0.0
    is_endless: bool = False
    on_written: Callable[[], None] | None = None  # told when the whole answer has left


Handler = Callable[[Call], "Answer | asyncio.Task[Answer]"]


def answer_json(value: Json, status: int = 200) -> Answer:
    """Wrap a value for the way back."""
    return Answer(json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"), status)


@dataclass(slots=True)
class _Head:
    method: bytes
    target: str
    fields: dict[bytes, bytes] = field(default_factory=dict)


class Connection(asyncio.Protocol):
    """One client's connection; requests on it are answered one after another."""

    def __init__(self, handler: Handler, peers: set["Connection"]) -> None:
        self._handler = handler
        self._peers = peers
        self._buffer = b""
        self._head: _Head | None = None
        self._task: asyncio.Task[Answer] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._peers.add(self)

    def connection_lost(self, _: Exception | None) -> None:
        """End; an open poll ends with its connection."""
        self._peers.discard(self)
        self._transport = None
        if self._task is not None:
            self._task.cancel()
        if self._timer is not None:
            self._timer.cancel()

    def data_received(self, data: bytes) -> None:
        """Take what has come so far."""
        self._buffer += data
        self._advance()

    def close(self) -> None:
        """Break the connection off."""
        if self._transport is not None:
            self._transport.abort()

    def _advance(self) -> None:
        while self._task is None and self._timer is None and self._transport is not None:
            if self._head is None:
                end = self._buffer.find(b"\r\n\r\n")
                if end < 0:
                    return
                self._head = _read_head(self._buffer[:end])
                self._buffer = self._buffer[end + 4 :]
                if self._head.fields.get(b"expect", b"").lower() == b"100-continue":
                    self._transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            body = self._body(self._head)
            if body is None:
                return
            head, self._head = self._head, None
            self._serve(head, body)

    def _body(self, head: _Head) -> bytes | None:
        if b"chunked" in head.fields.get(b"transfer-encoding", b""):
            whole = _unchunk(self._buffer)
            if whole is None:
                return None
            body, used = whole
        else:
            used = int(head.fields.get(b"content-length", b"0"))
            if len(self._buffer) < used:
                return None
            body = self._buffer[:used]
        self._buffer = self._buffer[used:]
        return body

    def _serve(self, head: _Head, body: bytes) -> None:
        if len(body) > _LARGEST:
            self._write(Answer(b"", 413))
            return
        outcome = self._handler(_read_call(head, body))
        if isinstance(outcome, Answer):
            self._send(outcome)
            return
        self._task = outcome
        outcome.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[Answer]) -> None:
        self._task = None
        if task.cancelled():
            self.close()
            return
        self._send(task.result())
        self._advance()

    def _send(self, answer: Answer) -> None:
        if answer.delay:
            self._timer = asyncio.get_running_loop().call_later(answer.delay, self._late, answer)
            return
        self._write(answer)

    def _late(self, answer: Answer) -> None:
        self._timer = None
        self._write(answer)
        self._advance()

    def _write(self, answer: Answer) -> None:
        if self._transport is None:
            return
        if answer.is_endless:
            self._transport.write(b"HTTP/1.1 200 OK\r\n\r\n" + answer.body)
            self._go_on()
            return
        whole = b"HTTP/1.1 %d %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s" % (
            answer.status,
            _REASONS.get(answer.status, b"Other"),
            answer.kind,
            len(answer.body),
            answer.body,
        )
        if answer.keep is None:
            self._transport.write(whole)
            if answer.on_written is not None:
                answer.on_written()
            return
        self._transport.write(whole[: answer.keep])
        self._transport.close()

    def _go_on(self) -> None:
        if self._transport is not None:
            if self._transport.get_write_buffer_size() < _LARGEST:
                self._transport.write(b"x" * _LARGEST)
            self._timer = asyncio.get_running_loop().call_later(0.001, self._go_on)


def _read_head(raw: bytes) -> _Head:
    first, *lines = raw.split(b"\r\n")
    method, target, _ = first.split(b" ", 2)
    head = _Head(method, target.decode("ascii", "replace"))
    for line in lines:
        name, _, value = line.partition(b":")
        head.fields[name.strip().lower()] = value.strip()
    return head


def _unchunk(raw: bytes) -> tuple[bytes, int] | None:
    body, position = b"", 0
    while (end := raw.find(b"\r\n", position)) >= 0:
        size = int(raw[position:end].split(b";")[0], 16)
        position = end + 2
        if len(raw) < position + size + 2:
            return None
        body += raw[position : position + size]
        position += size + 2
        if size == 0:
            return body, position
    return None


def _read_call(head: _Head, body: bytes) -> Call:
    path, query = head.target, ""
    if "?" in path or "://" in path:  # a proxy is asked with the whole address
        parts = urlsplit(path)
        path, query = parts.path, parts.query
    parameters: dict[str, Any] = dict(parse_qsl(query, keep_blank_values=True))
    kind = head.fields.get(b"content-type", b"").lower()
    if kind.startswith(b"application/json"):
        parameters |= json.loads(body or b"{}")
    elif kind.startswith(b"multipart/form-data"):
        parameters |= _multipart(head.fields[b"content-type"], body)
    elif body:
        parameters |= parse_qsl(body.decode(), keep_blank_values=True)
    return Call(unquote(path), parameters)


def _multipart(kind: bytes, body: bytes) -> dict[str, str]:
    message = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + kind + b"\r\n\r\n" + body)
    parameters = {}
    for part in message.iter_parts():
        name, content = (
            part.get_param("name", header="content-disposition"),
            part.get_payload(decode=True),
        )
        assert isinstance(content, bytes)
        parameters[str(name)] = content.decode()
    return parameters
