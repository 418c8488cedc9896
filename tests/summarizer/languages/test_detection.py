"""Which language a text is in."""

import pytest

from summarizer.languages.detection import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mayor said that it is the best of all the plans.", "en"),
        ("Der Bürgermeister sagte, dass es mit dem Plan nicht weitergeht.", "de"),
        ("Oslo", "en"),
        ("Élan vital", "en"),
        ("", "en"),
        ("В Москве дождь", "ru"),
        ("伊拉克总理周二抵达巴黎，将与法国官员讨论石油问题。", "zh"),
        ("مدارس در دمشق و بیروت به دلیل توفان بسته شد", "fa"),
    ],
)
def test_a_language_is_told(text: str, language: str) -> None:
    """By its frequent words or its script; a few words in Latin letters may well be names."""
    assert detect(text) == language


def test_few_words_tell_a_language_that_no_other_contends_for() -> None:
    """Names alone would be taken for German."""
    names = "Ana Ruiz, Bo Wu, Dana Koh, Lena Beck, Petra Kuhn, Tomas Weil and Imre Lind of Leeds. "
    assert detect(names * 20) == "en"


def test_a_share_tells_the_language_only_where_it_is_plain() -> None:
    """An article in two languages is read whole."""
    french = "Le maire a dit que la digue est dans un bon état pour les mois qui viennent. "
    english = "The mayor said that it is the best of all the plans for the old dam. "
    assert detect(french * 30) == "fr"
    assert detect(english * 14 + french * 30) == "fr"
    assert detect(french * 14 + english * 30) == "en"
