"""What the end-to-end tests share."""

from pathlib import Path

import pytest

from tests.end_to_end.process import Place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Give an empty working folder with an inbox."""
    (tmp_path / "inbox").mkdir()
    return Place(folder=tmp_path)
