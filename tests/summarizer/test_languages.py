"""Which language a text is in."""

import pytest

from summarizer.languages import detect


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
