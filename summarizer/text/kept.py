"""Results that are kept, so that a word which stands in every article is worked on once."""

from collections.abc import Callable, Hashable
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Kept(dict[Key, Value]):
    """What a pure function gives, by its one argument: `kept[word]` is `work(word)`.

    It holds `most` results, and begins anew where one more comes. An `lru_cache` would put what it
    gives in front of a list each time: that takes longer than most of the work whose results are
    kept here, since it touches memory that is far apart.
    """

    __slots__ = ("_most", "_work")

    def __init__(self, work: Callable[[Key], Value], most: int) -> None:
        super().__init__()
        self._work = work
        self._most = most

    def __missing__(self, key: Key) -> Value:
        if len(self) >= self._most:
            self.clear()
        self[key] = made = self._work(key)
        return made
