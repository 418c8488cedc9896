"""Clauses: whose verb a cue is."""

from summarizer.languages.lexicon import Lexicon
from summarizer.quotes.syntax.cues import REACH, is_cue, is_participle
from summarizer.quotes.syntax.phrases import NAME, PRONOUN, Phrase, can_speak, phrase_at
from summarizer.quotes.syntax.preceding import beginning, phrase_ending
from summarizer.quotes.syntax.words import CAPITAL, POSSESSIVE, QUOTATION, SIGN, WORD, Paragraph

_BREAKS = frozenset((",", ")", "—", "–", "-", "--", ";"))


def subject_of(
    paragraph: Paragraph, first: int, verb: int, last: int, words: Lexicon
) -> Phrase | None:
    """Find the subject of the verb at `verb` between the words `first` and `last`."""
    first = max(first, verb - REACH)
    lowers, kinds = paragraph.lowers, paragraph.kinds
    index = verb - 1
    while index >= first and _passed(lowers[index], words):
        index -= 1
    found = _agent(paragraph, verb, last, words)
    finite = not is_participle(lowers[verb], words)
    opens = index < first or lowers[index] in _BREAKS or kinds[index] is QUOTATION
    if found is None and finite and opens:
        found = _inverted(paragraph, verb, last, words)
    if found is None and index >= first:
        found = _subject_up_to(paragraph, first, index, verb, words)
    return found


def _subject_up_to(
    paragraph: Paragraph, first: int, index: int, verb: int, words: Lexicon
) -> Phrase | None:
    """Find the subject whose words end at `index`, of a verb with nothing but adverbs between."""
    lowers, kinds = paragraph.lowers, paragraph.kinds
    before = lowers[index]
    if before in words.relatives:
        return phrase_ending(paragraph, first, _before_comma(paragraph, index), words)
    participle = is_participle(lowers[verb], words)
    if participle and kinds[index] is CAPITAL:  # "with Wu noting"
        begin = beginning(paragraph, first, index + 1, words)
        if begin > first and lowers[begin - 1] in words.company:
            return phrase_at(paragraph, begin, index + 1, words)
    if participle or before in words.conjunctions or before in _BREAKS:
        broken = before in words.conjunctions or kinds[index] is not WORD
        return _shared_subject(paragraph, first, index if broken else index + 1, words)
    if kinds[index] in (SIGN, QUOTATION):
        return first_subject(paragraph, first, index, words)
    phrase = phrase_ending(paragraph, first, index + 1, words)
    agent = (
        phrase is not None
        and phrase.first > first
        and (
            lowers[phrase.first - 1] in words.by  # "a report seen by Wu warned"
        )
    )
    if (
        phrase is not None
        and not agent
        and (can_speak(paragraph, phrase, words) or index + 1 == verb)
    ):
        return phrase
    return first_subject(paragraph, first, index + 1, words) or phrase


def first_subject(paragraph: Paragraph, first: int, last: int, words: Lexicon) -> Phrase | None:
    """Find the first phrase of a clause that can speak and is no part of what leads into it."""
    lowers, kinds = paragraph.lowers, paragraph.kinds
    index, led = first, False
    while index < last:
        lower = lowers[index]
        if lower in words.coordinators:
            index += 1
            continue
        if lower in words.like and _named_apart(paragraph, index + 1, last, words):
            index += 1
            continue
        if _leads_in(lower, words) and not _counts(paragraph, index, last, words):
            comma = _next_comma(paragraph, index, last)
            if comma == last:
                return None
            index, led = comma + 1, True
            continue
        phrase = phrase_at(paragraph, index, last, words)
        if phrase is None:
            index += 1
        elif phrase.last < last and kinds[phrase.last] is POSSESSIVE:
            index = phrase.last + 1  # whose it is, in "Wu's “devastated” owner, Ann Lee, said"
        elif can_speak(paragraph, phrase, words) and not (
            led and _still_leading(paragraph, phrase, last)
        ):
            return phrase
        else:
            index = phrase.last
    return None


def _counts(paragraph: Paragraph, index: int, last: int, words: Lexicon) -> bool:
    """Distinguish "about 50 protesters" from "about the protesters"; a name leads into nothing."""
    if paragraph.kinds[index] is not WORD:
        return True
    following = paragraph.lowers[index + 1] if index + 1 < last else ""
    return paragraph.lowers[index] in words.determiners and (
        following.isdigit() or following in words.determiners - words.articles
    )


def _named_apart(paragraph: Paragraph, index: int, last: int, words: Lexicon) -> bool:
    """Distinguish the subject in "As Wu, head of the port, put it" from one with a verb at once."""
    phrase = phrase_at(paragraph, index, last, words)
    if phrase is None or phrase.head is not NAME:
        return False
    return phrase.last == last or paragraph.lowers[phrase.last] == ","


def _agent(paragraph: Paragraph, verb: int, last: int, words: Lexicon) -> Phrase | None:
    """Read the speaker of a passive: "was asked by Wu"."""
    lowers = paragraph.lowers
    if lowers[verb - 1] not in words.be:
        return None
    if verb + 1 >= last or lowers[verb + 1] not in words.by:
        return None
    return phrase_at(paragraph, verb + 2, last, words)


def _inverted(paragraph: Paragraph, verb: int, last: int, words: Lexicon) -> Phrase | None:
    """Read the speaker after the verb: "The port, says Wu, is closed"."""
    if paragraph.lowers[verb] in words.spoken_at:
        return None
    phrase = phrase_at(paragraph, verb + 1, last, words)
    if phrase is None or phrase.head is PRONOUN or not can_speak(paragraph, phrase, words):
        return None
    if phrase.last >= len(paragraph):
        return phrase
    following, kind = paragraph.lowers[phrase.last], paragraph.kinds[phrase.last]
    if kind is SIGN or following in words.relatives:
        return phrase
    if not words.cased and following in words.auxiliaries:  # وأكد المتحدث أن
        return phrase
    named = phrase.head is NAME and kind is WORD
    return phrase if named and following in words.prepositions else None


def _shared_subject(paragraph: Paragraph, first: int, index: int, words: Lexicon) -> Phrase | None:
    """Find the subject that a verb shares with an earlier one: "Wu left, saying"."""
    for earlier in range(index - 1, first - 1, -1):
        lower = paragraph.lowers[earlier]
        if lower in words.nearer and earlier > first:
            nearer = first_subject(paragraph, earlier + 1, index, words)
            if nearer is not None and _has_verb(paragraph, nearer, index, words):
                return nearer
        infinitive = earlier > first and paragraph.lowers[earlier - 1] in words.infinitives
        if lower in words.verbs and not infinitive and is_cue(paragraph, earlier, words):
            shared = subject_of(paragraph, first, earlier, index, words)
            if shared is not None and can_speak(paragraph, shared, words):
                return shared
            break  # that one has looked at all the earlier ones
    return first_subject(paragraph, first, index, words)


def _has_verb(paragraph: Paragraph, phrase: Phrase, last: int, words: Lexicon) -> bool:
    """Distinguish a clause "as Wu left" from a mere phrase, "as head of the port"."""
    if phrase.last >= last:
        return False
    following = paragraph.lowers[phrase.last]
    return paragraph.kinds[phrase.last] is WORD and not (
        following in words.prepositions or following in words.conjunctions
    )


def _before_comma(paragraph: Paragraph, index: int) -> int:
    return index - 1 if index and paragraph.lowers[index - 1] == "," else index


def _passed(lower: str, words: Lexicon) -> bool:
    return (
        lower in words.auxiliaries
        or lower in words.adverbs
        or (lower.endswith(words.adverb_endings) and len(lower) > 4)
    )


def _leads_in(lower: str, words: Lexicon) -> bool:
    return (
        lower in words.prepositions
        or lower in words.conjunctions
        or (lower.endswith(words.participle_endings) and len(lower) > 4)
        or lower in words.leading_participles
    )


def _still_leading(paragraph: Paragraph, phrase: Phrase, last: int) -> bool:
    """Recognise the state in "In Ames, Iowa, Wu said": it stands between commas after a place."""
    lowers, kinds = paragraph.lowers, paragraph.kinds
    if phrase.last >= last or lowers[phrase.last] != ",":
        return False
    return phrase.first > 1 and kinds[phrase.first - 2] is CAPITAL


def _next_comma(paragraph: Paragraph, index: int, last: int) -> int:
    while index < last and paragraph.lowers[index] != ",":
        index += 1
    return index
