"""The compiled gazetteer, which every test of places reads."""

import pytest

from bot.adapters.gazetteer import open_gazetteer
from summarizer.places import Gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """Open the gazetteer, compiled at the first run."""
    return open_gazetteer()
