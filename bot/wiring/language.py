"""What brief writing needs, made from the settings."""

from dataclasses import dataclass
from functools import partial

from bot.adapters.gazetteer import open_gazetteer
from bot.adapters.recognizer import find_recognizer
from bot.adapters.writers import Write, Writers
from config.settings import Settings
from summarizer.model import BriefOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Gives the function that writes briefs, once in each process."""

    options: BriefOptions
    home: str | None

    def __call__(self) -> Write:
        """Import the language work, which takes a moment, and open what it reads."""
        from summarizer.brief import write_brief  # noqa: PLC0415 - only where briefs are written

        return partial(
            write_brief,
            gazetteer=open_gazetteer(),
            options=self.options,
            home=self.home,
            recognizer=find_recognizer(),
        )


def make_writers(settings: Settings) -> Writers:
    """Make the brief writers."""
    summary = settings.summary
    options = BriefOptions(
        sentences=None if summary.sentences == "auto" else summary.sentences,
        words=summary.words,
        algorithm=summary.algorithm.value,
    )
    return Writers(Opening(options=options, home=settings.places.home), options=options)
