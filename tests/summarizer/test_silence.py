"""Language work writes nothing beside its brief, whatever the libraries under it would say."""

import logging

import pytest

from summarizer.brief import write_brief
from summarizer.model import Article, BriefOptions
from summarizer.ranking import ALGORITHMS
from tests.makers import STORY

ODD = "McDonald sold 21 of 3.5 million iPhones on 12. 5. 2026 to the KGB, eBay and 1990s DVDs."
FEW_WORDS = "\n".join(f"The dam held{'!' * number}" for number in range(12))
NO_WORDS = "The.\n\nThe of.\n\nOf the.\n\nAnd the of.\n\nAnd.\n\nTo the.\n\nTo of."
LANGUAGES = (
    "ar", "cs", "de", "el", "en", "es", "fa", "fr", "he", "hu", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sk",
    "sv", "tr", "uk", "zh", "xx",
)  # fmt: skip


@pytest.mark.parametrize("algorithm", ALGORITHMS)
@pytest.mark.parametrize("text", [f"{STORY}\n{ODD}\n", "1 a", FEW_WORDS, NO_WORDS])
def test_no_library_says_anything_of_ordinary_text(
    text: str,
    algorithm: str,
    recwarn: pytest.WarningsRecorder,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """No warnings, no prints, no lines for the log: an operator would read them for every file."""
    caplog.set_level(logging.INFO)
    options = BriefOptions(algorithm=algorithm)
    for language in LANGUAGES:
        write_brief(Article(text=text, language=language), gazetteer=None, options=options)
    assert ([str(one.message) for one in recwarn], caplog.messages) == ([], [])
    assert tuple(capfd.readouterr()) == ("", "")
