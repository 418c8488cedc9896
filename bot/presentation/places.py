"""Which places a post shows: the best of the story, each told once."""

from summarizer.model import Brief, Place

_CENTRAL = 0.25  # of the outer place's score


def shown_places(brief: Brief, limit: int) -> tuple[Place, ...]:
    """Choose the best places that are places of the story, not parts of organisations' names.

    A city stands for the country or state that its label names: "Hasakah, Syria" tells both.
    What the dateline alone names is told by the line of origin.
    """
    dateline = brief.parsed.dateline
    told = [
        place
        for place in brief.places
        if not (place.in_names_only or place.doubtful)
        and not (dateline and place.mentions and all(map(dateline.span.covers, place.mentions)))
    ]
    shown: list[Place] = []
    for place in told:
        if len(shown) >= limit:
            break
        inner = next((one for one in told if _stands_for(one, place)), place)
        if inner not in shown and not any(_tells(one, place) for one in shown):
            shown.append(inner)
    return tuple(shown)


def _stands_for(inner: Place, outer: Place) -> bool:
    """Return whether a place is central enough to be told in place of the one it lies in."""
    return _tells(inner, outer) and inner.score >= _CENTRAL * outer.score


def _tells(inner: Place, outer: Place) -> bool:
    return inner is not outer and inner.label.endswith(f", {outer.name}")
