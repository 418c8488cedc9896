"""What the end-to-end tests share."""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.botapi import BotApi, Limits
from tests.end_to_end.process import Place
from tests.end_to_end.running import Running, in_telegram

Start = Callable[..., Running]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Return an empty working folder with an inbox."""
    (tmp_path / "inbox").mkdir()
    return Place(folder=tmp_path)


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    """Serve as Telegram, with Telegram's limits."""
    async with BotApi(limits=Limits()) as api:
        yield api


@pytest.fixture
def desk(place: Place, api: BotApi) -> Place:
    """Return a working folder whose Dateline is connected to the simulator."""
    return replace(place, settings=in_telegram(api))


@pytest.fixture
def start() -> Iterator[Start]:
    """Start commands in places; what still runs at the end of the test is killed."""
    started: list[Running] = []

    def start(place: Place, *arguments: str, **settings: str) -> Running:
        started.append(Running.start(place, *arguments, **settings))
        return started[-1]

    yield start
    for running in started:
        running.process.kill()
        running.process.join()


@pytest.fixture
def bot(desk: Place, start: Start) -> Running:
    """Run the bot."""
    return start(desk, "run")
