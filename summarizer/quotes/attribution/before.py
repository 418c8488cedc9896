"""Lead-ins: the words before a quotation that give it its speaker."""

from summarizer.languages.lexicon import Lexicon
from summarizer.quotes.syntax.clauses import subject_of
from summarizer.quotes.syntax.cues import DASHES, Attribution, according, is_cue
from summarizer.quotes.syntax.phrases import NAME, PRONOUN, Phrase, can_speak
from summarizer.quotes.syntax.preceding import phrase_ending
from summarizer.quotes.syntax.words import POSSESSIVE, WORD, Paragraph

_NEAR = 8  # words between a weak verb and what it quotes
_JOINING = frozenset(("for", "that", "of", "to", "as", "about", ":", ",", "a", "an", "the", "on"))
_JOINED = 3  # words between a noun for speech and what it quotes, or whose it is


def lead_in(paragraph: Paragraph, first: int, index: int, words: Lexicon) -> Attribution | None:
    """Read the words from `first` up to the quotation at `index` for its speaker."""
    if index == first:
        return None
    label = (
        _label(paragraph, first, index, words)
        or _words_of(paragraph, first, index, words)
        or _spoken_noun(paragraph, first, index, words)
    )
    if label is not None:
        return label
    for position in range(index - 1, first - 1, -1):
        if paragraph.lowers[position] not in words.introducing:
            continue
        beside = index - position <= 2
        infinitive = position > first and paragraph.lowers[position - 1] == "to"
        if infinitive and not beside:
            continue
        if is_cue(paragraph, position, words, weak=index - position <= _NEAR):
            phrase = subject_of(paragraph, first, position, index, words)
            if phrase is not None and (beside or can_speak(paragraph, phrase, words)):
                return Attribution(phrase=phrase, cue=paragraph.of(position, position + 1))
        found = according(paragraph, position, index, words)
        if found is not None:
            return found
    return None


def _words_of(paragraph: Paragraph, first: int, index: int, words: Lexicon) -> Attribution | None:
    """Read "in Ruiz's words, ..."."""
    end = index - 1 if paragraph.lowers[index - 1] == "," else index
    if end - 2 <= first or paragraph.lowers[end - 1] != "words":
        return None
    if paragraph.kinds[end - 2] is not POSSESSIVE:
        return None
    phrase = phrase_ending(paragraph, first, end - 2, words)
    if phrase is None:
        return None
    return Attribution(phrase=phrase, cue=paragraph.of(end - 1, end))


def _spoken_noun(
    paragraph: Paragraph, first: int, index: int, words: Lexicon
) -> Attribution | None:
    """Read "Ruiz's call for ..." and "her claim that ..." right before a quotation."""
    lowers, kinds = paragraph.lowers, paragraph.kinds
    noun = index - 1
    while noun > first and index - noun <= _JOINED and lowers[noun] in _JOINING:
        noun -= 1
    if noun == index - 1 or lowers[noun] not in words.quote_nouns:
        return None
    owner = noun - 1
    while (
        owner > first
        and noun - owner <= _JOINED
        and kinds[owner] is WORD
        and (lowers[owner] not in words.determiners)
    ):
        owner -= 1
    if owner < first:
        return None
    if kinds[owner] is POSSESSIVE:
        phrase = phrase_ending(paragraph, first, owner, words)
    elif lowers[owner] in words.owners:
        phrase = Phrase(first=owner, last=owner + 1, head=PRONOUN)
    else:
        return None
    if phrase is None:
        return None
    return Attribution(phrase=phrase, cue=paragraph.of(noun, noun + 1))


def _label(paragraph: Paragraph, first: int, index: int, words: Lexicon) -> Attribution | None:
    """Read a name before a colon: "Mayor: 'We will rebuild'", "More from Wu: ..."."""
    colon = index - 1
    if colon <= first or paragraph.lowers[colon] != ":":
        return None
    end = colon
    if paragraph.lowers[end - 1] == ")":
        while end > first and paragraph.lowers[end] != "(":
            end -= 1
    phrase = phrase_ending(paragraph, first, end, words)
    if phrase is None or phrase.last != end:
        return None
    before = paragraph.lowers[phrase.first - 1] if phrase.first > first else ""
    if before and before != "from" and before not in DASHES:
        return None
    if phrase.head is NAME or (not before and can_speak(paragraph, phrase, words)):
        return Attribution(phrase=phrase, cue=paragraph.of(colon, index))
    return None
