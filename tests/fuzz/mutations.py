"""Ways in which an article can come out spoilt."""

from collections.abc import Callable
from random import Random

from tests.fuzz.inventions import BIDI, CONTROLS, MARKS, SCRIPTS

Mutate = Callable[[Random, str], str]


def strew_marks(rng: Random, text: str) -> str:
    """Put quotation marks where none belong."""
    return _strewn(rng, text, MARKS)


def strew_controls(rng: Random, text: str) -> str:
    """Put NULs, separators and invisible characters into the text."""
    return _strewn(rng, text, CONTROLS)


def strew_bidi(rng: Random, text: str) -> str:
    """Put controls of the writing's direction into the text."""
    return _strewn(rng, text, BIDI)


def lose_marks(rng: Random, text: str) -> str:
    """Lose some marks, so that others stay alone."""
    share = rng.random()
    return "".join(c for c in text if c not in MARKS or rng.random() > share)


def swap_marks(rng: Random, text: str) -> str:
    """Write every mark as another one, at random."""
    return "".join(rng.choice(MARKS) if c in MARKS else c for c in text)


def double_marks(rng: Random, text: str) -> str:
    """Write marks twice, as ''this'' or as “„this”“."""
    return "".join(c + rng.choice((c, rng.choice(MARKS))) if c in MARKS else c for c in text)


def join_lines(rng: Random, text: str) -> str:
    """Put all of it into one line."""
    return rng.choice((" ", "", "\t")).join(text.split("\n"))


def break_lines(rng: Random, text: str) -> str:
    """Wrap it anywhere, with the line ends of any system."""
    end = rng.choice(("\n", "\r\n", "\r", "\u2028", "\n\n", "\x85"))
    return "".join(end if c == " " and rng.random() < 0.2 else c for c in text)


def change_case(rng: Random, text: str) -> str:
    """Write it in capitals, in small letters, or in both by turns."""
    return rng.choice((str.upper, str.lower, str.title, str.swapcase))(text)


def shuffle_paragraphs(rng: Random, text: str) -> str:
    """Put its lines in another order."""
    lines = text.split("\n")
    rng.shuffle(lines)
    return "\n".join(lines)


def repeat_paragraphs(rng: Random, text: str) -> str:
    """Scrape some of its lines again and again."""
    return "\n".join(
        line for line in text.split("\n") for _ in range(rng.choice((1, 1, 1, 2, 3, 20)))
    )


def cut_short(rng: Random, text: str) -> str:
    """Return a stretch of it, cut in mid word."""
    start = rng.randrange(len(text) or 1)
    return text[start : start + rng.randint(1, len(text) or 1)]


def drop_characters(rng: Random, text: str) -> str:
    """Lose characters here and there: stops, spaces, line ends, brackets."""
    lost = rng.choice((" ", ".", "\n", ",.", "()[]", "aeiou"))
    return "".join(c for c in text if c not in lost or rng.random() < 0.3)


def foreign_words(rng: Random, text: str) -> str:
    """Put words of other scripts between its own."""
    words = text.split(" ")
    for _ in range(len(words) // 6 + 1):
        alphabet = rng.choice(SCRIPTS)
        words[rng.randrange(len(words))] = "".join(rng.choices(alphabet, k=rng.randint(1, 9)))
    return " ".join(words)


def add_markup(rng: Random, text: str) -> str:
    """Leave the page's markup, entities and a broken header in it."""
    scraps = (
        "<b>",
        "</p>",
        "<br/>",
        "&amp;",
        "&#39;",
        "&nbsp",
        "<script>x</script>",
        "<!--",
        "[",
        "](",
    )
    spoilt = "".join(c + rng.choice(scraps) if rng.random() < 0.01 else c for c in text)
    return rng.choice(("", "---\ntitle: [\n---\n", "---\ndate: 0\ntitle: 'a\n", "# ")) + spoilt


MUTATIONS: tuple[Mutate, ...] = (
    strew_marks,
    strew_controls,
    strew_bidi,
    lose_marks,
    swap_marks,
    double_marks,
    join_lines,
    break_lines,
    change_case,
    shuffle_paragraphs,
    repeat_paragraphs,
    cut_short,
    drop_characters,
    foreign_words,
    add_markup,
)


def _strewn(rng: Random, text: str, characters: str) -> str:
    share = rng.choice((0.002, 0.02, 0.2))
    return "".join(c + rng.choice(characters) if rng.random() < share else c for c in text)
