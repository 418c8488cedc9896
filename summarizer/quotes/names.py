"""Names: the capitalised runs of a paragraph, taken apart into title, name proper and suffix."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.model import Span
from summarizer.quotes.descriptions import within_description
from summarizer.quotes.given import Gender, is_given
from summarizer.quotes.lexicon import Lexicon
from summarizer.quotes.words import Kind, Paragraph, Word, is_nickname

_LONGEST = 8  # words of a name; a longer run of capitals is a headline
_TWO = 2  # words of a name
_LIKE_MONTHS = frozenset(("april", "may", "june", "august", "jan"))  # given names too
_PARTY = re.compile(r"[dri]-")  # (D-Nev.)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as it stands: `core` is its words in lower case, without title and suffix.

    `span` has title and suffix; `end` is where the core ends, in the article.
    """

    span: Span
    core: tuple[str, ...]
    end: int
    titles: tuple[str, ...] = ()
    suffix: str = ""
    organisation: bool = False
    personal: bool = False  # whether "who" follows it
    owning: bool = False  # whether a possessive follows: Wu's
    kin: Gender | None = None  # of a relative named without a surname: "his wife, Noreen"
    acronym: str = ""  # in lower case, where brackets after the name introduce one
    paragraph: int = -1
    first_word: int = -1  # the words of its paragraph, with title and suffix
    last_word: int = -1

    @property
    def full(self) -> Span:
        """Give the name with the acronym in brackets after it."""
        return Span(self.span.start, self.span.end + len(self.acronym) + 3 * bool(self.acronym))

    @property
    def surname(self) -> str:
        """Give the last word of the name proper."""
        return self.core[-1]


def find_names(paragraph: Paragraph, number: int, words: Lexicon) -> list[Name]:
    """Give the names outside quotations of the article's paragraph `number`."""
    names = []
    index, count = 0, len(paragraph.words)
    while index < count:
        if paragraph.words[index].kind is not Kind.CAPITAL:
            index += 1
            continue
        last = _run_end(paragraph, index, words)
        name = _name(paragraph, number, index, last, words)
        if name is not None:
            names.append(name)
        index = last
    return names


def _run_end(paragraph: Paragraph, index: int, words: Lexicon) -> int:
    tokens = paragraph.words
    last = index + 1
    while last < len(tokens):
        if tokens[last].kind is Kind.CAPITAL:
            last += 1
            continue
        if is_nickname(paragraph, last):
            last += 2
            continue
        ahead = last
        while ahead < len(tokens) and ahead < last + 3 and tokens[ahead].lower in words.particles:
            ahead += 1
        if ahead == last or ahead == len(tokens) or tokens[ahead].kind is not Kind.CAPITAL:
            break
        last = ahead + 1
    return last


def _name(paragraph: Paragraph, number: int, first: int, last: int, words: Lexicon) -> Name | None:
    tokens = paragraph.words
    first, last = _without_days(tokens, first, last, words)
    core = _core(tokens[first:last], words) + first
    if core == first and last - first > _TWO:
        core = _after_nouns(paragraph, first, last, words)
    organisation = any(token.lower in words.organisations for token in tokens[core:last])
    if organisation:
        core = first
    title = core
    while title > first and tokens[title - 1].lower in words.name_titles:
        title -= 1
    title = _settled_title(tokens, first, title, core, words)
    if not 0 < last - core <= _LONGEST or _is_office(paragraph, core, last, words):
        return None
    suffix, end = _suffix(paragraph, last, words)
    proper = [token.lower for token in tokens[core:last] if token.kind is not Kind.QUOTATION]
    if proper[-1] in words.suffixes and len(proper) > 1:
        suffix, last_core = proper.pop(), last - 1
    else:
        last_core = last
    if _PARTY.match(proper[0]) or all(
        lower.removesuffix("s") in words.demonyms or lower in words.demonyms or lower in words.days
        for lower in proper
    ):
        return None
    whole = Span(tokens[title].start, tokens[end - 1].end)
    return Name(
        span=whole,
        owning=any(token.kind is Kind.POSSESSIVE for token in tokens[end : end + 1]),
        kin=_kin(paragraph, first, last, words),
        acronym=_acronym(paragraph, end, proper),
        core=tuple(proper),
        end=tokens[last_core - 1].end,
        titles=tuple(token.lower for token in tokens[title:core]),
        suffix=suffix,
        organisation=organisation,
        personal=_is_personal(paragraph, first, end, words),
        paragraph=number,
        first_word=title,
        last_word=end,
    )


def _is_personal(paragraph: Paragraph, first: int, end: int, words: Lexicon) -> bool:
    """Tell a person by the words beside the name: ", who", "identified only as"."""
    if any(token.lower == "who" for token in paragraph.words[end : end + 2]):
        return True
    before = [token.lower for token in paragraph.words[max(0, first - 3) : first]]
    return before[-1:] == ["as"] and any(lower in words.unnamed for lower in before)


def _without_days(tokens: Sequence[Word], first: int, last: int, words: Lexicon) -> tuple[int, int]:
    """Part a name from the day before or after it: "on Sunday Ann Lee said"."""
    while last > first and tokens[last - 1].lower in words.days:
        last -= 1
    while last > first + 1 and tokens[first].lower in words.days:
        if is_given(tokens[first].lower, words) or tokens[first].lower in _LIKE_MONTHS:
            break
        first += 1
    return first, last


def _settled_title(
    tokens: Sequence[Word], first: int, title: int, core: int, words: Lexicon
) -> int:
    """Leave an office with more before it to the role: "Environment Cabinet Secretary Ann Lee"."""
    more = title > first and tokens[title - 1].lower not in words.titles | words.demonyms
    return core if more and tokens[title].lower in words.offices else title


def _after_nouns(paragraph: Paragraph, first: int, last: int, words: Lexicon) -> int:
    """Find where a name of three words and more begins, past capitals that are none of it.

    They are a noun at a sentence's head, "Substitute Kwabena Mensah", or go on with an office:
    "Minister for Sport Aileen Campbell".
    """
    tokens = paragraph.words
    if paragraph.opens_sentence(first) and tokens[first].lower in words.people:
        return first + 1
    office = first > 1 and tokens[first - 1].lower in ("of", "for")
    if not office or tokens[first - 2].lower not in words.name_titles:
        return first
    given = (i for i in range(first + 1, last - 1) if is_given(tokens[i].lower, words))
    return next(given, first)


def _is_office(paragraph: Paragraph, core: int, last: int, words: Lexicon) -> bool:
    """Tell "the port's CEO" from King, who has a name like a title."""
    if last - core > 1 or core == 0 or paragraph.words[core].lower not in words.titles:
        return False
    before = paragraph.words[core - 1]
    if before.kind is Kind.WORD and within_description(before.lower, words):
        return True  # "the state's public health Commissioner"
    return before.kind is Kind.POSSESSIVE or before.lower in words.determiners


def _core(tokens: tuple[object, ...], words: Lexicon) -> int:
    """Find where the name proper begins: after titles, parties and the like."""
    lowers = [getattr(token, "lower", "") for token in tokens]
    begin = 0
    for index, lower in enumerate(lowers[:-1]):
        noun = lower in words.people and is_given(lowers[index + 1], words)
        noun = noun and len(lowers) - index > _TWO  # Guy Cecil is a name
        if lower in words.titles or lower in words.demonyms or noun:
            begin = index + 1
    for index in range(begin + 1, len(lowers) - 1):
        if is_given(lowers[index], words) and lowers[index - 1] in words.organisations:
            return index
    return begin


def _suffix(paragraph: Paragraph, last: int, words: Lexicon) -> tuple[str, int]:
    """Read a suffix after a comma: "Brennan, Jr."."""
    following = paragraph.words[last : last + 2]
    if len(following) == 2 and following[0].lower == "," and following[1].lower in words.suffixes:
        return following[1].lower, last + 2
    return "", last


def _kin(paragraph: Paragraph, first: int, last: int, words: Lexicon) -> Gender | None:
    """Read the gender of a relative set beside a name of one word: "his wife, Noreen, said"."""
    tokens = paragraph.words
    noun = first - 2 if first > 1 and tokens[first - 1].lower == "," else first - 1
    if last - first > 1 or noun < 1 or tokens[noun].lower not in words.kin:
        return None
    owned = tokens[noun - 1].kind is Kind.POSSESSIVE or tokens[noun - 1].lower in (
        words.his | words.her
    )
    if not owned:
        return None
    return Gender.MALE if tokens[noun].lower in words.male_nouns else Gender.FEMALE


def _acronym(paragraph: Paragraph, end: int, proper: list[str]) -> str:
    """Read the acronym in "the Baltic Pilots Union (BPU)"."""
    following = paragraph.words[end : end + 3]
    if len(following) < 3 or (following[0].lower, following[2].lower) != ("(", ")"):
        return ""
    text = paragraph.text[paragraph.words[end - 1].end : following[2].end]
    short = following[1].lower
    initials = {word[0] for word in proper}
    fits = len(proper) > 1 and len(short) > 1 and set(short) <= initials
    return short if fits and text == f" ({short.upper()})" else ""
