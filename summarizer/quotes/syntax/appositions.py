"""Appositions: what is set beside a speaker's words, and what hangs on them."""

from summarizer.languages.lexicon import Lexicon
from summarizer.quotes.speakers.given import is_given
from summarizer.quotes.syntax.phrases import NAME, Phrase, phrase_at
from summarizer.quotes.syntax.preceding import phrase_ending
from summarizer.quotes.syntax.words import QUOTATION, SIGN, Paragraph

_CLAUSE = 16  # words of a clause that says why a speaker has no name


def name_after(paragraph: Paragraph, comma: int, words: Lexicon) -> Phrase | None:
    """Read the name after a noun for the same person: "the mayor, Dana Wu, said"."""
    lowers = paragraph.lowers
    if comma + 1 >= len(lowers) or lowers[comma] not in (",", "--", "—", "–"):
        return None
    phrase = phrase_at(paragraph, comma + 1, len(lowers), words)
    if phrase is None or phrase.head is not NAME or phrase.last - phrase.name < 2:
        return None
    following = phrase.last
    if (
        following < len(lowers) and lowers[following] in words.both
    ):  # "two analysts, Wu and Cole, said"
        other = phrase_at(paragraph, phrase.last + 1, len(lowers), words)
        if other is None or other.head is not NAME or other.last >= len(lowers):
            return None
        following = other.last
    ends = following >= len(lowers) or paragraph.kinds[following] is SIGN
    return phrase if ends or lowers[following] in words.prepositions else None


def name_before(paragraph: Paragraph, phrase: Phrase, words: Lexicon) -> Phrase | None:
    """Read the name that a noun is set beside, its second comma lost: "Ana Wu, the mayor said"."""
    comma = phrase.first - 1
    if comma < 2 or paragraph.lowers[comma] != ",":
        return None
    first = paragraph.sentence_of(comma)[0]
    name = phrase_ending(paragraph, first, comma, words)
    if name is None or name.head is not NAME or name.last - name.name < 2:
        return None
    given = paragraph.lowers[name.name]
    return name if name.last == comma and is_given(given, words) else None


def attached(paragraph: Paragraph, phrase: Phrase, words: Lexicon) -> int:
    """Find where a noun phrase ends with what hangs on it: "a spokesman for the port"."""
    last = phrase.last
    lowers, kinds = paragraph.lowers, paragraph.kinds
    while last < len(lowers) and last - phrase.first < 16:
        lower = lowers[last]
        if kinds[last] in (SIGN, QUOTATION) or lower not in words.attaching:
            break
        after = last + 1
        while (
            after < len(lowers)
            and kinds[after] not in (SIGN, QUOTATION)
            and lowers[after] not in words.not_attached
        ):
            after += 1
        statement = lowers[after - 1] in words.documents
        if after == last + 1 or (statement and lowers[last + 1] in words.indefinite):
            break  # "said the port in a statement"
        last = after
    return last


def unnamed(paragraph: Paragraph, last: int, words: Lexicon) -> int:
    """Find where the words end by which a speaker asks for no name: "who asked not to be named"."""
    lowers, kinds = paragraph.lowers, paragraph.kinds
    position = last + 1 if last < len(lowers) and lowers[last] == "," else last
    if position >= len(lowers) or lowers[position] not in words.relatives:
        return last
    end, asked = position, False
    while end < len(lowers) and end - last < _CLAUSE:
        lower = lowers[end]
        if kinds[end] in (SIGN, QUOTATION) or lower in words.said:
            break
        asked = asked or lower in words.unnamed
        if asked and lower in words.reasons:
            break
        end += 1
    return end if asked else last
