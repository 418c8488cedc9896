"""Killed at random points, the bot loses nothing, and repeats only what it could not know of."""

from pathlib import Path

import pytest

from tests.soak.crashes import crash

KILLS = 20


@pytest.mark.parametrize(("uncertain", "seed"), [("repeat", 5), ("skip", 6)])
async def test_killed_at_random_points(tmp_path: Path, uncertain: str, seed: int) -> None:
    """No article, delivery, subscription or command is lost; every repeat has its excuse."""
    account = await crash(
        tmp_path / "bot", lambda kills: kills < KILLS // 2, seed=seed, uncertain=uncertain
    )
    assert account.kills == KILLS // 2
    assert len(account.due) > 50
    assert account.ambiguous.total() > 0  # else no kill came amid a message
    assert account.lost == set()
    assert account.unexcused == {}
    assert account.unsubscribed == set()
    assert account.out_of_order == ()
    assert account.stale == ()
    assert account.damage == ()
    assert account.not_aside == ()
    assert account.left == 0
    if uncertain == "skip":
        assert account.repeated == 0
    else:
        assert account.expired == {}
