"""Where most of the news is from, as a setting names it."""

from summarizer.places.choice.resolution import within
from summarizer.places.gazetteer.gazetteer import Entry, Gazetteer
from summarizer.places.gazetteer.layout import CITY


def find_home(home: str | None, gazetteer: Gazetteer) -> Entry | None:
    """Give the place that "IQ", "Iraq" or "Erbil, Iraq" names; None where none is known."""
    if not home:
        return None
    code = home.strip().upper()
    if code in gazetteer.countries:
        return gazetteer.entry(gazetteer.countries[code].index)
    name, *outer = (part.strip() for part in home.split(","))
    entries = gazetteer.named(name)
    for part in reversed(outer):
        containers = [e for e in gazetteer.named(part) if e.kind is not CITY]
        entries = tuple(e for e in entries if any(within(e, c) for c in containers)) or entries
    return entries[0] if entries else None
