"""Which article a person means: by its number, its file's name, or the beginning of a name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat.model import Conversation
from bot.chat.numbers import leading_number, number
from bot.chat.parsing import DASHES, bare
from bot.model import Filing, FilingLine, Post
from bot.ports import Filings
from bot.presentation.lists import listed_line

SHOWN = 5
"""How many articles a list of suggestions holds."""

LEAST_PREFIX = 4

_ENDING = re.compile(r"\.\w{1,8}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The article meant, or else the post that says what to type instead."""

    filing: Filing | None = None
    instead: Post | None = None


async def find(conversation: Conversation, name: str) -> Found:
    """Find the article that the arguments of the command `name` mean."""
    texts, filings = conversation.texts, conversation.store.filings
    latest = await filings.latest(SHOWN)
    if not latest:
        return Found(instead=conversation.say(texts.nothing_yet))
    asked = " ".join(conversation.request.arguments)
    said, lines = texts.which, latest
    if bare(asked):
        meant = await _meant(filings, conversation.request.arguments)
        if isinstance(meant, Filing):
            return Found(filing=meant)
        said, lines = (texts.several, meant) if meant else (texts.unknown_article, latest)
    said = said.format(word=asked[:40], command=name, example=latest[0].id)
    return Found(instead=conversation.say(said, listed(conversation, lines, name)))


async def _meant(filings: Filings, arguments: Sequence[str]) -> Filing | Sequence[FilingLine]:
    """Find the one filing meant, or those that may be: by all that was typed, or by its start."""
    asked = " ".join(arguments)
    if filing := await _numbered(filings, number(asked.lstrip(DASHES))):
        return filing
    matches = await _named(filings, asked)
    if not matches and len(arguments) > 1:  # "12 please"
        if filing := await _numbered(filings, leading_number(asked)):
            return filing
        matches = await _named(filings, arguments[0])
    if len(matches) == 1:
        return await filings.get(matches[0].id) or ()
    return matches


async def _numbered(filings: Filings, found: int | None) -> Filing | None:
    return None if found is None else await filings.get(found)


async def _named(filings: Filings, asked: str) -> Sequence[FilingLine]:
    """Find filings by the name of their file, or else by how it or their digest begins.

    A name may stand in quotation marks, after its folder, and with its ending: then it is whole.
    """
    last = re.split(r"[/\\]", bare(asked))[-1]
    names = dict.fromkeys((asked, bare(asked), last))
    stems = filter(bare, (*names, _ENDING.sub("", last)))
    if whole := await filings.with_stem(tuple(stems), SHOWN + 1):
        return whole
    for name in names:
        if len(bare(name)) < LEAST_PREFIX:
            continue
        if begun := await filings.with_prefix(name, SHOWN + 1):
            return begun
    return ()


def listed(conversation: Conversation, lines: Sequence[FilingLine], name: str = "summary") -> str:
    """Return a line for each article, to be tapped."""
    return "\n".join(listed_line(line, name, conversation.mention) for line in lines)
