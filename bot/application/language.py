"""Brief writing as the workers do it: what a process opens for it.

Workers import this, and no settings, no event loop, nothing else that they have no use for.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from bot.adapters.writers import File, WriteFile
from bot.model import Written
from summarizer.model import Article, Brief, BriefOptions

Write = Callable[[Article], Brief]

_FIRST = """Quay rebuilt

SPLIT (Example Wire) - "It is done," said Ana Ruiz, head of the harbour office, on Monday.

The quay of Split had been closed for a year. Ferries to Korčula will leave from it again.
"""
_FOREIGN = "Obala u Splitu ponovno je otvorena nakon godinu dana. Trajekti za Korčulu opet plove."


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Makes the function that writes briefs, once in each process that starts anew."""

    options: BriefOptions
    home: str | None

    def __call__(self) -> Write:
        """Import the language work, which takes a moment, and open what it reads."""
        from bot.adapters.gazetteer import open_gazetteer  # noqa: PLC0415 - only where briefs are written
        from bot.adapters.recognizer import find_recognizer  # noqa: PLC0415 - as above
        from summarizer.brief import write_brief  # noqa: PLC0415 - as above

        write = partial(
            write_brief,
            gazetteer=open_gazetteer(),
            options=self.options,
            home=self.home,
            recognizer=find_recognizer(),
        )
        write(Article(text=_FIRST))  # what the first brief loads is there for all workers
        return write


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Makes the function that makes of a file's name and bytes what is filed of it."""

    opening: Opening

    def __call__(self) -> WriteFile:
        """Open what writing reads."""
        from bot.adapters.fingerprints import fingerprint_of  # noqa: PLC0415 - as above
        from bot.adapters.readers import read_article  # noqa: PLC0415 - as above

        write, options = self.opening(), self.opening.options

        def write_file(file: File) -> Written:
            brief = write(read_article(*file))
            return Written(
                brief=brief, fingerprint=fingerprint_of(brief), remark=remark_on(brief, options)
            )

        # Many articles come: what these load (numbers, the model of languages) is shared, too.
        for text in (_FIRST, _FOREIGN):
            write_file(("first.txt", text.encode()))
        return write_file


def remark_on(brief: Brief, options: BriefOptions) -> str | None:
    """Say how much of a long article the chosen algorithm was not shown, if not all."""
    from summarizer.ranking import unread_sentences  # noqa: PLC0415 - loaded by writing briefs

    if unread := unread_sentences(brief.parsed, options):
        return (
            f"{options.algorithm} is not shown the last {unread} sentences: "
            "its time grows too fast with them"
        )
    return None
