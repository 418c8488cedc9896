"""What stands in and beside a name: titles, offices, suffixes, acronyms, relatives."""

from collections.abc import Sequence

from summarizer.quotes.descriptions import within_description
from summarizer.quotes.given import FEMALE, MALE, Gender, is_given
from summarizer.quotes.lexicon import Lexicon
from summarizer.quotes.words import POSSESSIVE, WORD, Paragraph, Word

_LIKE_MONTHS = frozenset(("april", "may", "june", "august", "jan"))  # given names too


def suffix_after(paragraph: Paragraph, last: int, words: Lexicon) -> tuple[str, int]:
    """Read a suffix after a comma: "Brennan, Jr."."""
    following = paragraph.words[last : last + 2]
    if len(following) == 2 and following[0].lower == "," and following[1].lower in words.suffixes:
        return following[1].lower, last + 2
    return "", last


def acronym_after(paragraph: Paragraph, end: int, proper: list[str]) -> str:
    """Read the acronym in "the Baltic Pilots Union (BPU)"."""
    following = paragraph.words[end : end + 3]
    if len(following) < 3 or (following[0].lower, following[2].lower) != ("(", ")"):
        return ""
    text = paragraph.text[paragraph.words[end - 1].end : following[2].end]
    short = following[1].lower
    initials = {word[0] for word in proper}
    fits = len(proper) > 1 and len(short) > 1 and set(short) <= initials
    return short if fits and text == f" ({short.upper()})" else ""


def kin_gender(paragraph: Paragraph, first: int, last: int, words: Lexicon) -> Gender | None:
    """Read the gender of a relative set beside a name of one word: "his wife, Noreen, said"."""
    tokens = paragraph.words
    noun = first - 2 if first > 1 and tokens[first - 1].lower == "," else first - 1
    if last - first > 1 or noun < 1 or tokens[noun].lower not in words.kin:
        return None
    owned = tokens[noun - 1].kind is POSSESSIVE or tokens[noun - 1].lower in (words.his | words.her)
    if not owned:
        return None
    return MALE if tokens[noun].lower in words.male_nouns else FEMALE


def is_personal(paragraph: Paragraph, first: int, end: int, words: Lexicon) -> bool:
    """Tell a person by the words beside the name: ", who", "identified only as"."""
    if any(token.lower == "who" for token in paragraph.words[end : end + 2]):
        return True
    before = [token.lower for token in paragraph.words[max(0, first - 3) : first]]
    return before[-1:] == ["as"] and any(lower in words.unnamed for lower in before)


def is_office(paragraph: Paragraph, core: int, last: int, words: Lexicon) -> bool:
    """Tell "the port's CEO" from King, who has a name like a title."""
    if last - core > 1 or core == 0 or paragraph.words[core].lower not in words.titles:
        return False
    before = paragraph.words[core - 1]
    if before.kind is WORD and within_description(before.lower, words):
        return True  # "the state's public health Commissioner"
    return before.kind is POSSESSIVE or before.lower in words.determiners


def start_after_nouns(paragraph: Paragraph, first: int, last: int, words: Lexicon) -> int:
    """Find where a name of three words and more begins, past capitals that are none of it.

    They are a noun at a sentence's head, "Substitute Kwabena Mensah", or go on with an office:
    "Minister for Sport Aileen Campbell".
    """
    tokens = paragraph.words
    if paragraph.opens_sentence(first) and tokens[first].lower in words.people:
        return first + 1
    if words.capitalised:  # "Klimaforscherin Anna Berg"
        return next(
            (i for i in range(first + 1, last - 1) if is_given(tokens[i].lower, words)), first
        )
    office = first > 1 and tokens[first - 1].lower in ("of", "for")
    if not office or tokens[first - 2].lower not in words.name_titles:
        return first
    given = (i for i in range(first + 1, last - 1) if is_given(tokens[i].lower, words))
    return next(given, first)


def settled_title(tokens: Sequence[Word], first: int, title: int, core: int, words: Lexicon) -> int:
    """Leave an office with more before it to the role: "Environment Cabinet Secretary Ann Lee"."""
    more = title > first and tokens[title - 1].lower not in words.titles | words.demonyms
    return core if more and tokens[title].lower in words.offices else title


def without_days(tokens: Sequence[Word], first: int, last: int, words: Lexicon) -> tuple[int, int]:
    """Part a name from the day before or after it: "on Sunday Ann Lee said"."""
    while last > first and tokens[last - 1].lower in words.days:
        last -= 1
    while last > first + 1 and tokens[first].lower in words.days:
        if is_given(tokens[first].lower, words) or tokens[first].lower in _LIKE_MONTHS:
            break
        first += 1
    return first, last
