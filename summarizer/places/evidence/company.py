"""The company a toponym keeps: what the article's other toponyms say of its being a place."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from summarizer.places.choice.context import Context, nearness
from summarizer.places.evidence.evidence import ENGLISH
from summarizer.places.evidence.words import Words
from summarizer.places.gazetteer.layout import CITY, SECOND_DIVISION
from summarizer.places.toponyms.tokens import Joint, Paragraph
from summarizer.places.toponyms.toponym import Toponym
from summarizer.places.weights import Weights

_LOCAL = (CITY, SECOND_DIVISION)
_JOINTS = (Joint.COMMA, Joint.SPACE)
_SURE = 1.0
_SMALL = 200_000  # inhabitants: a larger city needs no company


def weigh_again(
    toponyms: Sequence[Toponym],
    paragraphs: Sequence[Paragraph],
    context: Context,
    words: Words,
    weights: Weights,
) -> None:
    """Weigh every toponym once more, by the first weights of the others."""
    by_key: defaultdict[str, list[Toponym]] = defaultdict(list)
    for toponym in toponyms:
        by_key[toponym.key].append(toponym)
    lean = {toponym: leaning(toponym, weights.mention) for toponym in toponyms}
    ends = {key: _ends(named, lean) for key, named in by_key.items()}
    listed = _listed(toponyms, paragraphs, words)
    for toponym in toponyms:
        others = [lean[one] for one in ends[toponym.key] if one is not toponym]
        company = {"weight": max(-6.0, min(6.0, toponym.weight)), "bias": 1.0}
        for name in _company(toponym, others, context):
            company[name] = 1.0
        if toponym in listed:
            company["listed with a place"] = 1.0
        toponym.company = company
        toponym.weight = sum([weights.again.get(name, 0.0) * x for name, x in company.items()])


def _ends(named: list[Toponym], lean: Mapping[Toponym, float]) -> list[Toponym]:
    """Return the two least and the two most leaning: the extremes of any that lack one."""
    if len(named) < 5:
        return named
    ranked = sorted(named, key=lambda one: lean[one])
    return ranked[:2] + ranked[-2:]


def leaning(toponym: Toponym, mention: Mapping[str, float]) -> float:
    """Return how much the words around a toponym speak for its being a place."""
    before, after = toponym.evidence[-2:]
    return mention.get(before, 0.0) + mention.get(after, 0.0)


def _company(toponym: Toponym, others: Sequence[float], context: Context) -> Iterator[str]:
    if others:
        yield "well placed elsewhere" if max(others) > _SURE else "elsewhere"
        if min(others) < -1.5 * _SURE:
            yield "ill placed elsewhere"
    entry = toponym.entry
    if entry is None or entry.kind not in _LOCAL or toponym.container:
        return
    if entry.prominent or (entry.kind is CITY and entry.population > _SMALL):
        return
    yield "small"
    near, region, country = nearness(entry, toponym, context)
    yield (
        "near others" if near > 0.7 else "not far from others" if near > 0.25 else "far from others"
    )
    if region > 0.5:
        yield "its region named"
    if country > 0.4:
        yield "its country named" if entry.country not in ENGLISH else "its English country named"
    elif context.whole - country > 1.0:
        yield "another country named"


def _listed(
    toponyms: Sequence[Toponym], paragraphs: Sequence[Paragraph], words: Words
) -> set[Toponym]:
    """Return the toponyms that a comma or an "and" joins to a sure one."""
    listed = set()
    for one, two in pairwise(toponyms):
        if one.paragraph != two.paragraph:
            continue
        tokens = paragraphs[one.paragraph].tokens
        if tokens[two.first].joint not in _JOINTS or two.first > one.last + 1:
            continue
        if two.first > one.last and tokens[one.last].lower not in words.and_or:
            continue
        if one.weight > _SURE:
            listed.add(two)
        if two.weight > _SURE:
            listed.add(one)
    return listed
