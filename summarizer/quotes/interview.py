"""Going through an article, quotation by quotation, to tell who is speaking."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.model import PassageKind
from summarizer.quotes.attribution import attribute
from summarizer.quotes.clauses import first_subject, subject_of
from summarizer.quotes.cues import DASHES, Attribution, is_cue
from summarizer.quotes.discourse import Discourse
from summarizer.quotes.lexicon import Lexicon
from summarizer.quotes.offices import Offices
from summarizer.quotes.people import People
from summarizer.quotes.phrases import Head, Phrase, can_speak, phrase_at
from summarizer.quotes.roles import role_of
from summarizer.quotes.speakers import Resolved, resolve
from summarizer.quotes.words import Kind, Paragraph

_MOST = 300  # quotations of a paragraph that are looked at; more are no article's


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
    def denied(self) -> bool:
        """Tell whether the article says that the words were not said."""
        return self.attribution is not None and self.attribution.denied


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """All the paragraphs of an article and the people in it."""

    paragraphs: Sequence[Paragraph]
    people: People
    words: Lexicon

    def utterances(self) -> list[Utterance]:
        """Give every quotation of the article with its speaker, in the article's order."""
        found: list[Utterance] = []
        last: Utterance | None = None  # of the body
        offices = Offices(people=self.people, paragraphs=self.paragraphs, words=self.words)
        discourse = Discourse(self.people, offices, self.words)
        for number, paragraph in enumerate(self.paragraphs):
            here = self._read(number, paragraph)
            body = paragraph.kind is PassageKind.BODY
            if found and found[-1].paragraph == number - 1 and found[-1].attribution is None:
                self._sign(paragraph, found[-1], discourse)
            lead = self._lead(number, discourse) if body and _needs_lead(here) else None
            self._hear(
                paragraph, here, discourse if body else Discourse(self.people, offices, self.words)
            )
            if body:
                self._carry(paragraph, here, last, lead, discourse)
                last = here[-1] if here else last
            found.extend(here)
        self._give_roles(found)
        _group(self.paragraphs, found)
        return found

    def _give_roles(self, found: Sequence[Utterance]) -> None:
        """Add the roles, which may stand anywhere in the article, to those who speak."""
        roles: dict[int, str | None] = {}
        for one in found:
            entity = one.resolved.entity if one.resolved else None
            if one.resolved is None or entity is None:
                continue
            if id(entity) not in roles:
                roles[id(entity)] = role_of(entity, self.paragraphs, self.words)
            speaker = replace(one.resolved.speaker, role=roles[id(entity)])
            one.resolved = Resolved(speaker=speaker, entity=entity)

    def _read(self, number: int, paragraph: Paragraph) -> list[Utterance]:
        return [
            Utterance(
                paragraph=number,
                word=index,
                sentence=paragraph.sentence_numbers[index],
                attribution=attribute(paragraph, index, self.words)
                if word.quotation < _MOST
                else None,
            )
            for index, word in enumerate(paragraph.words)
            if word.kind is Kind.QUOTATION
        ]

    def _sign(self, paragraph: Paragraph, one: Utterance, discourse: Discourse) -> None:
        """Read a paragraph that signs the one before it: "- Dana Wu, port chief"."""
        if len(paragraph.words) < 2 or paragraph.words[0].lower not in DASHES:
            return
        phrase = phrase_at(paragraph, 1, len(paragraph.words), self.words)
        if phrase is not None and phrase.head is Head.NAME:
            self._settle(paragraph, one, phrase, discourse)

    def _hear(self, paragraph: Paragraph, here: list[Utterance], discourse: Discourse) -> None:
        """Read a paragraph word by word, resolving each speaker when its words are reached."""
        waiting = sorted(
            (one for one in here if one.attribution is not None),
            key=lambda one: one.attribution.phrase.first if one.attribution else 0,
        )
        queue = iter(waiting)
        following = next(queue, None)
        for first, last in paragraph.sentences:
            discourse.begin_sentence()
            position = first
            while following is not None and following.attribution is not None:
                phrase = following.attribution.phrase
                if phrase.first >= last:
                    break
                discourse.hear(paragraph, position, max(position, phrase.first), first)
                position = max(position, phrase.first)
                self._settle(paragraph, following, phrase, discourse)
                following = next(queue, None)
            discourse.hear(paragraph, position, last, first)
            self._overhear(paragraph, first, last, discourse)

    def _overhear(self, paragraph: Paragraph, first: int, last: int, discourse: Discourse) -> None:
        """Take in who speaks in a sentence without a quotation."""
        for index in range(first, last):
            if paragraph.words[index].lower in self.words.verbs:
                phrase = subject_of(paragraph, first, index, last, self.words)
                if phrase is not None and phrase.head is not Head.PRONOUN:
                    heard = resolve(paragraph, phrase, discourse)
                    self._attend(heard, phrase, discourse)
                return

    def _settle(
        self, paragraph: Paragraph, one: Utterance, phrase: Phrase, discourse: Discourse
    ) -> None:
        resolved = resolve(paragraph, phrase, discourse)
        self._attend(resolved, phrase, discourse)
        if not one.denied:
            one.resolved = resolved

    def _attend(self, resolved: Resolved, phrase: Phrase, discourse: Discourse) -> None:
        """Take in that somebody or something has spoken."""
        if resolved.entity is not None:
            resolved.entity.spoke = True
            discourse.speak(resolved.entity)
        elif phrase.head is Head.NOUN:
            discourse.thing = resolved.speaker.name

    def _carry(
        self,
        paragraph: Paragraph,
        here: list[Utterance],
        last: Utterance | None,
        lead: Resolved | None,
        discourse: Discourse,
    ) -> None:
        """Give a quotation without words of its own for a speaker that of its neighbours."""
        previous: Utterance | None = None
        following = _following(here)
        for one, after in zip(here, following, strict=True):
            if one.denied:
                continue
            if one.resolved is None:
                near = previous is not None and previous.sentence >= one.sentence - 1
                if previous is not None and near:
                    one.resolved = previous.resolved
                else:
                    one.resolved = self._sentence_before(paragraph, one, discourse)
                if one.resolved is None and previous is not None:
                    one.resolved = previous.resolved
                if one.resolved is None:
                    one.resolved = after or lead or (last.resolved if last else None)
            if one.resolved is not None:
                previous = one

    def _sentence_before(
        self, paragraph: Paragraph, one: Utterance, discourse: Discourse
    ) -> Resolved | None:
        if one.sentence == 0:
            return None
        first, last = paragraph.sentences[one.sentence - 1]
        phrase = self._speaking(paragraph, first, last)
        if phrase is None:
            return None
        return resolve(paragraph, phrase, discourse)

    def _lead(self, number: int, discourse: Discourse) -> Resolved | None:
        """Find who speaks in the paragraph after this one's predecessor, which leads in to it."""
        if number == 0:
            return None
        paragraph = self.paragraphs[number - 1]
        if paragraph.kind is not PassageKind.BODY or paragraph.quotations:
            return None
        if not paragraph.sentences:
            return None
        phrase = self._speaking(paragraph, *paragraph.sentences[-1])
        if phrase is None:
            return None
        return resolve(paragraph, phrase, discourse)

    def _speaking(self, paragraph: Paragraph, first: int, last: int) -> Phrase | None:
        """Find who is speaking, or foremost, in a sentence of the writer's."""
        for index in range(first, last):
            if is_cue(paragraph, index, self.words):
                phrase = subject_of(paragraph, first, index, last, self.words)
                if phrase is not None and can_speak(paragraph, phrase, self.words):
                    return phrase
        phrase = first_subject(paragraph, first, last, self.words)
        return phrase if phrase is not None and phrase.head is not Head.NOUN else None


def _needs_lead(here: list[Utterance]) -> bool:
    return any(one.attribution is None for one in here)


def _following(here: list[Utterance]) -> list[Resolved | None]:
    """Give for each utterance the speaker named after a later one."""
    following: list[Resolved | None] = []
    after: Resolved | None = None
    for one in reversed(here):
        following.append(after)
        if one.resolved is not None and one.attribution is not None and one.attribution.direct:
            after = one.resolved
    return following[::-1]


def _group(paragraphs: Sequence[Paragraph], found: Sequence[Utterance]) -> None:
    """Give the segments of one utterance a number in common."""
    for number, one in enumerate(found):
        before = found[number - 1] if number else None
        joined = before is not None and _continues(paragraphs, before, one)
        one.group = before.group if joined and before is not None else number


def _continues(paragraphs: Sequence[Paragraph], before: Utterance, one: Utterance) -> bool:
    if before.resolved is None or one.resolved is None:
        return False
    if before.resolved.speaker.mention != one.resolved.speaker.mention:
        return False
    if before.paragraph == one.paragraph:
        return True
    left_open = paragraphs[before.paragraph].quotations[-1]
    return before.paragraph == one.paragraph - 1 and not left_open.closed and one.word == 0
