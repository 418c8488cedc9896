"""Wrong usage and wrong settings, as an operator meets them."""

import pytest

from tests.end_to_end.process import Place

TOKEN = "123456:TEST-token-of-no-bot"  # noqa: S105 - of a bot that does not exist


def test_each_wrong_value_gets_one_line(place: Place) -> None:
    """Status 2, a line a fault with the key and what is allowed, no traceback."""
    run = place.dateline(
        "run", DATELINE_WATCH__SCHEDULE="now and then", DATELINE_SUMMARY__SENTENCES="many"
    )
    assert run.returncode == 2
    assert run.stdout == ""
    lines = run.stderr.splitlines()
    assert len(lines) == 2
    assert any("watch.schedule" in line.lower() and "now and then" in line for line in lines)
    assert any("summary.sentences" in line.lower() and "many" in line for line in lines)


@pytest.mark.parametrize(
    "arguments",
    [(), ("fly",), ("brief",), ("brief", "--sentences", "0", "x.txt"), ("run", "--config")],
)
def test_wrong_usage_has_status_2(place: Place, arguments: tuple[str, ...]) -> None:
    """The line says what is allowed."""
    run = place.dateline(*arguments)
    assert run.returncode == 2
    assert "Traceback" not in run.stderr


def test_an_unknown_key_is_an_error(place: Place) -> None:
    """In the environment as in the file."""
    assert place.dateline("check", DATELINE_WATCH__FOLDER="x").returncode == 2
    (place.folder / "mine.toml").write_text("[watch]\nfolder = 'x'\n")
    assert place.dateline("check", "--config", "mine.toml").returncode == 2
    assert place.dateline("check", "--config", "missing.toml").returncode == 2


def test_the_token_is_never_shown(place: Place) -> None:
    """Not by `check`, not by the most talkative log, not when Telegram cannot be reached."""
    shown = place.dateline(
        "check",
        DATELINE_TELEGRAM__TOKEN=TOKEN,
        DATELINE_TELEGRAM__BASE_URL="http://127.0.0.1:9",
        DATELINE_LOG__LEVEL="debug",
    )
    assert TOKEN not in shown.stdout + shown.stderr
    assert TOKEN.split(":")[1] not in shown.stdout + shown.stderr


def test_check_tells_how_it_is_set_up(place: Place) -> None:
    """Folders, schedules with their next runs, and the store."""
    run = place.dateline("check", DATELINE_WATCH__SCHEDULE="30 6 * * 1-5")
    assert run.returncode == 0, run.stdout + run.stderr
    assert str(place.inbox) in run.stdout
    assert "30 6 * * 1-5" in run.stdout
    assert "06:30" in run.stdout
