"""A short broadcast, at a raised rate: nothing lost, nothing refused, and replies first."""

from pathlib import Path

from tests.soak.broadcast import broadcast


async def test_replies_go_ahead_of_a_broadcast(tmp_path: Path) -> None:
    """Questions asked amid it are answered amid it, and Telegram never has to complain."""
    done = await broadcast(tmp_path / "bot", chats=600, rate=120)
    assert done.is_well, done
    assert len(done.replies) == 3
    assert done.ahead > 50
