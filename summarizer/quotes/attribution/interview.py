"""Going through an article, quotation by quotation, to tell who is speaking."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from summarizer.languages.lexicon import Lexicon
from summarizer.model import PassageKind, Speaker
from summarizer.quotes.attribution.attribution import attribute
from summarizer.quotes.attribution.continuations import carry, leading
from summarizer.quotes.attribution.inside import interruption
from summarizer.quotes.attribution.utterances import Utterance, group, take_over
from summarizer.quotes.speakers.discourse import Discourse
from summarizer.quotes.speakers.offices import Offices
from summarizer.quotes.speakers.people import People
from summarizer.quotes.speakers.resolution import Resolved, resolve
from summarizer.quotes.syntax.clauses import subject_of
from summarizer.quotes.syntax.cues import DASHES
from summarizer.quotes.syntax.phrases import NAME, NOUN, PRONOUN, Phrase, is_thing, phrase_at
from summarizer.quotes.syntax.words import Paragraph

_MOST = 300  # quotations of a paragraph that are looked at; more are no article's


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """All the paragraphs of an article and the people in it."""

    paragraphs: Sequence[Paragraph]
    people: People
    words: Lexicon

    def utterances(self) -> list[Utterance]:
        """Return every quotation of the article with its speaker, in the article's order."""
        found: list[Utterance] = []
        last: Utterance | None = None  # of the body
        offices = Offices(people=self.people, paragraphs=self.paragraphs, words=self.words)
        discourse = Discourse(self.people, offices, self.words)
        quoted = [number for number, one in enumerate(self.paragraphs) if one.quotations]
        last_read = quoted[-1] + 1 if quoted else -1  # the one after the last may sign it
        for number, paragraph in enumerate(self.paragraphs[: last_read + 1]):
            here = self._read(number, paragraph)
            body = paragraph.kind is PassageKind.BODY
            if found and found[-1].paragraph == number - 1 and found[-1].attribution is None:
                self._sign(paragraph, found[-1], discourse)
            lead = (
                leading(self.paragraphs, number, discourse) if body and _needs_lead(here) else None
            )
            self._hear(
                paragraph, here, discourse if body else Discourse(self.people, offices, self.words)
            )
            self._look_inside(paragraph, here, discourse)
            if body:
                carry(paragraph, here, last, lead, discourse)
                last = next((one for one in reversed(here) if one.resolved), last)
            found.extend(here)
        take_over(self.paragraphs, found)
        self._give_roles(found, offices)
        group(self.paragraphs, found)
        return found

    def _give_roles(self, found: Sequence[Utterance], offices: Offices) -> None:
        """Add the roles, which may stand anywhere in the article, to those who speak."""
        for one in found:
            entity = one.resolved.entity if one.resolved else None
            if one.resolved is None or entity is None:
                continue
            role = offices.role(entity)
            if role is not None:
                plain = one.resolved.speaker
                speaker = Speaker(name=plain.name, mention=plain.mention, role=role)
                one.resolved = Resolved(speaker=speaker, entity=entity)

    def _read(self, number: int, paragraph: Paragraph) -> list[Utterance]:
        return [
            Utterance(
                paragraph=number,
                word=index,
                sentence=paragraph.sentence_numbers[index],
                attribution=attribute(paragraph, index, self.words) if place < _MOST else None,
            )
            for place, index in enumerate(paragraph.quotations)
        ]

    def _sign(self, paragraph: Paragraph, one: Utterance, discourse: Discourse) -> None:
        """Read a paragraph that signs the one before it: "- Lena Koh, lock keeper"."""
        if len(paragraph.lowers) < 2 or paragraph.lowers[0] not in DASHES:
            return
        phrase = phrase_at(paragraph, 1, len(paragraph.lowers), self.words)
        if phrase is not None and phrase.head is NAME:
            self._settle(paragraph, one, phrase, discourse)

    def _hear(self, paragraph: Paragraph, here: list[Utterance], discourse: Discourse) -> None:
        """Read a paragraph word by word, resolving each speaker when its words are reached."""
        waiting = sorted(
            (one for one in here if one.attribution is not None),
            key=lambda one: one.attribution.phrase.first if one.attribution else 0,
        )
        queue = iter(waiting)
        following = next(queue, None)
        discourse.later(discourse.begin_paragraph)
        for first, last in paragraph.sentences:
            discourse.later(discourse.begin_sentence)
            position = first
            while following is not None and following.attribution is not None:
                phrase = following.attribution.phrase
                if phrase.first >= last:
                    break
                heard = max(position, phrase.first)
                discourse.later(partial(discourse.hear, paragraph, position, heard, first))
                position = heard
                self._settle(paragraph, following, phrase, discourse)
                following = next(queue, None)
            discourse.later(partial(discourse.hear, paragraph, position, last, first))
            discourse.later(partial(self._overhear, paragraph, first, last, discourse))

    def _look_inside(
        self, paragraph: Paragraph, here: list[Utterance], discourse: Discourse
    ) -> None:
        """Read the cues that stand between the marks."""
        for one in here:
            if one.attribution is not None:
                continue
            found = interruption(paragraph, one.word, self.words)
            if found is not None:
                inner, one.attribution = found
                self._settle(inner, one, one.attribution.phrase, discourse)

    def _overhear(self, paragraph: Paragraph, first: int, last: int, discourse: Discourse) -> None:
        """Take in who speaks in a sentence without a quotation."""
        verbs = self.words.verbs
        if verbs.isdisjoint(paragraph.lowers[first:last]):
            return
        verb = next(index for index in range(first, last) if paragraph.lowers[index] in verbs)
        phrase = subject_of(paragraph, first, verb, last, self.words)
        if phrase is not None and phrase.head is not PRONOUN:
            heard = resolve(paragraph, phrase, discourse)
            self._attend(paragraph, heard, phrase, discourse)

    def _settle(
        self, paragraph: Paragraph, one: Utterance, phrase: Phrase, discourse: Discourse
    ) -> None:
        cue = one.attribution.cue if one.attribution else None
        verb = cue.of(paragraph.text).lower() if cue else ""
        resolved = resolve(paragraph, phrase, discourse, cue=verb)
        discourse.later(partial(self._attend, paragraph, resolved, phrase, discourse))
        if not one.denied:
            one.resolved = resolved

    def _attend(
        self, paragraph: Paragraph, resolved: Resolved, phrase: Phrase, discourse: Discourse
    ) -> None:
        """Take in that somebody or something has spoken."""
        if resolved.entity is not None:
            resolved.entity.spoke = True
            discourse.speak(resolved.entity)
        elif phrase.head is NOUN and is_thing(paragraph, phrase, self.words):
            discourse.note_thing(resolved.speaker.name)


def _needs_lead(here: list[Utterance]) -> bool:
    """Return whether no quotation of a paragraph has words for a speaker that serve the others."""
    found = [one.attribution for one in here]
    return None in found and not any(one and one.direct and not one.denied for one in found)
