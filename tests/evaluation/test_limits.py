"""Scores held to their limits."""

import pytest

from tests.evaluation.limits import missed, read_limits
from tests.evaluation.table import Table

LIMITS = {"at_least": {"samples.f1": 80.0}, "at_most": {"development.faults": 2.0}}


@pytest.mark.parametrize(
    ("scores", "faults"),
    [
        ({"samples.f1": 80.0, "development.faults": 2.0}, 0),
        ({"samples.f1": 79.9, "development.faults": 2.0}, 1),
        ({"samples.f1": 90.0, "development.faults": 2.1}, 1),
        ({"samples.f1": 10.0, "development.faults": 9.0}, 2),
        ({"development.faults": 1.0}, 1),
    ],
)
def test_a_score_beyond_its_limit_is_named(scores: dict[str, float], faults: int) -> None:
    """Too low, too high and not measured are faults; at the limit is none."""
    assert len(missed("quotes", LIMITS, scores, sets=("samples", "development"))) == faults


def test_a_set_that_is_not_at_hand_is_not_missed() -> None:
    """Limits on the development set wait for a machine that has it."""
    assert missed("quotes", LIMITS, {"samples.f1": 81.0}, sets=("samples",)) == []


def test_the_floors_name_known_sets() -> None:
    """A limit for a set that nobody measures would never fail."""
    names = [
        name
        for directions in read_limits().values()
        for direction, limits in directions.items()
        for name in limits
        if direction in {"at_least", "at_most"}
    ]
    assert all(name.split(".")[0] in {"samples", "development"} for name in names)


def test_a_table_is_laid_out_in_columns() -> None:
    """The first column stands left, figures stand right."""
    table = Table(title="T", columns=("set", "F1"), rows=(("a", "9.5"), ("long", "10.25")))
    assert str(table).splitlines() == [
        "T",
        "set      F1",
        "-----------",
        "a       9.5",
        "long  10.25",
    ]
