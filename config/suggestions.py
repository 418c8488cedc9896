"""Near misses: which name was likely meant by one that there is not."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches

MOST_SHOWN = 100
"""So much of a name is shown: a key may be as long as its file."""

KEYS_ALIKE = 0.75
NAMES_ALIKE = 0.6
"""Whole names need be less alike: there is more in them to be alike."""


def shown(name: str) -> str:
    """Return a name fit for a line of text, whatever it is made of."""
    if len(name) > MOST_SHOWN:
        name = f"{name[:MOST_SHOWN]}…"
    return name if name.isprintable() and name else repr(name)


def suggestion(name: str, known: Iterable[str]) -> str:
    """Return "; did you mean ...?", or nothing where no known name is close."""
    likely = meant(name, known)
    return f"; did you mean {' or '.join(likely)}?" if likely else ""


def meant(name: str, known: Iterable[str]) -> list[str]:
    """Return the known names that were likely meant: one, or all that are alike.

    Names may be dotted, as `section.key`. A key of just that name elsewhere comes before a like
    one; case and signs between words count for nothing.
    """
    if len(name) > MOST_SHOWN:  # no slip of the pen
        return []
    names = list(known)
    return (
        _of_section(name, [each for each in names if _plain(_key(each)) == _plain(_key(name))])
        or _of_section(name, _close(_key(name), names, _key, KEYS_ALIKE))
        or _close(name, names, str, NAMES_ALIKE)
    )


def _of_section(name: str, names: list[str]) -> list[str]:
    """Return those names that are of the same section, if any is."""
    section = name.rpartition(".")[0].lower()
    return [each for each in names if each.rpartition(".")[0] == section] or names


def _close(name: str, names: list[str], part: Callable[[str], str], alike: float) -> list[str]:
    """Return the names whose part is closest."""
    plain = {each: _plain(part(each)) for each in names}
    best = get_close_matches(_plain(name), sorted(set(plain.values())), n=1, cutoff=alike)
    return [each for each in names if plain[each] in best]


def _key(name: str) -> str:
    return name.rpartition(".")[2]


def _plain(name: str) -> str:
    return "".join(sign for sign in name.lower() if sign.isalnum())
