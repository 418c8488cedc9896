"""What brief writing needs, made from the settings."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from bot.adapters.fingerprints import fingerprint_of
from bot.adapters.gazetteer import open_gazetteer
from bot.adapters.readers import read_article
from bot.adapters.recognizer import find_recognizer
from bot.adapters.workers import Workers
from bot.adapters.writers import Writers
from bot.model import Written
from config.settings import Settings
from summarizer.model import Article, Brief, BriefOptions

Write = Callable[[Article], Brief]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Gives the function that makes of a file's name and bytes what is filed of it."""

    opening: Opening

    def __call__(self) -> Callable[[tuple[str, bytes]], Written]:
        """Open what writing reads."""
        return partial(_written, self.opening(), self.opening.options)


def opening_for(settings: Settings) -> Opening:
    """Say how briefs are to be written."""
    summary = settings.summary
    options = BriefOptions(
        sentences=None if summary.sentences == "auto" else summary.sentences,
        words=summary.words,
        algorithm=summary.algorithm.value,
    )
    return Opening(options=options, home=settings.places.home)


def make_writers(settings: Settings) -> Writers:
    """Make the brief writers of scans."""
    return Writers(Workers(Reading(opening=opening_for(settings))))


def remark_on(brief: Brief, options: BriefOptions) -> str | None:
    """Say how much of a long article the chosen algorithm was not shown, if not all."""
    from summarizer.ranking import unread_sentences  # noqa: PLC0415 - loaded by writing briefs

    if unread := unread_sentences(brief.copy, options):
        return (
            f"{options.algorithm} is not shown the last {unread} sentences: "
            "its time grows too fast with them"
        )
    return None


def _written(write: Write, options: BriefOptions, file: tuple[str, bytes]) -> Written:
    brief = write(read_article(*file))
    return Written(brief=brief, fingerprint=fingerprint_of(brief), remark=remark_on(brief, options))
