"""The pool: deliveries claimed and not begun; few, whatever is owed."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from bot.model import Delivery, DeliveryKind


class Pool:
    """Claimed deliveries, in the order of the claim, replies first; one of a chat at a time."""

    def __init__(self) -> None:
        self._replies: dict[int, Delivery] = {}
        self._rest: dict[int, Delivery] = {}
        self.busy: set[int] = set()  # chats that something is being sent to

    def __len__(self) -> int:
        """Count what is claimed."""
        return len(self._replies) + len(self._rest)

    def __iter__(self) -> Iterator[Delivery]:
        """Go through what is claimed, replies first."""
        yield from self._replies.values()
        yield from self._rest.values()

    def add(self, deliveries: Iterable[Delivery]) -> None:
        """Put in what was claimed."""
        for delivery in deliveries:
            line = self._replies if delivery.kind is DeliveryKind.REPLY else self._rest
            line[delivery.id] = delivery

    def take(self, most: int, wait: Callable[[int], float]) -> Sequence[Delivery]:
        """Take out what may leave: `most` that are no replies, and all replies that may.

        `wait` gives the seconds that a chat has to wait. The chats become busy.
        """
        return (
            *self._take(self._replies, len(self._replies), wait),
            *self._take(self._rest, most, wait),
        )

    def _take(
        self, line: dict[int, Delivery], most: int, wait: Callable[[int], float]
    ) -> Sequence[Delivery]:
        taken: list[Delivery] = []
        for delivery in tuple(line.values()):
            chat_id = delivery.address.chat_id
            if len(taken) >= most:
                break
            if chat_id not in self.busy and wait(chat_id) <= 0:
                del line[delivery.id]
                self.busy.add(chat_id)
                taken.append(delivery)
        return taken

    def free(self, deliveries: Iterable[Delivery]) -> None:
        """Note that these, taken out before, are done with: their chats are not busy."""
        self.busy.difference_update(delivery.address.chat_id for delivery in deliveries)

    def remove(self, where: Callable[[Delivery], bool]) -> Sequence[Delivery]:
        """Take out what meets a condition."""
        found = [delivery for delivery in self if where(delivery)]
        for delivery in found:
            self._replies.pop(delivery.id, None)
            self._rest.pop(delivery.id, None)
        return found

    def soonest(self, wait: Callable[[int], float]) -> float | None:
        """Return the seconds until one may leave whose chat is not busy; None without any."""
        waits = (
            wait(delivery.address.chat_id)
            for delivery in self
            if delivery.address.chat_id not in self.busy
        )
        return min(waits, default=None)
