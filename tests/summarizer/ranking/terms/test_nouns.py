"""Nouns told by the words around them."""

import pytest

from summarizer.ranking.terms.nouns import noun_among


@pytest.mark.parametrize(
    ("forms", "sentence", "noun"),
    [
        (("ferry",), "The ferry sailed at noon.", "ferry"),
        (("ferry",), "They waited for the ferry.", "ferry"),
        (("literacy",), "A plan for literacy, the second, was made.", "literacy"),
        (("dwarf",), "It was a white dwarf, they think.", "dwarf"),
        (("adult",), "A plan for adult literacy was made.", None),
        (("sail", "sails"), "They sail when the wind fills the sails.", "sails"),
        (("evacuated", "evacuation"), "They evacuated it; the evacuation was over.", "evacuation"),
        (("wrote",), "She wrote, he paid.", None),
        (("paying",), "They are accused of paying and of lying.", None),
        (("doping",), "The doping is over.", "doping"),
        (("mart",), "The Wal-Mart is closed.", None),
        (("december",), "In December, the rain came.", None),
        (("the",), "", None),
    ],
)  # fmt: skip
def test_nouns_are_told_from_other_words(
    forms: tuple[str, ...], sentence: str, noun: str | None
) -> None:
    """A noun follows a determiner or a preposition, and ends the phrase."""
    assert noun_among(forms, [sentence], "en") == noun


def test_words_of_other_languages_are_taken_as_they_are() -> None:
    """Only English is told."""
    assert noun_among(("regen", "regens"), ["Im Regen."], "de") == "regen"
