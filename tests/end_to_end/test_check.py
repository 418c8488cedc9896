"""`dateline check` refuses what a start refuses, goes on behind each fault, and shows no secret."""

import subprocess
import sys

import pytest

from bot import __version__
from tests.end_to_end.process import Place

TOKEN = "123456:TEST-token-of-no-bot"  # noqa: S105 - of a bot that does not exist
NOWHERE = "http://127.0.0.1:9"


def said(run: subprocess.CompletedProcess[str]) -> str:
    """Return all that a command has said, in which there is no traceback."""
    assert "Traceback" not in run.stdout + run.stderr
    return run.stdout + run.stderr


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"DATELINE_TELEGRAM__TOKEN": f'"{TOKEN}"'}, "it stands in quotes"),
        ({"DATELINE_TELEGRAM__TOKEN": f"{TOKEN}\r\nx"}, "white space or a line break"),
        ({"DATELINE_TOKEN": TOKEN}, "did you mean DATELINE_TELEGRAM__TOKEN?"),
        ({"DATELINE_CONFIG": "/dev/zero"}, "/dev/zero: is larger than 1000000 bytes"),
        ({"DATELINE_STORE__URL": "postgresql://u:PassW0rd@h:port/x"}, "its host or its port"),
    ],
)
@pytest.mark.parametrize("command", ["run", "check"])
def test_settings_without_form_are_a_line_of_each_command(
    place: Place, command: str, settings: dict[str, str], words: str
) -> None:
    """Status 2, and nothing of the secret."""
    run = place.dateline(command, DATELINE_LOG__LEVEL="debug", **settings)
    assert run.returncode == 2
    (line,) = said(run).splitlines()
    assert words in line
    assert "TEST-token" not in line
    assert "PassW0rd" not in line


def test_what_a_start_refuses_check_refuses(place: Place) -> None:
    """The same lines, but `check` goes on: to Telegram, the folders and the store."""
    wrong = {
        "DATELINE_TELEGRAM__MODE": "webhook",
        "DATELINE_TELEGRAM__TOKEN": TOKEN,
        "DATELINE_TELEGRAM__BASE_URL": NOWHERE,
        "DATELINE_PLACES__HOME": "Bagdhad",
        "DATELINE_WATCH__FOLDERS": f'["{place.inbox}", "{place.inbox}"]',
    }
    place.drop("ferry.txt")
    started = place.dateline("run", **wrong)
    assert started.returncode == 2
    assert place.dateline("scan", **wrong).stderr == started.stderr
    checked = place.dateline("check", **wrong)
    assert checked.returncode == 1
    lines = said(checked).splitlines()
    assert [f"Settings: {line}" for line in started.stderr.splitlines()] == lines[:3]
    assert any(line.startswith(f"Telegram: {NOWHERE} cannot be reached") for line in lines)
    assert f"Folder {place.inbox}: 1 files" in lines
    assert "Store: no article filed yet; deliveries: none" in lines
    brief = place.dateline("brief", "inbox/ferry.txt", **wrong)
    assert brief.returncode == 2
    assert brief.stderr.splitlines() == [
        line for line in started.stderr.splitlines() if "home" in line
    ]


def test_check_goes_on_when_the_store_is_down(place: Place) -> None:
    """Every fault is listed; a folder that is not there yet is named, and is none."""
    (place.folder / "file").write_text("no folder")
    run = place.dateline(
        "check",
        DATELINE_STORE__URL="postgresql://u:PassW0rd@127.0.0.1:9/db?sslpassword=OtherW0rd",
        DATELINE_TELEGRAM__TOKEN=TOKEN,
        DATELINE_TELEGRAM__BASE_URL=NOWHERE,
        DATELINE_WATCH__FOLDERS=f'["{place.inbox}", "file", "later"]',
        DATELINE_PLACES__HOME="UK",
    )
    assert run.returncode == 1
    lines = said(run).splitlines()
    assert "Home: United Kingdom, GB (54.00, -2.00)" in lines
    assert f"Folder {place.inbox}: 0 files" in lines
    assert f"  {place.folder / 'file'}: cannot be listed: Not a directory" in lines
    later = f"Folder {place.folder / 'later'}: is not there yet; it is scanned once it is"
    assert later in lines
    assert any(line.startswith("Store: store.url: ") for line in lines)
    assert not any(word in said(run) for word in ("PassW0rd", "OtherW0rd", "TEST-token"))
    ready = place.dateline("check", DATELINE_WATCH__FOLDERS="later")
    assert ready.returncode == 0
    assert later in ready.stdout


def test_the_working_directory_may_be_gone(place: Place) -> None:
    """Everything else is relative to it."""
    gone = Place(folder=place.folder / "gone")
    gone.folder.mkdir()
    script = f'rmdir {gone.folder}; exec "$0" -m bot check'
    run = subprocess.run(  # noqa: S603 - our own program
        ["/bin/sh", "-c", script, sys.executable],
        capture_output=True,
        text=True,
        check=False,
        cwd=gone.folder,
        env=gone.environment(),
        timeout=120,
    )
    assert run.returncode == 2
    assert said(run) == "the working directory is gone: start Dateline in one that is there\n"


def test_the_version_is_one_line_and_nothing_is_loaded_for_it(place: Place) -> None:
    """It stands in one place, and is asked for in scripts."""
    run = place.dateline("--version")
    assert (run.returncode, run.stdout) == (0, f"dateline {__version__}\n")
    script = (
        "import sys\nfrom bot.__main__ import main\ntry: main(['--version'])\n"
        "except SystemExit: print({'pydantic', 'config', 'importlib.metadata'} & set(sys.modules))"
    )
    run = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        cwd=place.folder,
        env=place.environment(),
        timeout=120,
    )
    assert run.stdout == f"dateline {__version__}\nset()\n"


def test_a_near_miss_on_the_command_line_gets_its_suggestion(place: Place) -> None:
    """And a token put there by mistake is not repeated."""
    run = place.dateline("brief", "--algorithm", "lexrank", "x.txt")
    assert run.returncode == 2
    assert "did you mean lex-rank?" in run.stderr
    assert "TEST-token-of-no-bot" not in said(place.dateline("run", "123456:TEST-token-of-no-bot"))
