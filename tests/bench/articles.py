"""Articles of any length: English function words, made-up words, names, quotes and places."""

import random
from collections.abc import Iterator

_PLACES = ("Brno", "Ostrava", "Hasakah", "Accra", "Puno", "Galle", "Macon", "Tbilisi")
_FUNCTION = ("the", "of", "and", "to", "in", "a", "was", "for", "on", "that", "with", "has", "by")
_CONSONANTS, _VOWELS = "bcdfgklmnprst", "aeiou"


def make_article(sentences: int, seed: int) -> str:
    """Make an article of so many sentences, three a paragraph, under a headline."""
    made = random.Random(seed)  # noqa: S311 - no secret
    words = [_word(made) for _ in range(3_000)]
    people = [f"{_word(made).title()} {_word(made).title()}" for _ in range(6)]
    story = [_sentence(made, words, people) for _ in range(sentences)]
    paragraphs = [" ".join(story[at : at + 3]) for at in range(0, sentences, 3)]
    return "\n\n".join([" ".join(words[:7]).capitalize(), *paragraphs]) + "\n"


def make_articles(count: int, sentences: int = 18) -> Iterator[str]:
    """Make so many different articles."""
    return (make_article(sentences, seed) for seed in range(count))


def _word(made: random.Random) -> str:
    syllables = made.randint(1, 4)
    return "".join(made.choice(_CONSONANTS) + made.choice(_VOWELS) for _ in range(syllables))


def _sentence(made: random.Random, words: list[str], people: list[str]) -> str:
    # As in real texts a few words are frequent and most are rare.
    chosen = [
        words[min(2_999, int(made.paretovariate(0.6)) - 1)] for _ in range(made.randint(12, 26))
    ]
    chosen[1::3] = [made.choice(_FUNCTION) for _ in chosen[1::3]]
    kind = made.random()
    if kind < 0.15:
        return f"“{' '.join(chosen).capitalize()},” said {made.choice(people)}."
    if kind < 0.35:
        chosen[3:3] = ["in", made.choice(_PLACES)]
    if kind > 0.8:
        chosen[5:5] = made.choice(people).split()
    return " ".join(chosen).capitalize() + "."
