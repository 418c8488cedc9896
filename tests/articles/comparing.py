"""Whether a speaker that was found is the one that was marked."""

import re

_WORD = re.compile(r"[\w'’-]+")
_TITLES = frozenset(
    [
        "a",
        "an",
        "the",
        "dr",
        "doctor",
        "prof",
        "professor",
        "mr",
        "mrs",
        "ms",
        "miss",
        "sir",
        "sgt",
        "capt",
        "captain",
        "lt",
        "maj",
        "col",
        "gen",
        "lieutenant",
        "colonel",
        "major",
        "general",
        "brigadier",
        "commodore",
        "inspector",
        "detective",
        "sergeant",
        "justice",
        "judge",
        "governor",
        "gov",
        "rev",
        "reverend",
        "ambassador",
        "adv",
        "chief",
        "kc",
        "sc",
    ]
)


def same_speaker(found: str | None, marked: str | None) -> bool:
    """Return whether two names are of one speaker: all that is marked, but for titles, is found.

    What is found may say more ("Mayor Reba Lynn Castleberry" for "Reba Lynn Castleberry"), but a
    surname alone is not the full name.
    """
    if found is None or marked is None:
        return found is marked
    return _words(marked) <= _words(found)


def _words(name: str) -> set[str]:
    words = [word.casefold() for word in _WORD.findall(name)]
    return {word for word in words if word not in _TITLES} or set(words)
