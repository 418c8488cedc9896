"""Dates: what all languages together call months and days."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from summarizer.languages.data import read_all
from summarizer.languages.patterns import any_of, words_of_all


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """The words of dates, in lower case.

    `months` are the beginnings of their names with their numbers, of which a language may have two
    for a month; of beginnings that two languages share for different months the first one's counts.
    `month` is a pattern for a name in full.
    """

    months: Mapping[str, int]
    month: str
    days: tuple[str, ...]
    ordinals: tuple[str, ...]

    def number(self, month: str) -> int | None:
        """Return the number of a month by its name, in full or short; None for another word."""
        name = month.lower()
        found = [known for known in self.months if name.startswith(known)]
        return self.months[max(found, key=len)] if found else None


@cache
def dates() -> Dates:
    """Return the words of all languages."""
    months: dict[str, int] = {}
    for _, names in read_all("dates", "months"):
        for number, name in enumerate(names.split(), 1):
            months.setdefault(name, (number - 1) % 12 + 1)
    longest = sorted(months, key=len, reverse=True)
    return Dates(
        months=months,
        month=rf"{any_of(longest)}[^\W\d_]*\.?",
        days=words_of_all("dates", "days"),
        ordinals=words_of_all("dates", "ordinals"),
    )
