"""Texts that no newsroom wrote: made from nothing, each of one kind of trouble."""

from collections.abc import Callable
from random import Random

MARKS = "\"'“”‘’„‚«»‹›`´「」『』〝〞"
CONTROLS = "\0\x01\x07\x08\x0b\x0c\x1b\x1c\x1d\x1e\x1f\x7f\x85\u00a0\u00ad\u200b\u200d\u2028\u2029\u3000\ufeff\ufffd"
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
SCRIPTS = (
    "abcdefghij ABC",
    "äöüßéèñçğışİ",
    "абвгдежз АБВ",
    "αβγδεζ ΑΒΓ",
    "ابتثجحخ ،؟",
    "אבגדהו",
    "अआइईकखग ।",
    "กขคงจฉ",
    "大坝守住了。他说，",
    "ひらがなカタカナ。",
    "한국어 문장.",
    "ⅣⅤ①②½²³",
    "\N{FIRE}\N{FAMILY}\U0001f1e9\U0001f1ea\U0001d400\U00020000",
    "e\u0301a\u0308o\u0328\u20dd",
)
NEWS = (
    "said", "told", "according to", "added", "he", "she", "they", "the mayor", "Mr.", "Dr.", "Lt. Col.",
    "Ana Ruiz", "Ruiz", "O'Neill", "Jean-Luc Picard", "PARIS", "Paris", "Paris, Texas", "Georgia", "al-Hol",
    "U.S.", "U.N.", "No. 10", "a.m.", "3.5", "1,100", "Jan. 30", "2026", "(Reuters)", "—", "–", "--", "...",
    "Read more:", "Photo:", "By", "Q:", "A:", "#tag", "@name", "https://example.org/a?b=c", "<b>", "&amp;",
    "</script>", "statement", "report", "\n", "\n\n", "\r\n", "\t", ".", ",", "?", "!", ":", ";",
)  # fmt: skip

Invent = Callable[[Random, int], str]


def only_marks(rng: Random, size: int) -> str:
    """Return marks and a few letters, or it would be no article."""
    return "a" + _chosen(rng, MARKS + MARKS + " ,.\n", size) + "b"


def only_controls(rng: Random, size: int) -> str:
    """Return what cannot be seen."""
    return "a" + _chosen(rng, CONTROLS + BIDI + " \n", size) + "b."


def only_capitals(rng: Random, size: int) -> str:
    """Return headlines without end."""
    return _chosen(rng, "ABCDEFGH ABCDEFGH .,'\"\n", size)


def mixed_scripts(rng: Random, size: int) -> str:
    """Return words of every script side by side, with marks between."""
    alphabets = [*SCRIPTS, MARKS + " .\n"]
    return "".join(
        _chosen(rng, rng.choice(alphabets), rng.randint(1, 12)) + rng.choice(("", " "))
        for _ in range(size // 8 + 1)
    )


def news_salad(rng: Random, size: int) -> str:
    """Return the words that rules look for, in no order, with marks between."""
    words = (
        rng.choice(MARKS) if rng.random() < 0.2 else rng.choice(NEWS) for _ in range(size // 5 + 1)
    )
    return "".join(word + rng.choice((" ", " ", "")) for word in words)


def one_thing_again(rng: Random, size: int) -> str:
    """Repeat a short stretch: brackets, marks, a title, a name, a sentence, a paragraph."""
    unit = rng.choice(
        (
            "(", "[", '"', "'", "“", "«", "`", "''", '"\'', "Mr. ", "A. ", "said ", "Ana Ruiz ",
            "Ruiz, the mayor, ", "The dam held. ", '"It held," he said. ', "“It held, he said.\n\n",
            "PARIS (AP) — ", "Paris, ", "Read more: it held\n", "a\n", "—", ". ", "...", "-", "大坝。",
        )
    )  # fmt: skip
    return "The dam. " * rng.randint(0, 2) + unit * (size // len(unit) + 1)


def random_letters(rng: Random, size: int) -> str:
    """Return any characters that there are."""
    return "".join(chr(_code_point(rng)) for _ in range(size))


INVENTIONS: tuple[Invent, ...] = (
    only_marks,
    only_controls,
    only_capitals,
    mixed_scripts,
    news_salad,
    one_thing_again,
    random_letters,
)


def _chosen(rng: Random, alphabet: str, size: int) -> str:
    return "".join(rng.choices(alphabet, k=size))


def _code_point(rng: Random) -> int:
    highest = rng.choice((0x7F, 0x24F, 0x2FFF, 0x10FFFF))
    code = rng.randint(1, highest)
    return code if not 0xD800 <= code <= 0xDFFF else 0xFFFD
