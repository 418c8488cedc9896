"""The simulator steered from another process: one endpoint that takes orders as JSON.

`POST /control {"call": NAME, "with": {...}}` answers `{"result": ...}`, or status 400 with
`{"error": ...}`. The calls are the public methods of Control; RemoteBotApi makes them.
"""

import asyncio
import json
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from types import TracebackType
from typing import Any, Self

import httpx

from tests.botapi.faults import Effect, Order
from tests.botapi.limits import Limits, Pace
from tests.botapi.server import TOKEN, BotApi
from tests.botapi.tally import tally
from tests.botapi.wire import Answer, Call, answer_json
from tests.botapi.world import Edit, Json, Message


class Control:
    """Carries out orders on a simulator."""

    def __init__(self, api: BotApi) -> None:
        self._api = api
        api.aside = self._take

    def chats(self, kind: str, ids: list[int], options: Json | None = None) -> int:
        """Make chats of one kind ("private", "group", "supergroup", "channel"); return how many."""
        makers: dict[str, Callable[..., object]] = {
            "private": self._api.private,
            "group": self._api.group,
            "supergroup": self._api.supergroup,
            "channel": self._api.channel,
        }
        make = makers[kind]
        for chat_id in ids:
            make(chat_id, **(options or {}))
        return len(ids)

    def say(self, chat_id: int, text: str, options: Json | None = None) -> int:
        """Write into a chat; return the message's number."""
        return self._api.say(self._api.world.rooms[chat_id], text, **(options or {}))

    def inject(self, update: Json) -> int | None:
        """Put a raw update into the mailbox."""
        return self._api.inject(update)

    def standing(self, chat_id: int, new: str, *, may_post: bool = True) -> None:
        """Return the bot another standing in a chat."""
        self._api.change_standing(self._api.world.rooms[chat_id], new, may_post=may_post)

    def upgrade(self, chat_id: int, new_id: int) -> None:
        """Turn a group into a supergroup."""
        self._api.upgrade(self._api.world.rooms[chat_id], new_id)

    def limits(self, limits: Json) -> None:
        """Set other limits; what was counted is forgotten."""
        self._api.pace = self._api.methods.pace = Pace(Limits(**limits))

    def fail(self, effect: str, order: Order | None = None) -> None:
        """Order trouble."""
        self._api.fail(Effect(effect), **(order or {}))

    def heal(self) -> None:
        """Take all orders for trouble back."""
        self._api.heal()

    def storm(self, share: float, seed: int = 1) -> None:
        """Let a share of all requests meet trouble of every kind."""
        self._api.storm(share, seed)

    def killed(self) -> None:
        """Note that the bot is being killed now: what it was about to commit may come again."""
        self._api.kills.append(time.monotonic())

    def tally(self) -> Json:
        """Return what was taken, what of it twice, and with what excuse."""
        found = tally(self._api.world, self._api.kills)
        return asdict(found) | {"repeated": found.repeated}

    def troubles(self) -> dict[str, int]:
        """Return how many requests met each kind of trouble."""
        counts: Counter[str] = Counter()
        for fault in self._api.faults.orders:
            status = f" {fault.status}" if fault.effect is Effect.STATUS else ""
            counts[f"{fault.effect}{status}"] += fault.met
        return dict(counts)

    def sent(self, since: int = 0) -> list[Json]:
        """Return the messages taken, from an index on."""
        return [asdict(message) for message in self._api.sent[since:]]

    def figures(self) -> Json:
        """Return counts: messages, requests by method, refusals by status, and updates."""
        refusals = Counter(str(refusal.status) for _, _, refusal in self._api.refusals)
        return {
            "sent": len(self._api.sent),
            "unanswered": self._api.unanswered,
            "requests": dict(self._api.requests),
            "refusals": dict(refusals),
            "confirmed": self._api.mailbox.confirmed,
            "waiting": len(self._api.mailbox.waiting),
            "connections": self._api.connections,
        }

    async def wait(self, within: float = 30.0, **at_least: int) -> Json:
        """Wait until figures ("sent", "confirmed", or a method's requests) are high enough."""

        def reached() -> bool:
            now = {
                **self._api.requests,
                "sent": len(self._api.sent),
                "confirmed": self._api.mailbox.confirmed,
            }
            return all(now.get(name, 0) >= least for name, least in at_least.items())

        await self._api.until(reached, within)
        return self.figures()

    def _take(self, call: Call) -> Answer | asyncio.Task[Answer] | None:
        if call.path != "/control":
            return None
        order = getattr(self, str(call.parameters.get("call")).lstrip("_"), None)
        if order is None:
            return answer_json({"error": "no such call"}, 400)
        try:
            result = order(**call.parameters.get("with", {}))
        except Exception as error:  # noqa: BLE001 - whoever gave the order is to see what was wrong
            return answer_json({"error": repr(error)}, 400)
        if isinstance(result, Awaitable):
            return asyncio.ensure_future(_finish(result))
        return answer_json({"result": result})


async def _finish(result: Awaitable[Any]) -> Answer:
    try:
        return answer_json({"result": await result})
    except TimeoutError:
        return answer_json({"error": "timed out"}, 400)


def _message(sent: Json) -> Message:
    sent["edits"] = [Edit(**edit) for edit in sent["edits"]]
    sent["entities"] = tuple(tuple(entity) for entity in sent["entities"])
    return Message(**sent)


class RemoteBotApi:
    """A simulator that runs as a process of its own: `python -m tests.botapi --port 0`.

    async with await RemoteBotApi.launch() as api:
        await api.call("chats", kind="private", ids=[1, 2, 3])
        await api.call("wait", sent=3)
    """

    def __init__(self, process: asyncio.subprocess.Process, base_url: str) -> None:
        self._process = process
        self.base_url = base_url
        self.token = TOKEN
        self._client = httpx.AsyncClient(base_url=base_url, timeout=600, trust_env=False)

    @classmethod
    async def launch(cls, *options: str) -> Self:
        """Start the process, with options of its command line, and wait until it listens."""
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.botapi", *options, stdout=asyncio.subprocess.PIPE
        )
        assert process.stdout is not None
        line = (await process.stdout.readline()).decode().split()
        return cls(process, line[-1])

    async def call(self, name: str, /, **arguments: object) -> object:
        """Return an order and return its result."""
        answer = await self._client.post("/control", json={"call": name, "with": arguments})
        body = json.loads(answer.content)
        if "error" in body:
            raise RuntimeError(body["error"])
        return body["result"]

    async def sent(self, since: int = 0) -> list[Message]:
        """Return the messages taken, from an index on."""
        messages = await self.call("sent", since=since)
        assert isinstance(messages, list)
        return [_message(message) for message in messages]

    async def figures(self) -> Json:
        """Return the counts of Control.figures."""
        figures = await self.call("figures")
        assert isinstance(figures, dict)
        return figures

    async def close(self) -> None:
        """End the process."""
        await self._client.aclose()
        if self._process.returncode is None:
            self._process.terminate()
        await self._process.wait()

    async def __aenter__(self) -> Self:
        """Return itself."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the process."""
        await self.close()
