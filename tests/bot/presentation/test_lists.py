"""The list that stands in place of a flood."""

from bot.model import FilingLine
from bot.presentation import PostOptions, list_post
from tests.makers import NOON


def test_a_list_counts_and_shows_the_newest() -> None:
    """Ten headlines at most, each with the command that opens it."""
    lines = [FilingLine(id=n, title=f"Dam {n}\nholds", filed_at=NOON) for n in range(37, 0, -1)]
    [part] = list_post(37, lines, PostOptions(mention="a_bot")).parts
    assert part.startswith("37 more: /latest\n\n/summary_37@a_bot Dam 37 holds\n/summary_36@a_bot ")
    assert part.endswith("/summary_28@a_bot Dam 28 holds")
