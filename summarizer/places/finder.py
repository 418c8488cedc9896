"""From an article taken apart to its places: toponyms, then which place, then in what order."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.model import Parsed, PassageKind, Place, Span
from summarizer.places.abroad import weights_abroad
from summarizer.places.choice.containers import mark_containers
from summarizer.places.choice.context import Context, read_context
from summarizer.places.choice.resolution import SORTS, choose
from summarizer.places.evidence.article import read
from summarizer.places.evidence.company import weigh_again
from summarizer.places.evidence.evidence import evidence
from summarizer.places.evidence.opinion import weigh_opinions
from summarizer.places.evidence.surroundings import said_of
from summarizer.places.evidence.words import Words, words
from summarizer.places.gazetteer.gazetteer import Entry, Gazetteer
from summarizer.places.gazetteer.layout import CITY, COUNTRY, FIRST_DIVISION
from summarizer.places.home import find_home
from summarizer.places.ranking import rank
from summarizer.places.toponyms.cutting import read_paragraphs
from summarizer.places.toponyms.finding import find_toponyms, sifted
from summarizer.places.toponyms.peoples import find_peoples
from summarizer.places.toponyms.tokens import Paragraph
from summarizer.places.toponyms.toponym import Toponym
from summarizer.places.toponyms.unresolved import find_unresolved
from summarizer.places.toponyms.wholes import part_of_other
from summarizer.places.weights import ChoiceWeights, Weights, fitted_weights
from summarizer.text.entities import Recognizer

_ENOUGH = 0.25  # weight: a place too many misleads a reader more than one that is missing
_FAMOUS = 500_000  # inhabitants
_STATES = (COUNTRY, FIRST_DIVISION)
_KINDS = (PassageKind.HEADLINE, PassageKind.DECK, PassageKind.BODY, PassageKind.CAPTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The places of an article, best first, and the names of places that nothing resolves."""

    places: tuple[Place, ...] = ()
    unresolved: tuple[Span, ...] = ()


def find_places(
    parsed: Parsed,
    gazetteer: Gazetteer,
    *,
    home: str | None = None,
    recognizer: Recognizer | None = None,
    weights: Weights | None = None,
) -> Places:
    """Find the places that an article speaks of.

    `home` is where most of the news is from; a recognizer is asked where there is doubt. Other
    `weights` than the fitted ones are for fitting them.
    """
    known = words(parsed.language)
    paragraphs = read_paragraphs(parsed, _KINDS)
    toponyms, context = weigh(
        parsed, paragraphs, gazetteer, find_home(home, gazetteer), weights or fitted_weights()
    )
    if recognizer is not None:
        weigh_opinions(parsed, toponyms, recognizer)
    meant = [
        toponym
        for toponym in toponyms
        if toponym.weight > _ENOUGH
        and not part_of_other(toponym, paragraphs[toponym.paragraph].tokens, known)
    ]
    return Places(
        places=rank(parsed, paragraphs, meant, context.peoples, gazetteer, words=known),
        unresolved=find_unresolved(parsed, paragraphs, meant, known),
    )


def weigh(
    parsed: Parsed,
    paragraphs: Sequence[Paragraph],
    gazetteer: Gazetteer,
    home: Entry | None,
    weights: Weights,
) -> tuple[Sequence[Toponym], Context]:
    """Return every toponym with its weight as a place and the entry it means."""
    known = words(parsed.language)
    mention = weights.mention if known.tongue.english else weights_abroad(parsed.language)
    # A name that is part of the outlet's in the dateline, "(Kurdistan 24)", is none of a place.
    outlet = parsed.dateline.source if parsed.dateline else None
    toponyms = [
        toponym
        for number, paragraph in enumerate(paragraphs)
        for toponym in find_toponyms(paragraph, number, gazetteer, known)
        if not _is_people(toponym, paragraph, gazetteer)
        and (outlet is None or not outlet.covers(toponym.span))
    ]
    unknown = mark_containers(toponyms, paragraphs, known)
    toponyms = [toponym for toponym in toponyms if toponym not in unknown]
    _mark(toponyms, parsed, paragraphs, known)
    renowned = {(one.paragraph, one.first): one.last for one in toponyms if _is_renowned(one)}
    overview = read(paragraphs, known, renowned)
    for toponym in toponyms:
        toponym.evidence = evidence(toponym, overview)
        toponym.weight = sum([mention.get(name, 0.0) for name in toponym.evidence])
    context = read_context(toponyms, find_peoples(paragraphs, gazetteer), gazetteer, home)
    _resolve(toponyms, context, known, weights.choice)
    weigh_again(toponyms, paragraphs, context, known, weights)
    return toponyms, context


def _is_renowned(toponym: Toponym) -> bool:
    """Return whether a name is a country's, a state's or a well-known place's."""
    return not toponym.abbreviated and any(
        entry.prominent or (entry.kind in _STATES and entry.own_name)
        for entry in toponym.candidates
    )


def _is_people(toponym: Toponym, paragraph: Paragraph, gazetteer: Gazetteer) -> bool:
    """Return whether a name is that of a people first: "Polish", "German"."""
    if not toponym.single or gazetteer.people(paragraph.tokens[toponym.first].lower) is None:
        return False
    return all(entry.kind is not COUNTRY for entry in toponym.candidates)


def _mark(
    toponyms: Sequence[Toponym], parsed: Parsed, paragraphs: Sequence[Paragraph], known: Words
) -> None:
    """Note what stands beside the toponyms, and sift their candidates by it."""
    where = parsed.dateline.place if parsed.dateline else None
    for toponym in toponyms:
        toponym.said = said_of(toponym, paragraphs[toponym.paragraph].tokens, known)
        toponym.candidates = sifted(toponym.candidates, toponym.said)
        toponym.dateline = where is not None and where.covers(toponym.span)


def _resolve(
    toponyms: Sequence[Toponym], context: Context, known: Words, weights: ChoiceWeights
) -> None:
    """Return each name one place in the article, but where it says itself which one it means."""
    by_key: defaultdict[str, list[Toponym]] = defaultdict(list)
    for toponym in toponyms:
        by_key[toponym.key].append(toponym)
    for mentions in by_key.values():
        said = next((m for m in mentions if m.container is not None), None)
        teller = said or mentions[0]
        sense = choose(teller, context, weights)
        for toponym in mentions:
            own = toponym.container or toponym.dateline or toponym.contains
            own = own or (toponym.said is not None and toponym.said != SORTS.get(sense.kind))
            alone = own and toponym is not teller
            toponym.entry = choose(toponym, context, weights) if alone else sense
            if said is not None and (toponym.dateline or _comes_before(toponym, said)):
                toponym.entry = _famous(toponym, sense) or toponym.entry
    _shorten(toponyms, known)


def _comes_before(toponym: Toponym, said: Toponym) -> bool:
    """Return whether a bare name stands before "Paris, Texas" in the same paragraph."""
    return toponym.paragraph == said.paragraph and toponym.first < said.first


def _famous(toponym: Toponym, other: Entry) -> Entry | None:
    """Return the far larger city that a bare "Paris" means beside a "Paris, Texas"."""
    if toponym.container is not None:
        return None
    cities = [entry for entry in toponym.candidates if entry.kind is CITY]
    largest = max(cities, key=lambda entry: entry.population, default=other)
    return largest if largest.population >= max(_FAMOUS, 10 * other.population) else None


def _shorten(toponyms: Sequence[Toponym], known: Words) -> None:
    """Let "Avondale" mean Avondale Estates where the article names that too."""
    long = {
        toponym.key.split()[0]: toponym.entry
        for toponym in toponyms
        if toponym.key.count(" ") == 1
        and toponym.weight > 0
        and toponym.key.split()[1] in known.shortened
        and toponym.entry is not None
        and toponym.entry.kind is CITY
    }
    for toponym in toponyms:
        entry = long.get(toponym.key)
        if entry and toponym.container is None and all(c.kind is CITY for c in toponym.candidates):
            toponym.entry = entry
