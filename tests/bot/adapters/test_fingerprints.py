"""Copies of one story found, other stories on its topic let through."""

import random

import pytest

from bot.adapters.fingerprints import MinHashDuplicates, fingerprint_of, signature_of
from tests.makers import in_paragraphs

WHO = ("The council", "The fire service", "The ministry", "A local farmer", "The river board")
DID = ("closed", "inspected", "rebuilt", "flooded", "bought", "measured", "photographed", "painted")
WHAT = (
    "the northern dam",
    "two bridges",
    "a row of barns",
    "the old mill",
    "four wells",
    "the weir",
)
WHEN = (
    "on Monday",
    "before dawn",
    "after the storm",
    "in early May",
    "for the third time",
    "again",
)
WHY = ("because the water rose", "to calm the residents", "without a permit", "at its own cost")

FURNITURE = "Follow us on our channels for more news from the region, every day of the week."


def story(seed: int, paragraphs: int = 8) -> list[str]:
    """Write a story on floods; another seed is another story on the same topic."""
    pick = random.Random(seed)  # noqa: S311 - no secret
    made = [f"Floods, report {seed}"]
    for _ in range(paragraphs):
        sentences = [
            f"{pick.choice(WHO)} {pick.choice(DID)} {pick.choice(WHAT)} {pick.choice(WHEN)}, "
            f"{pick.choice(WHY)}, number {pick.randrange(1000)} of this year."
            for _ in range(3)
        ]
        made.append(" ".join(sentences))
    return made


def edited(paragraphs: list[str], how: str) -> list[str]:
    """Make the copy of a story that another outlet would run."""
    head, *body = paragraphs
    match how:
        case "headline":
            return ["Water everywhere", *body]
        case "cut":
            return [head, *body[: len(body) // 2]]
        case "reordered":
            return [head, body[0], *reversed(body[1:])]
        case "all":
            words = " ".join(body[:6]).split()
            words[::40] = ["reportedly"] * len(words[::40])
            merged = [" ".join(words[i : i + 70]) for i in range(0, len(words), 70)]
            return ["Water everywhere", FURNITURE, *merged]
        case _:
            return [head, FURNITURE, *body[:3], FURNITURE.upper(), *body[3:]]


def prints(paragraphs: list[str]) -> bytes:
    """Return a story's fingerprint."""
    made = fingerprint_of(in_paragraphs("\n\n".join(paragraphs)))
    assert made is not None
    return made


def originals() -> MinHashDuplicates:
    """Collect a hundred stories on one topic."""
    duplicates = MinHashDuplicates()
    for seed in range(100):
        duplicates.add(seed, prints(story(seed)))
    return duplicates


@pytest.mark.parametrize("how", ["headline", "cut", "reordered", "furniture", "all"])
def test_copies_are_found(how: str) -> None:
    """At least 95 of 100 copies lead to their own original among all."""
    earlier = originals()
    found = sum(earlier.find(prints(edited(story(seed), how))) == seed for seed in range(100))
    assert found >= 95


def test_no_other_story_is_swallowed() -> None:
    """A hundred more stories on the same topic, of the same words, are copies of none."""
    earlier = originals()
    swallowed = [s for s in range(100, 200) if earlier.find(prints(story(s))) is not None]
    assert swallowed == []


@pytest.mark.parametrize("background", [2, 4])
def test_no_follow_up_is_swallowed(background: int) -> None:
    """A new story of eight paragraphs that repeats up to half of an old one is news."""
    earlier = originals()
    for seed in range(100):
        head, *body = story(1000 + seed)
        follow_up = [head, *body[background:], *story(seed)[1 : 1 + background]]
        assert earlier.find(prints(follow_up)) is None, seed


def test_a_story_too_short_to_tell_has_no_fingerprint() -> None:
    """A flash of a line is never taken for a copy."""
    assert fingerprint_of(in_paragraphs("Head\n\nFire in Varna, more to come.")) is None


def test_fingerprints_in_stores_stay_good() -> None:
    """The hash values are those of datasketch 2.0.0, which made the fingerprints of old stores."""
    signature = signature_of(["one two three four five", "two three four five six"])
    assert signature[:4].tolist() == [984630812, 833933089, 1167325145, 1194518338]
