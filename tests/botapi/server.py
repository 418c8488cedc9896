"""The simulator as a test holds it: it serves, records, injects updates, and breaks on order."""

import asyncio
import re
import ssl
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Self, Unpack

from tests.botapi.faults import Effect, Fault, Faults, Order, storm
from tests.botapi.limits import NONE, Limits, Pace
from tests.botapi.mailbox import Mailbox
from tests.botapi.methods import Methods
from tests.botapi.scene import Scene
from tests.botapi.spoiling import instead_of_answering, note_answered, spoil
from tests.botapi.wire import Answer, Call, Connection, answer_json
from tests.botapi.world import Message, Refusal, Room, World

TOKEN = "7123456789:AAExampleTokenOfTheSimulator-000000"  # noqa: S105 - no secret, the simulator's own
_WELL_FORMED = re.compile(r"\d+:[A-Za-z0-9_-]+")
CERTIFICATE = Path(__file__).with_name("loopback.pem")
"""The key and certificate that it serves TLS with: set SSL_CERT_FILE to it."""

_PATH = re.compile(r"/bot([^/]*)/(?:test/)?(\w+)")


class BotApi(Scene):
    """A Bot API server on loopback.

    async with BotApi() as api:
        ada = api.private(17, "Ada")
        api.say(ada, "/start")
        await api.until(lambda: api.sent)
    """

    def __init__(
        self, *, token: str = TOKEN, limits: Limits = NONE, port: int = 0, tls: bool = False
    ) -> None:
        self.token = token
        super().__init__(World(), Mailbox())
        self.faults = Faults()
        self.pace = Pace(limits)
        self.requests: Counter[str] = Counter()
        self.refusals: list[tuple[str, int | None, Refusal]] = []
        self.spoiled: list[tuple[Effect, int | None, str]] = []  # requests that met trouble
        self.kills: list[float] = []  # when the bot was killed, by whoever did it
        self._port = port
        self._tls = tls
        self._server: asyncio.Server | None = None
        self._peers: set[Connection] = set()
        self._waiters: list[tuple[Callable[[], object], asyncio.Future[None]]] = []
        self._woken = False
        self.methods = Methods(self.world, self.mailbox, self.pace, time.monotonic)
        # Takes requests that are not for the Bot API, before they are looked at.
        self.aside: Callable[[Call], Answer | asyncio.Task[Answer] | None] = lambda _: None

    async def __aenter__(self) -> Self:
        """Start serving."""
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop serving."""
        await self.stop()

    async def start(self) -> None:
        """Listen, on the same port as before when it has been stopped."""
        self._server = await asyncio.get_running_loop().create_server(
            lambda: Connection(self._handle, self._peers),
            "127.0.0.1",
            self._port,
            backlog=1024,
            ssl=_tls() if self._tls else None,
        )
        self._port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Refuse connections and break those that are open."""
        if self._server is not None:
            self._server.close()
            self._server = None
        for peer in tuple(self._peers):
            peer.close()
        await asyncio.sleep(0)

    @property
    def base_url(self) -> str:
        """What `telegram.base_url` is to be set to."""
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self._port}"

    @property
    def connections(self) -> int:
        """How many connections are open."""
        return len(self._peers)

    # What the bot has done.

    @property
    def sent(self) -> list[Message]:
        """Every message taken from the bot, in order."""
        return self.world.sent

    def sent_to(self, chat: Room | int, thread_id: int | None = None) -> list[Message]:
        """Return the messages sent to a chat, or to one topic of it."""
        chat_id = chat if isinstance(chat, int) else chat.id
        return [
            message
            for message in self.world.sent
            if message.chat_id == chat_id and (thread_id is None or message.thread_id == thread_id)
        ]

    @property
    def unanswered(self) -> int:
        """How many messages were taken without the bot's being told."""
        return sum(not message.answered for message in self.world.sent)

    def refused(self, status: int | None = None) -> list[Refusal]:
        """Return the requests refused, with a status or at all."""
        return [refusal for _, _, refusal in self.refusals if status in (None, refusal.status)]

    async def until(self, condition: Callable[[], object], within: float = 10.0) -> None:
        """Wait until a condition on the simulator holds: it is looked at after every request.

        Raise TimeoutError, with what happened until then.
        """
        if condition():
            return
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiters.append((condition, future))
        try:
            await asyncio.wait_for(future, within)
        except TimeoutError:
            last = [(message.chat_id, message.text[:60]) for message in self.sent[-5:]]
            refused = [refusal.description for refusal in self.refused()[-5:]]
            raise TimeoutError(
                f"not within {within:g} s; requests: {dict(self.requests)}; "
                f"last messages: {last}; last refusals: {refused}"
            ) from None
        finally:
            self._waiters = [waiter for waiter in self._waiters if waiter[1] is not future]

    # Trouble.

    def fail(self, effect: Effect, **order: Unpack[Order]) -> Fault:
        """Order trouble: see Fault for what can be said about it."""
        fault = Fault(effect=effect, **order)
        self.faults.orders.append(fault)
        return fault

    def storm(self, share: float, seed: int = 1) -> list[Fault]:
        """Let a share of all requests meet trouble of every kind; return the orders, which count."""
        self.faults.chance.seed(seed)
        orders = storm(share)
        self.faults.orders += orders
        return orders

    def heal(self) -> None:
        """Take all orders for trouble back."""
        self.faults.orders.clear()

    # Serving.

    def _handle(self, call: Call) -> Answer | asyncio.Task[Answer]:
        other = self.aside(call)
        if other is not None:
            return other
        found = _PATH.fullmatch(call.path)
        if not found or not _WELL_FORMED.fullmatch(found.group(1)):
            return answer_json(Refusal(404, "Not Found").as_json(), 404)
        if found.group(1) != self.token:
            return answer_json(Refusal(401, "Unauthorized").as_json(), 401)
        method = found.group(2).lower()
        self.requests[method] += 1
        outcome = self._attend(method, call)
        self._wake()
        return outcome

    def _attend(self, method: str, call: Call) -> Answer | asyncio.Task[Answer]:
        orders = self.faults.orders
        chat_id = _number(call.parameters.get("chat_id"))
        fault = self.faults.meet(method, chat_id) if orders else None
        if fault is not None:
            self.spoiled.append((fault.effect, chat_id, str(call.parameters.get("text", ""))))
        if fault is not None and (early := instead_of_answering(fault)) is not None:
            if fault.effect is Effect.STATUS:
                refusal = Refusal(fault.status, fault.description)
                self.refusals.append((method, chat_id, refusal))
            return early
        taken = len(self.world.sent)
        try:
            result = self.methods.call(method, call.parameters)
        except Refusal as refusal:
            self.refusals.append((method, chat_id, refusal))
            answer = answer_json(refusal.as_json(), refusal.status)
        else:
            if isinstance(result, Awaitable):
                return asyncio.ensure_future(self._later(method, result, fault))
            answer = answer_json({"ok": True, "result": result})
        if fault is None:
            return answer
        answer = spoil(answer, fault)
        if len(self.world.sent) > taken:
            message = self.world.sent[-1]
            message.answered = False
            answer.on_written = partial(note_answered, message, fault.effect)
        return answer

    async def _later(self, method: str, result: Awaitable[object], fault: Fault | None) -> Answer:
        try:
            answer = answer_json({"ok": True, "result": await result})
            return spoil(answer, fault) if fault is not None else answer
        except Refusal as refusal:
            self.refusals.append((method, None, refusal))
            self._wake()
            return answer_json(refusal.as_json(), refusal.status)

    def _wake(self) -> None:
        if self._waiters and not self._woken:
            self._woken = True
            asyncio.get_running_loop().call_soon(self._look)

    def _look(self) -> None:
        self._woken = False
        for condition, future in self._waiters:
            if not future.done() and condition():
                future.set_result(None)


def _tls() -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(CERTIFICATE)
    return context


def _number(value: object) -> int | None:
    try:
        return int(str(value))
    except ValueError:
        return None
