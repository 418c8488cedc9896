"""What the tests of scans share."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from tests.bot.intake.bench import Bench, a_bench


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncGenerator[Bench]:
    """Set up a cycle on a store of its own."""
    async with a_bench(tmp_path) as made:
        yield made
