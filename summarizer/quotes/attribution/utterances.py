"""Utterances: a quotation with its speaker, and which quotations are one utterance."""

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.quotes.speakers.resolution import Resolved
from summarizer.quotes.syntax.cues import Attribution
from summarizer.quotes.syntax.words import Paragraph


@dataclass(slots=True, kw_only=True)
class Utterance:
    """A quotation of a paragraph and what has been found of its speaker."""

    paragraph: int
    word: int
    sentence: int
    attribution: Attribution | None
    resolved: Resolved | None = None
    group: int = -1

    @property
    def is_somebody(self) -> bool:
        """Return whether a person with a name says it."""
        entity = self.resolved.entity if self.resolved else None
        return entity is not None and entity.person and not entity.organisation

    @property
    def denied(self) -> bool:
        """Return whether the article says that the words were not said."""
        return self.attribution is not None and self.attribution.denied


def take_over(paragraphs: Sequence[Paragraph], found: Sequence[Utterance]) -> None:
    """Return paragraphs of one utterance, open to the next, the speaker that its end names."""
    chains: list[list[Utterance]] = []
    for one in found:
        if chains and _is_reopened(paragraphs, chains[-1][-1], one):
            chains[-1].append(one)
        else:
            chains.append([one])
    for chain in chains:
        first = chain[0]
        if first.paragraph and paragraphs[first.paragraph - 1].leads_in:
            continue
        named = next((one for one in chain if one.attribution is not None), first)
        for one in chain:
            if one.attribution is None and one.word == 0:
                one.resolved = named.resolved


def group(paragraphs: Sequence[Paragraph], found: Sequence[Utterance]) -> None:
    """Return the segments of one utterance a number in common."""
    for number, one in enumerate(found):
        before = found[number - 1] if number else None
        joined = before is not None and _continues(paragraphs, before, one)
        one.group = before.group if joined and before is not None else number


def _continues(paragraphs: Sequence[Paragraph], before: Utterance, one: Utterance) -> bool:
    if before.resolved is None or one.resolved is None:
        return False
    if before.resolved.speaker.mention != one.resolved.speaker.mention:
        return False
    return before.paragraph == one.paragraph or _is_reopened(paragraphs, before, one)


def _is_reopened(paragraphs: Sequence[Paragraph], before: Utterance, one: Utterance) -> bool:
    """Recognise a quotation that opens its paragraph where the one before was left open."""
    if one.word or before.paragraph != one.paragraph - 1:
        return False
    return not paragraphs[before.paragraph].quotations[before.word].closed
