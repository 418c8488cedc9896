"""Stores to test on, each test with a fresh one."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.adapters.store import DatabaseStore, open_store


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[DatabaseStore]:
    """Give a fresh store."""
    opened = await open_store(f"sqlite:///{tmp_path}/folder/store.db")
    yield opened
    await opened.close()
