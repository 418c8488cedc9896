"""Roles: what an article says that a person is, beside one of the names."""

from collections.abc import Sequence

from summarizer.languages.lexicon import Lexicon
from summarizer.quotes.speakers.names import Name
from summarizer.quotes.speakers.people import Entity
from summarizer.quotes.syntax.descriptions import (
    description_end,
    is_description,
    is_somebody,
    within_description,
)
from summarizer.quotes.syntax.preceding import phrase_ending
from summarizer.quotes.syntax.words import CAPITAL, POSSESSIVE, QUOTATION, SIGN, WORD, Paragraph

LONGEST = 80
_REACH = 40  # words that a role is looked for in
_OPENINGS = frozenset((",", "("))


def role_of(entity: Entity, paragraphs: Sequence[Paragraph], words: Lexicon) -> str | None:
    """Return what the article says that somebody is, at most 80 characters, or None."""
    for read in (_after, _noun_before, _before, _relative):
        for name in entity.names:
            role = read(paragraphs[name.paragraph], name, words, body=not entity.is_somebody)
            if role:
                return role
    return _title(entity, paragraphs, words)


def shorten(text: str, words: Lexicon) -> str:
    """Cut a role to what can be read, at a word, and not after a small one."""
    text = " ".join(text.split()).strip(" ,;:–—-")
    if len(text) <= LONGEST:
        return text
    cut = text[: LONGEST + 1].rsplit(" ", 1)[0]
    comma = cut.rfind(", ")
    if comma > LONGEST // 3:
        return cut[:comma]
    kept = cut.split(" ")
    while len(kept) > 1 and (kept[-1].lower() in words.dangling or kept[-1].endswith(("’s", "'s"))):
        kept.pop()
    return " ".join(kept).rstrip(" ,;:–—-")


def _after(paragraph: Paragraph, name: Name, words: Lexicon, *, body: bool) -> str | None:
    """Read an appositive: "Dana Wu, 54, head of the port authority, said"."""
    lowers = paragraph.lowers
    index = name.last_word
    if index >= len(lowers) or lowers[index] not in _OPENINGS:
        return None
    index += 1
    if index + 1 < len(lowers) and lowers[index].isdigit() and lowers[index + 1] == ",":
        index += 2
    if index >= len(lowers):
        return None
    end = description_end(paragraph, index, words)
    if not is_description(paragraph, index, end, words, body=body):
        return None
    return _text(paragraph, index, end, words)


def _noun_before(paragraph: Paragraph, name: Name, words: Lexicon, *, body: bool) -> str | None:
    """Read the noun that a name is set beside: "the mayor, Dana Wu, said"."""
    lowers = paragraph.lowers
    comma = name.first_word - 1
    closed = name.last_word < len(lowers) and lowers[name.last_word] in (",", ".")
    if comma < 1 or lowers[comma] != "," or not closed:
        return None
    phrase = phrase_ending(paragraph, paragraph.sentence_of(comma)[0], comma, words)
    if phrase is None:
        return None
    owned = POSSESSIVE in paragraph.kinds[phrase.first : comma]
    if lowers[phrase.first] not in words.determiners and not owned:
        return None
    if not is_description(paragraph, phrase.first, comma, words, body=body) and not owned:
        return None
    return _text(paragraph, phrase.first, comma, words)


def _before(paragraph: Paragraph, name: Name, words: Lexicon, *, body: bool) -> str | None:
    """Read what stands before a name: "port spokesman Abe Cole"."""
    lowers, kinds = paragraph.lowers, paragraph.kinds
    end = name.first_word
    first = paragraph.sentence_of(end)[0]
    begin = end
    while begin > first and end - begin < 8:
        before, kind = lowers[begin - 1], kinds[begin - 1]
        if kind is SIGN or kind is QUOTATION or before in words.determiners:
            break
        if kind is WORD and not within_description(before, words):
            break
        if before in words.days:
            break
        begin -= 1
    office = _of(paragraph, begin, end, first, words)
    if office or begin == end or not is_somebody(lowers[end - 1], words, body=body):
        return office
    while begin < end and kinds[begin] is POSSESSIVE:
        begin += 1
    return _text(paragraph, begin, end, words)


def _of(paragraph: Paragraph, begin: int, end: int, first: int, words: Lexicon) -> str | None:
    """Read an office that goes on after an "of": "Superintendent of Police Vandana Negi"."""
    office = begin - 2
    if begin == end or office < first:
        return None
    lower, link = paragraph.lowers[office], paragraph.lowers[begin - 1]
    held = link in words.of and is_somebody(lower, words)
    if not held and not (link in words.purposes and lower in words.name_titles):
        return None
    return _text(paragraph, office, end, words)


def _relative(
    paragraph: Paragraph,
    name: Name,
    words: Lexicon,
    *,
    body: bool,  # noqa: ARG001 (one signature)
) -> str | None:
    """Read "Lena Koh, who keeps the lock," for what it says of her."""
    lowers, kinds = paragraph.lowers, paragraph.kinds
    index = name.last_word
    if index + 2 >= len(lowers) or lowers[index] != "," or lowers[index + 1] not in words.who:
        return None
    verb = lowers[index + 2]
    if verb in words.verbs or not verb.endswith(words.present_endings) or verb in words.mere_verbs:
        return None
    end = index + 2
    last = min(len(lowers), index + _REACH)
    while end < last and kinds[end] not in (SIGN, QUOTATION):
        following = lowers[end + 1] if end + 1 < last else ""
        if lowers[end] in words.conjunctions and following in words.relatives:
            break  # "who runs the port and who ..."
        end += 1
    return _text(paragraph, index + 1, end, words)


def _title(entity: Entity, paragraphs: Sequence[Paragraph], words: Lexicon) -> str | None:
    """Return a title that the fullest name lacks."""
    if set(entity.fullest.titles) - words.plain_courtesies:
        return None
    for name in entity.names:
        if set(name.titles) - words.plain_courtesies:
            paragraph = paragraphs[name.paragraph]
            end = name.first_word + len(name.titles)
            return _text(paragraph, name.first_word, end, words)
    return None


def _text(paragraph: Paragraph, first: int, last: int, words: Lexicon) -> str | None:
    """Return a role's words: without "his", and without the capital of a sentence's first word."""
    if last - first > 1 and _is_owner(paragraph.lowers[first], words):
        first += 1
    if first >= last:
        return None
    text = paragraph.of(first, last).of(paragraph.text)
    placed = paragraph.opens_sentence(first) and paragraph.lowers[first] in words.people
    if placed and last - first > 1 and paragraph.kinds[first + 1] is CAPITAL:
        placed = False  # "Chief Executive"
    if paragraph.kinds[first] is WORD or placed:
        text = text[:1].lower() + text[1:]
    return shorten(_without_brackets(text), words) or None


def _is_owner(lower: str, words: Lexicon) -> bool:
    return lower in words.owners or lower in words.its


def _without_brackets(text: str) -> str:
    opening = text.find("(")
    closing = text.find(")", opening)
    if opening < 0:
        return text
    return text[:opening].rstrip() + (text[closing + 1 :] if closing > opening else "")
