"""Names: the capitalised runs of a paragraph, taken apart into title, name proper and suffix."""

from dataclasses import dataclass

from summarizer.languages.lexicon import Lexicon
from summarizer.model import Span
from summarizer.quotes.speakers.given import Gender, is_given
from summarizer.quotes.speakers.name_parts import (
    acronym_after,
    is_office,
    is_personal,
    kin_gender,
    settled_title,
    start_after_nouns,
    suffix_after,
    without_days,
)
from summarizer.quotes.syntax.words import (
    CAPITAL,
    POSSESSIVE,
    QUOTATION,
    SIGN,
    Paragraph,
    is_nickname,
)

_LONGEST = 8  # words of a name; a longer run of capitals is a headline
_TWO = 2  # words of a name


@dataclass(slots=True, kw_only=True, eq=False)  # frozen ones take three times as long to make
class Name:
    """A name as it stands: `core` is its words in lower case, without title and suffix.

    It stands from `start` up to `stop` with title and suffix; `end` is where the core ends.
    """

    start: int
    stop: int
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
    def span(self) -> Span:
        """Return the name with title and suffix."""
        return Span(self.start, self.stop)

    @property
    def full(self) -> Span:
        """Return the name with the acronym in brackets after it."""
        return Span(self.start, self.stop + len(self.acronym) + 3 * bool(self.acronym))

    @property
    def surname(self) -> str:
        """Return the last word of the name proper."""
        return self.core[-1]


def find_names(paragraph: Paragraph, number: int, words: Lexicon) -> list[Name]:
    """Return the names outside quotations of the article's paragraph `number`."""
    names = []
    last = 0
    for index in paragraph.capitals:
        if index < last:
            continue
        last = _run_end(paragraph, index, words)
        name = _name(paragraph, number, index, last, words)
        if name is not None:
            names.append(name)
    return names


def _run_end(paragraph: Paragraph, index: int, words: Lexicon) -> int:
    lowers, kinds = paragraph.lowers, paragraph.kinds
    last = index + 1
    while last < len(lowers):
        if kinds[last] is CAPITAL:
            last += 1
            continue
        if kinds[last] is QUOTATION and is_nickname(paragraph, last):
            last += 2
            continue
        ahead = last
        while ahead < len(lowers) and ahead < last + 3 and lowers[ahead] in words.particles:
            ahead += 1
        if ahead == last or ahead == len(lowers) or kinds[ahead] is not CAPITAL:
            break
        last = ahead + 1
    return last


def _name(paragraph: Paragraph, number: int, first: int, last: int, words: Lexicon) -> Name | None:
    lowers, kinds = paragraph.lowers, paragraph.kinds
    first, last = without_days(lowers, first, last, words)
    core = first
    if last - first > 1:
        core += _core(lowers[first:last], words)
    if core == first and last - first > _TWO:
        core = start_after_nouns(paragraph, first, last, words)
    organisation = not words.organisations.isdisjoint(lowers[core:last])
    if organisation:
        core = first
    title = core
    while title > first and lowers[title - 1] in words.name_titles:
        title -= 1
    if title > first:
        title = settled_title(lowers, first, title, core, words)
    if not 0 < last - core <= _LONGEST or is_office(paragraph, core, last, words):
        return None
    signed = last < len(kinds) and kinds[last] is SIGN
    suffix, end = suffix_after(paragraph, last, words) if signed else ("", last)
    proper = lowers[core:last]
    if last - core > 1 and QUOTATION in kinds[core:last]:  # a nickname alone is all the name
        proper = tuple(
            lowers[index] for index in range(core, last) if kinds[index] is not QUOTATION
        )
    core_end = last
    if len(proper) > 1 and proper[-1] in words.suffixes:
        suffix, proper, core_end = proper[-1], proper[:-1], last - 1
    if proper[0].startswith(words.parties) or words.nameless.issuperset(proper):
        return None
    return Name(
        start=paragraph.start_of(title),
        stop=paragraph.ends[end - 1],
        owning=end < len(kinds) and kinds[end] is POSSESSIVE,
        kin=kin_gender(paragraph, first, last, words),
        acronym=acronym_after(paragraph, end, proper) if signed else "",
        core=proper,
        end=paragraph.ends[core_end - 1],
        titles=lowers[title:core],
        suffix=suffix,
        organisation=organisation,
        personal=is_personal(paragraph, first, end, words),
        paragraph=number,
        first_word=title,
        last_word=end,
    )


def _core(lowers: tuple[str, ...], words: Lexicon) -> int:
    """Find where the name proper begins: after titles, parties and the like."""
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
