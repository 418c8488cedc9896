"""Telling speech from other words in marks: titles, nicknames, scare quotes, fragments."""

from enum import Enum

from summarizer.languages.lexicon import Lexicon
from summarizer.model import PassageKind
from summarizer.quotes.attribution.utterances import Utterance
from summarizer.quotes.syntax.words import QUOTATION, SIGN, Paragraph, is_nickname

_FEW = 4  # fewer words are speech only as a whole utterance
_MANY = 8  # as many words are speech however they stand
_LONG = 10  # as many words of a sentence are no mere fragment of it
_ENDS = (".", ",", "!", "?", "…", "—", "–", "-", "؟", "،")


class SpeechKind(Enum):
    """What the words between two marks are."""

    SENTENCE = "sentence"
    FRAGMENT = "fragment"
    NO_QUOTE = "no quote"


def speech_kind(paragraph: Paragraph, one: Utterance, words: Lexicon) -> SpeechKind:
    """Return what a quotation is: a sentence, a fragment of speech, or no speech."""
    text = paragraph.said(one.word)
    count = len(text.split())
    if one.word and paragraph.lowers[one.word - 1] == "=":  # an attribute of a tag
        return SpeechKind.NO_QUOTE
    if is_nickname(paragraph, one.word) or (
        count < _MANY and _is_naming(paragraph, one.word, words)
    ):
        return SpeechKind.NO_QUOTE
    if count < _FEW:
        whole = _is_whole(paragraph, one, text, words)
        return SpeechKind.SENTENCE if whole else SpeechKind.NO_QUOTE
    if count < _MANY and not (
        _is_speech(paragraph, one, text, words) or _is_headline(paragraph, one, text, words)
    ):
        return SpeechKind.NO_QUOTE
    if (
        paragraph.opens_sentence(one.word)
        or count >= _LONG
        or _is_led_in(paragraph, one, text, words)
    ):
        return SpeechKind.SENTENCE
    return SpeechKind.FRAGMENT


def _goes_on(paragraph: Paragraph, index: int) -> bool:
    """Recognise the second part of an utterance that its cue has split."""
    first = paragraph.sentence_of(index)[0]
    kinds = paragraph.kinds  # looked at from the end on: the one before is mostly near
    return any(kinds[before] is QUOTATION for before in range(index - 1, first - 1, -1))


def _is_end(paragraph: Paragraph, one: Utterance, text: str, words: Lexicon) -> bool:
    """Recognise the last words of an utterance that its cue has split: she said, "for now"."""
    before = paragraph.lowers[one.word - 1] if one.word else ""
    if before != "," or not text.endswith((".", "!", "?")):
        return False
    for index in range(one.word - 1, max(0, one.word - _MANY) - 1, -1):
        if paragraph.kinds[index] is QUOTATION:
            between = paragraph.lowers[index + 1 : one.word]
            return one.resolved is not None and not words.verbs.isdisjoint(between)
    return False


def _is_naming(paragraph: Paragraph, index: int, words: Lexicon) -> bool:
    """Recognise a name that something goes by: "known as ...", "a film titled ..."."""
    if index == 0:
        return False
    before = paragraph.lowers[index - 1]
    if before in words.like and index > 1:
        before = paragraph.lowers[index - 2]
    return before in words.namings


def _is_led_in(paragraph: Paragraph, one: Utterance, text: str, words: Lexicon) -> bool:
    """Distinguish a quotation that a cue or a sign leads in to from one woven into a sentence."""
    before = paragraph.lowers[one.word - 1]
    direct = one.attribution is not None and one.attribution.cue is not None
    if paragraph.kinds[one.word - 1] in (SIGN, QUOTATION):
        return direct or not text[0].islower() or _goes_on(paragraph, one.word)
    if not words.cased:
        return direct
    cue = before in words.finite or before in words.participles
    return direct and cue and not text[0].islower()


def _is_whole(paragraph: Paragraph, one: Utterance, text: str, words: Lexicon) -> bool:
    """Recognise a short utterance that stands for itself: "No," she said."""
    end = paragraph.ends[one.word]
    closing = paragraph.text[end : end + 1]
    if _is_end(paragraph, one, text, words):
        return True
    if text[0].islower() or not (text.endswith(_ENDS) or closing in (",", "،")):
        return False
    direct = one.attribution is not None and one.attribution.cue is not None
    if paragraph.opens_sentence(one.word):
        ends = text.endswith((".", "!", "?", "…")) and one.resolved is not None
        return (direct and one.attribution is not None and one.attribution.after) or ends
    before = paragraph.lowers[one.word - 1]
    if before == ":":
        return True
    if before == "," and direct:
        return _cue_after(paragraph, one) or _cue_before(paragraph, one.word - 2, words)
    return paragraph.kinds[one.word - 1] is QUOTATION and direct


def _cue_after(paragraph: Paragraph, one: Utterance) -> bool:
    cue = one.attribution.cue if one.attribution else None
    return cue is not None and cue.start >= paragraph.ends[one.word]


def _cue_before(paragraph: Paragraph, index: int, words: Lexicon) -> bool:
    if index < 0:
        return False
    first = paragraph.sentence_of(index)[0]
    return not words.cues.isdisjoint(paragraph.lowers[max(first, index - 5) : index + 1])


def _is_speech(paragraph: Paragraph, one: Utterance, text: str, words: Lexicon) -> bool:
    """Distinguish a few words of speech from the title of a work or the name of a thing."""
    if one.resolved is None:
        return False
    direct = one.attribution is not None and one.attribution.cue is not None
    if not _titled(text, words):
        return True
    spoken = text.endswith((".", "!", "?", ",")) and (
        paragraph.opens_sentence(one.word) or paragraph.lowers[one.word - 1] in (":", ",")
    )
    return direct and spoken


def _is_headline(paragraph: Paragraph, one: Utterance, text: str, words: Lexicon) -> bool:
    """Recognise the words that a headline quotes beside a colon, whoever said them."""
    if paragraph.kind is PassageKind.BODY or _titled(text, words) or text[0].islower():
        return False
    return ":" in paragraph.lowers[max(0, one.word - 1) : one.word + 2]


def _titled(text: str, words: Lexicon) -> bool:
    content = [word for word in text.split() if word.lower().strip(".,:;!?") not in words.small]
    return text.lower() != text and all(not word[0].islower() for word in content)
