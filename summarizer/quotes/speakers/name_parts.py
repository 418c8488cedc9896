"""What stands in and beside a name: titles, offices, suffixes, acronyms, relatives."""

from collections.abc import Sequence

from summarizer.languages.lexicon import Lexicon
from summarizer.quotes.speakers.given import FEMALE, MALE, Gender, is_given
from summarizer.quotes.syntax.descriptions import within_description
from summarizer.quotes.syntax.words import POSSESSIVE, WORD, Paragraph


def suffix_after(paragraph: Paragraph, last: int, words: Lexicon) -> tuple[str, int]:
    """Read a suffix after a comma: "Brennan, Jr."."""
    following = paragraph.lowers[last : last + 2]
    if len(following) == 2 and following[0] == "," and following[1] in words.suffixes:
        return following[1], last + 2
    return "", last


def acronym_after(paragraph: Paragraph, end: int, proper: Sequence[str]) -> str:
    """Read the acronym in "the Baltic Pilots Union (BPU)"."""
    following = paragraph.lowers[end : end + 3]
    if following[:1] != ("(",) or following[2:] != (")",):
        return ""
    text = paragraph.text[paragraph.ends[end - 1] : paragraph.ends[end + 2]]
    short = following[1]
    initials = {word[0] for word in proper}
    fits = len(proper) > 1 and len(short) > 1 and set(short) <= initials
    return short if fits and text == f" ({short.upper()})" else ""


def kin_gender(paragraph: Paragraph, first: int, last: int, words: Lexicon) -> Gender | None:
    """Read the gender of a relative set beside a name of one word: "his wife, Noreen, said"."""
    if last - first > 1:
        return None
    lowers = paragraph.lowers
    noun = first - 2 if first > 1 and lowers[first - 1] == "," else first - 1
    if noun < 1 or lowers[noun] not in words.kin:
        return None
    if paragraph.kinds[noun - 1] is not POSSESSIVE and lowers[noun - 1] not in words.owners:
        return None
    return MALE if lowers[noun] in words.male_nouns else FEMALE


def is_personal(paragraph: Paragraph, first: int, end: int, words: Lexicon) -> bool:
    """Recognise a person by the words beside the name: ", who", "identified only as"."""
    if not words.who.isdisjoint(paragraph.lowers[end : end + 2]):
        return True
    if not first or paragraph.lowers[first - 1] not in words.like:
        return False
    return not words.unnamed.isdisjoint(paragraph.lowers[max(0, first - 3) : first])


def is_office(paragraph: Paragraph, core: int, last: int, words: Lexicon) -> bool:
    """Distinguish "the port's CEO" from King, who has a name like a title."""
    if last - core > 1 or core == 0 or paragraph.lowers[core] not in words.titles:
        return False
    before, kind = paragraph.lowers[core - 1], paragraph.kinds[core - 1]
    if kind is WORD and within_description(before, words):
        return True  # "the state's public health Commissioner"
    return kind is POSSESSIVE or before in words.determiners


def start_after_nouns(paragraph: Paragraph, first: int, last: int, words: Lexicon) -> int:
    """Find where a name of three words and more begins, past capitals that are none of it.

    They are a noun at a sentence's head, "Substitute Kwabena Mensah", or go on with an office:
    "Minister for Sport Aileen Campbell".
    """
    lowers = paragraph.lowers
    if paragraph.opens_sentence(first) and lowers[first] in words.people:
        return first + 1
    if words.capitalised:  # "Klimaforscherin Anna Berg"
        return next((i for i in range(first + 1, last - 1) if is_given(lowers[i], words)), first)
    office = first > 1 and (lowers[first - 1] in words.of or lowers[first - 1] in words.purposes)
    if not office or lowers[first - 2] not in words.name_titles:
        return first
    given = (i for i in range(first + 1, last - 1) if is_given(lowers[i], words))
    return next(given, first)


def settled_title(lowers: Sequence[str], first: int, title: int, core: int, words: Lexicon) -> int:
    """Leave an office with more before it to the role: "Environment Cabinet Secretary Ann Lee"."""
    more = title > first and lowers[title - 1] not in words.ranked
    return core if more and lowers[title] in words.offices else title


def without_days(lowers: Sequence[str], first: int, last: int, words: Lexicon) -> tuple[int, int]:
    """Part a name from the day before or after it: "on Sunday Ann Lee said"."""
    while last > first and lowers[last - 1] in words.days:
        last -= 1
    while last > first + 1 and lowers[first] in words.days:
        if is_given(lowers[first], words) or lowers[first] in words.like_months:
            break
        first += 1
    return first, last
