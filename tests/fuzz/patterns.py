"""Texts that say one thing again and again, made of the words that the rules look for."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path
from random import Random
from string import ascii_lowercase

from tests.fuzz.inventions import MARKS, NEWS, SCRIPTS

_ROOT = Path(__file__).parents[2] / "summarizer"
_LEXICONS = ("languages", "languages/world", "places/tables")
_DATA = frozenset({"weights", "regions", "features"})
"""Tables that hold no words of a text."""

ANOTHER = "\N{SECTION SIGN}"
"""Stands in a unit for a name that is another one each time."""

JOINERS = (" ", "", "\n", "\n\n", ", ", ". ", " and ", "-", " “", "” ", " — ")
FRAMES = (
    ("", ""),
    ("Dam holds\n\nThe dam held on Monday, Ana Ruiz said.\n\n", "\n\nNobody was hurt, she said."),
    ("“", ",” said Ana Ruiz."),
    ("Ana Ruiz said: ‘It ", " held"),
    ("Ana Ruiz said ", "“It held.”"),
    ("A", "~."),
)
"""What stands before and behind what is repeated."""

UNITS = (
    *NEWS,
    *MARKS,
    *SCRIPTS,
    "San", "Saint", "St.", "New", "Mr. ", "of the", "A.", "a", "A", "1", "1.", "1,", "e\u0301", "\u0301",
    "The", "He said", "she told him that", "the mayor of", "Mayor", "President", "former", "al-", "de la",
    "The dam held.", '"It held," said Ana Ruiz.', "“It held, said Ana Ruiz.", "“It held.", "it held”",
    "‘It", "(\"'", "''", "``", "“‘", "’”", "»«", "(", ")", "[", "(a)", "<", "<a", "<!--", "&", "&amp", "\\", "`", "*",
    "_", "**a", "[a](", "![", "|a", "> ", "- ", "* a", "# a", "1. a", "~~", "\t", "  ", "---", "===",
    "a@b", "a.b", "a.", "http://", "www.a", "@", "#", "a/b", "/", "Photo:", "(Photo by", "photo by A", "©",
    "Read more:", "Share", "Facebook", "Share this", "By Ana Ruiz", "By", "Published", "12 May 2026", "May 12, 2026",
    "2026-05-12", "12", "20", "PARIS (AP) —", "Paris, Texas", "Paris", "Texas", "Paris, Texas,", "PARIS", "U.S.", "US",
    "Q: Did it?\nA: It did.", "Q:", "A:", "RUIZ:", "Ruiz: It held.", "Ana Ruiz, the mayor,", "Ruiz, 40,",
    "who", "which", "that", "who said that", "according to", "as", "said", "said said", "said, said",
    "Don't", "don't", "'s", "Ruiz's", "Ruiz’s", "o'", "'", "’", "the", "and", "or", ",", ";", ":", "…", "...", "!", "?",
    "?!", "–", "—", "--", "-", "‑", ".\u00a0", "\u00a0", "\u2028", "\x85", "\r\n", "\r", "\u200b", "\u00ad", "\ufeff",
    "A\n", "a\n", "a.\n\n", "A.\n\n", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "Aaaaaaaaaaaaaaaaaaaaa",
    f"{ANOTHER}", f"{ANOTHER} Ruiz", f"Ana {ANOTHER}", f"{ANOTHER} {ANOTHER}", f"{ANOTHER}.", f"{ANOTHER}\n",
    f"“It held,” said {ANOTHER}.", f"“It held,” said {ANOTHER} Ruiz.", f"“It held,” said the {ANOTHER}.\n\n",
    f"“{ANOTHER},” he said.", f"“{ANOTHER}.", f"{ANOTHER} said she held it.", f"The mayor, {ANOTHER}, said “it held”.\n\n",
    f"{ANOTHER}, the mayor of Paris,", f"Mr. {ANOTHER} Ruiz", f"{ANOTHER} (AP) —", f"near {ANOTHER},", f"the town of {ANOTHER}",
    f"{ANOTHER}, Texas,", f"{ANOTHER}: It held.\n", f"{ANOTHER} held the dam in Paris.", f"({ANOTHER}", f"{ANOTHER} ({ANOTHER})",
    f"the mayor, {ANOTHER} Ruiz, said the mayor held it.", f"{ANOTHER} Ruiz, 40, the 40-year-old,", "mayors", "the mayor said", f"“{ANOTHER}” ",
    "A-", "AN", "A. ", "Aa'", "said “a” ", "he said", "“No.”", "“no” and", "a " * 200 + "“b”", " " * 200 + "“a”", "Ruiz, a", "as", "where",
    f"[{ANOTHER}]: a\n", f"[{ANOTHER}][", f"“{ANOTHER}” ‘{ANOTHER}’", f"«{ANOTHER}»", f"{ANOTHER}, ", f"{ANOTHER} and",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One thing, said again and again in a language, with a frame around it."""

    unit: str
    joiner: str = " "
    frame: tuple[str, str] = ("", "")
    language: str = "en"

    def __str__(self) -> str:
        """Return what of it tells how to make it again."""
        around = f" in {self.frame}" if any(self.frame) else ""
        return f"{self.unit!r} again and again, joined by {self.joiner!r}{around} ({self.language})"

    def text(self, size: int) -> str:
        """Make a text of about so many characters."""
        before, behind = self.frame
        step = self.unit + self.joiner
        times = max(1, size // len(step.replace(ANOTHER, "Abcde")))
        if ANOTHER not in step:
            return before + step * times + behind
        names = _names()
        parts = (step * times).split(ANOTHER)
        return (
            before
            + "".join(part if not n else next(names) + part for n, part in enumerate(parts))
            + behind
        )


_HEADS = (
    "2026-05-12 ", "May 12, 2026 ", "By Ana ", "Published ", "Photo: ", "(Photo ", "Ruiz / AFP ", "© ", "Share ", "Read more: ",
    "Follow us ", "This article was ", "Updated 12 ", "PARIS (AP", "PARIS, 12 May ", "Ana Ruiz: ", "A", "See ", "In this ", "http://a",
)  # fmt: skip
_TAILS = (
    "1", "a", "A", " ", "-", ".", "a ", "A ", "A-", "1 ", "1:", "mon", "at ", "on", "and ", "of ", "'", "/", "(", "|", ", ", "¶",
    "Share ", "@a", "#a ", "www.a ", "a.", "a@", " |", "—", ":", "\u00a0",
)  # fmt: skip


def _lines() -> Iterator[str]:
    """Return lines as they stand beside a story, each with one thing again and again in it."""
    for head in _HEADS:
        for tail in _TAILS:
            yield f"{head}{tail * (120 // len(tail))}~\n"


def patterns(rng: Random, some: int) -> Iterator[Pattern]:
    """Make a pattern of each unit, and `some` of what chance makes of units, words and lines."""
    for unit in UNITS:
        yield Pattern(unit=unit)
    lists, lines = _lists(), list(_lines())
    for _ in range(some):
        language, words = rng.choice(lists)
        word, other = rng.choice(words), rng.choice((rng.choice(UNITS), rng.choice(words)))
        if rng.random() < 0.5:
            word = word.title()
        unit = rng.choice(
            (word, rng.choice(UNITS), rng.choice(lines), f"{word} {other}", f"{other}{word}")
        )
        joiner, frame = rng.choice(JOINERS), rng.choice(FRAMES)
        yield Pattern(unit=unit, joiner=joiner, frame=frame, language=language)


@cache
def _lists() -> list[tuple[str, list[str]]]:
    """Return the lists of the lexicons, each with its language."""
    found: list[tuple[str, list[str]]] = []
    for folder in _LEXICONS:
        for file in sorted((_ROOT / folder).glob("*.toml")):
            if file.stem not in _DATA:
                table = tomllib.loads(file.read_text("utf-8"))
                found += _inside(table, file.stem if len(file.stem) == 2 else "en")
    return [(language, words) for language, words in found if words]


def _inside(table: Mapping[str, object], language: str) -> Iterator[tuple[str, list[str]]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _inside(value, key if len(key) == 2 else language)
        elif isinstance(value, str):
            yield language, value.split()
        elif isinstance(value, list):
            yield language, list(map(str, value))


def _names() -> Iterator[str]:
    """Return one name after the other, without end: "Baaaa", "Bbaaa"."""
    for number in count():
        name, rest = "B", number
        for _ in range(4):
            rest, digit = divmod(rest, len(ascii_lowercase))
            name += ascii_lowercase[digit]
        yield name
