"""The files of a run, each made from the run's seed and its own number."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from random import Random

from bot.adapters.readers import SUFFIXES
from tests.articles.loader import HERE, SEEDS
from tests.fuzz.inventions import INVENTIONS, one_thing_again
from tests.fuzz.mutations import MUTATIONS

HUGE_EVERY = 500
"""One file in so many is huge, so that a run of 5,000 has every kind of them twice and more."""

_ENCODINGS = (
    "utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "latin-1",
    "cp1252", "cp1251", "shift_jis", "gb18030", "koi8-r", "iso8859-9",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A file that is to be read: its name and its bytes."""

    name: str
    data: bytes


def make_case(seed: int, number: int, *, huge: bool = True) -> Case:
    """Make the file of a number; `huge` False leaves out those that take seconds."""
    rng = Random(f"{seed}/{number}")  # noqa: S311 - repeatable chance is wanted
    if huge and number % HUGE_EVERY == HUGE_EVERY - 1:
        kind = _HUGE[number // HUGE_EVERY % len(_HUGE)]
        return Case(name="huge.txt", data=kind(rng).encode())
    if rng.random() < 0.3:
        text = rng.choice(INVENTIONS)(rng, rng.choice((3, 40, 400, 4_000)))
    else:
        text = _spoilt(rng, rng.choice(_articles()))
    suffix = rng.choice((".txt", ".txt", ".txt", ".md"))
    return Case(name=f"case{suffix}", data=_encoded(rng, text))


@cache
def _articles() -> tuple[str, ...]:
    files = sorted(f for folder in (SEEDS, HERE) for f in folder.iterdir() if f.suffix in SUFFIXES)
    return tuple(file.read_text("utf-8") for file in files)


def _spoilt(rng: Random, text: str) -> str:
    if rng.random() < 0.1:
        half, other = len(text) // 2, rng.choice(_articles())
        text = text[:half] + other[len(other) // 2 :]
    for mutate in rng.choices(MUTATIONS, k=rng.randint(1, 3)):
        text = mutate(rng, text)
    return text


def _encoded(rng: Random, text: str) -> bytes:
    """Write a text in some encoding, now and then with broken bytes."""
    data = text.encode(rng.choice(_ENCODINGS), errors="replace")
    fate = rng.random()
    if fate < 0.05:
        return data[: rng.randint(0, len(data))]
    if fate < 0.15:
        broken = bytearray(data)
        for _ in range(rng.choice((1, 5, 50))):
            broken[rng.randrange(len(broken) or 1) : rng.randrange(len(broken) or 1)] = b""
            broken.insert(rng.randint(0, len(broken)), rng.randrange(256))
        return bytes(broken)
    return data


def _million_character_line(rng: Random) -> str:
    line = " ".join(rng.choice(_articles()).split())
    return (line + " ") * (1_000_000 // len(line) + 1)


def _million_letters(rng: Random) -> str:
    return rng.choice(("a", "A", "\N{FIRE}", "大", "“", "\0a", "é")) * 1_000_000


def _short_paragraphs(rng: Random) -> str:
    return "".join(
        f"{rng.choice(('Ruiz', 'The dam', '“No', 'He'))} {n}.\n\n" for n in range(50_000)
    )


def _repeated(rng: Random) -> str:
    return one_thing_again(rng, 500_000)


def _spoilt_at_length(rng: Random) -> str:
    text = "\n\n".join(rng.choices(_articles(), k=150))
    return rng.choice(MUTATIONS)(rng, text)


_HUGE: tuple[Callable[[Random], str], ...] = (
    _million_character_line,
    _short_paragraphs,
    _repeated,
    _spoilt_at_length,
    _million_letters,
)
