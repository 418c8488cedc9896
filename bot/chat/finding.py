"""Which article a person means: by its number, or by the beginning of its file or digest."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat.model import Desk
from bot.model import Filing, FilingLine, Post
from bot.presentation.lists import listed_line

SHOWN = 5
"""How many articles a list of suggestions holds."""

LEAST_PREFIX = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The article meant, or else the post that says what to type instead."""

    filing: Filing | None = None
    instead: Post | None = None


async def find(desk: Desk, name: str) -> Found:
    """Find the article that the first argument of the command `name` means."""
    texts, filings = desk.texts, desk.store.filings
    latest = await filings.latest(SHOWN)
    if not latest:
        return Found(instead=desk.say(texts.nothing_yet))
    example = latest[0].id
    if not desk.request.arguments:
        said = texts.which.format(command=name, example=example)
        return Found(instead=desk.say(said, listed(desk, latest, name)))
    word = desk.request.arguments[0].removeprefix("#")
    if filing := await _numbered(desk, word):
        return Found(filing=filing)
    matches = await filings.with_prefix(word, SHOWN + 1) if len(word) >= LEAST_PREFIX else ()
    if len(matches) == 1:
        return Found(filing=await filings.get(matches[0].id))
    shown = word[:40]
    if matches:
        return Found(
            instead=desk.say(texts.several.format(word=shown), listed(desk, matches, name))
        )
    said = texts.unknown_article.format(word=shown, command=name, example=example)
    return Found(instead=desk.say(said, listed(desk, latest, name)))


async def _numbered(desk: Desk, word: str) -> Filing | None:
    if not (word.isascii() and word.isdigit() and len(word) <= 15):
        return None
    return await desk.store.filings.get(int(word))


def listed(desk: Desk, lines: Sequence[FilingLine], name: str = "summary") -> str:
    """Give a line for each article, to be tapped."""
    return "\n".join(listed_line(line, name, desk.mention) for line in lines)
