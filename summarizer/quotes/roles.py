"""Roles: what an article says that a person is, beside one of the names."""

from collections.abc import Sequence

from summarizer.quotes.lexicon import Lexicon
from summarizer.quotes.names import Name
from summarizer.quotes.people import Entity
from summarizer.quotes.phrases import is_speaker
from summarizer.quotes.preceding import phrase_ending
from summarizer.quotes.words import Kind, Paragraph, Word

LONGEST = 80
_REACH = 40  # words that a role is looked for in
_OPENINGS = frozenset((",", "("))
_CLOSINGS = frozenset((",", ".", ";", ")", "—", "–", "?", "!"))
_AGENTS = ("er", "or", "ist", "ian", "man", "woman")  # how English makes nouns for people
_SHORT = 4
_COURTESIES = frozenset(("mr", "mrs", "ms", "miss", "mx"))
_LEADING = frozenset(("the", "a", "an"))
_BRACKETS = {"(": ")", "[": "]"}


def role_of(entity: Entity, paragraphs: Sequence[Paragraph], words: Lexicon) -> str | None:
    """Give what the article says that somebody is, at most 80 characters, or None."""
    for read in (_after, _noun_before, _before, _relative):
        for name in entity.names:
            role = read(paragraphs[name.paragraph], name, words)
            if role:
                return role
    return _title(entity, paragraphs)


def shorten(text: str) -> str:
    """Cut a role to what can be read, at a word, and not after a small one."""
    text = " ".join(text.split()).strip(" ,;:–—-")
    if len(text) <= LONGEST:
        return text
    cut = text[: LONGEST + 1].rsplit(" ", 1)[0]
    comma = cut.rfind(", ")
    if comma > LONGEST // 3:
        return cut[:comma]
    kept = cut.split(" ")
    while len(kept) > 1 and (kept[-1].lower() in _SMALL or kept[-1].endswith(("’s", "'s"))):
        kept.pop()
    return " ".join(kept).rstrip(" ,;:–—-")


_SMALL = frozenset(
    """
    of the a an and in on to for with at by or who that which from as his her its their former
    under over about into
    """.split()  # noqa: SIM905 (a list of forty quoted words is hard to read)
)


def _after(paragraph: Paragraph, name: Name, words: Lexicon) -> str | None:
    """Read an appositive: "Dana Wu, 54, head of the port authority, said"."""
    tokens = paragraph.words
    index = name.last_word
    if index >= len(tokens) or tokens[index].lower not in _OPENINGS:
        return None
    index += 1
    if index + 1 < len(tokens) and tokens[index].lower.isdigit() and tokens[index + 1].lower == ",":
        index += 2
    if index >= len(tokens):
        return None
    end = _role_end(tokens, index, words)
    if not _begins_role(tokens[index], words) and not _is_office(tokens[index:end], words):
        return None
    if not _is_role(tokens, index, end, words):
        return None
    return _text(paragraph, index, end)


def _is_office(tokens: Sequence[Word], words: Lexicon) -> bool:
    """Tell "Additional Collector": capitals that end in a noun for somebody."""
    capitals = len(tokens) > 1 and all(token.kind is Kind.CAPITAL for token in tokens)
    return capitals and tokens[-1].lower in words.people | words.titles


def _is_role(tokens: Sequence[Word], index: int, end: int, words: Lexicon) -> bool:
    """Tell a role by a noun for somebody, known or made like one, or by how it is set apart."""
    if any(is_speaker(token.lower, words) for token in tokens[index:end]):
        return True
    if tokens[index].lower in words.articles:
        closing = tokens[end].lower if end < len(tokens) else "."
        return end - index > 1 and closing in _CLOSINGS
    likely = [t for t in tokens[index:end] if t.lower.endswith(_AGENTS) and len(t.lower) > _SHORT]
    capitals = all(token.kind is Kind.CAPITAL for token in tokens[index:end])
    return bool(likely) and (not capitals or end - index > 1)


def _begins_role(token: Word, words: Lexicon) -> bool:
    if token.kind is Kind.CAPITAL:
        return is_speaker(token.lower, words) or token.lower in words.demonyms
    if token.kind is not Kind.WORD or token.lower in words.relatives:
        return False
    determined = token.lower in words.determiners and token.lower not in words.it
    blocked = (
        token.lower in words.prepositions
        or token.lower in words.conjunctions
        or token.lower in words.verbs
        or token.lower in words.auxiliaries
        or token.lower in words.common_verbs
        or token.lower in words.adverbs
        or token.lower.endswith(("ing", "ed", "ly"))
    )
    return determined or not blocked


def _role_end(tokens: Sequence[Word], index: int, words: Lexicon) -> int:
    """Find where a role ends: at a comma, a verb, a relative clause or a quotation."""
    bracket = ""
    last = min(len(tokens), index + _REACH)
    while index < last:
        token = tokens[index]
        if bracket:
            bracket = "" if token.lower == bracket else bracket
        elif token.lower in _BRACKETS:
            bracket = _BRACKETS[token.lower]
        elif (
            token.kind is Kind.QUOTATION
            or token.lower in (",", ".", ";", ":", "?", "!", "—", "--", ")")
            or token.lower in words.verbs
            or token.lower in words.relatives
            or (token.kind is Kind.WORD and token.lower in words.common_verbs)
        ):
            break
        index += 1
    return index


def _noun_before(paragraph: Paragraph, name: Name, words: Lexicon) -> str | None:
    """Read the noun that a name is set beside: "the mayor, Dana Wu, said"."""
    tokens = paragraph.words
    comma = name.first_word - 1
    closed = name.last_word < len(tokens) and tokens[name.last_word].lower in (",", ".")
    if comma < 1 or tokens[comma].lower != "," or not closed:
        return None
    phrase = phrase_ending(paragraph, paragraph.sentence_of(comma)[0], comma, words)
    if phrase is None:
        return None
    owned = any(token.kind is Kind.POSSESSIVE for token in tokens[phrase.first : comma])
    if tokens[phrase.first].lower not in words.determiners and not owned:
        return None
    if not is_speaker(tokens[phrase.last - 1].lower, words):
        return None
    return _text(paragraph, phrase.first, comma)


def _before(paragraph: Paragraph, name: Name, words: Lexicon) -> str | None:
    """Read what stands before a name: "port spokesman Abe Cole"."""
    tokens = paragraph.words
    end = name.first_word
    first = paragraph.sentence_of(end)[0]
    begin = end
    while begin > first and end - begin < 8:
        token = tokens[begin - 1]
        if token.kind in (Kind.SIGN, Kind.QUOTATION) or token.lower in words.determiners:
            break
        if token.kind is Kind.WORD and not _within_role(token.lower, words):
            break
        if token.lower in words.days:
            break
        begin -= 1
    if begin == end or not is_speaker(tokens[end - 1].lower, words):
        return None
    while begin < end and tokens[begin].kind is Kind.POSSESSIVE:
        begin += 1
    return _text(paragraph, begin, end)


def _within_role(lower: str, words: Lexicon) -> bool:
    return not (
        lower in words.prepositions
        or lower in words.conjunctions
        or lower in words.verbs
        or lower in words.weak_verbs
        or lower in words.common_verbs
        or lower in words.auxiliaries
        or lower in words.adverbs
        or lower in words.relatives
        or lower in words.participles
        or lower.endswith("ing")
    )


def _relative(paragraph: Paragraph, name: Name, words: Lexicon) -> str | None:
    """Read "Dana Wu, who runs the port," for what it says of her."""
    tokens = paragraph.words
    index = name.last_word
    if index + 2 >= len(tokens) or tokens[index].lower != "," or tokens[index + 1].lower != "who":
        return None
    verb = tokens[index + 2].lower
    if verb in words.verbs or not verb.endswith("s") or verb in ("has", "was"):
        return None
    end = index + 2
    last = min(len(tokens), index + _REACH)
    while end < last and tokens[end].kind not in (Kind.SIGN, Kind.QUOTATION):
        end += 1
    return _text(paragraph, index + 1, end)


def _title(entity: Entity, paragraphs: Sequence[Paragraph]) -> str | None:
    """Give a title that the fullest name lacks."""
    if set(entity.fullest.titles) - _COURTESIES:
        return None
    for name in entity.names:
        if set(name.titles) - _COURTESIES:
            paragraph = paragraphs[name.paragraph]
            end = name.first_word + len(name.titles)
            return _text(paragraph, name.first_word, end)
    return None


def _text(paragraph: Paragraph, first: int, last: int) -> str | None:
    if first >= last:
        return None
    text = paragraph.of(first, last).of(paragraph.text)
    return shorten(_without_brackets(text)) or None


def _without_brackets(text: str) -> str:
    opening = text.find("(")
    closing = text.find(")", opening)
    if opening < 0:
        return text
    return text[:opening].rstrip() + (text[closing + 1 :] if closing > opening else "")
