"""What became of a broadcast: who got it, who twice, and whether there was an excuse for that."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tests.botapi.world import Message, World

SLACK = 5.0
"""Seconds before a kill in which an answered message may not have been committed yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts of messages taken; a text that comes to a chat again is a repeat.

    `unexcused` holds (chat, text) of those repeats before which the bot knew that the text had
    arrived: its answer was sent, and it was not killed soon after.
    """

    taken: int
    distinct: int
    after_lost_answer: int
    after_kill: int
    unexcused: tuple[tuple[int, str], ...]

    @property
    def repeated(self) -> int:
        """How many messages were repeats."""
        return self.taken - self.distinct


def tally(world: World, kills: Sequence[float]) -> Tally:
    """Count what was taken so far; `kills` are moments on the clock of the messages' times."""
    by_text: dict[tuple[int, int | None, str], list[Message]] = defaultdict(list)
    for message in world.sent:
        by_text[_home(world, message.chat_id), message.thread_id, message.html].append(message)
    lost, killed, unexcused = 0, 0, []
    for (chat_id, _, html), duplicates in by_text.items():
        for first, again in pairwise(duplicates):
            if not first.answered:
                lost += 1
            elif _was_killed_between(first.time, again.time, kills):
                killed += 1
            else:
                unexcused.append((chat_id, html))
    return Tally(
        taken=len(world.sent),
        distinct=len(by_text),
        after_lost_answer=lost,
        after_kill=killed,
        unexcused=tuple(unexcused),
    )


def _home(world: World, chat_id: int) -> int:
    """Return the id under which a chat lives now: a group may have moved."""
    room = world.rooms.get(chat_id)
    return room.migrated_to if room is not None and room.migrated_to is not None else chat_id


def _was_killed_between(first: float, again: float, kills: Iterable[float]) -> bool:
    return any(first <= kill <= first + SLACK and kill <= again for kill in kills)
