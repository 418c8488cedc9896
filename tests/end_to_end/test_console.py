"""The console: what a person sees who starts Dateline without a token."""

import signal
import sqlite3

import pytest

from tests.bot.adapters.test_fingerprints import story
from tests.end_to_end.process import STORY, Place


def test_the_first_posts_come_before_the_first_answer(place: Place) -> None:
    """Files already there are briefed and posted, then what is typed is answered in order."""
    place.drop("ferry.txt")
    run = place.dateline("run", typed="/latest\n/help\n")
    assert run.returncode == 0, run.stderr
    post, latest, help_ = (
        run.stdout.index(words) for words in ("No. 1 ·", "The latest:", "What you can ask:")
    )
    assert post < latest < help_
    assert run.stdout.startswith("Ferry to Korčula runs again\nSplit · Example Wire\n\n")
    assert "SPLIT (Example Wire)" not in run.stdout


def test_nothing_is_posted_twice(place: Place) -> None:
    """Neither a restart, nor a renamed, touched or re-saved file posts an article again."""
    path = place.drop("ferry.txt")
    assert "No. 1 ·" in place.dateline("run").stdout
    assert "No. 1 ·" not in place.dateline("run").stdout
    path.rename(path.with_name("renamed.txt"))
    place.drop("copy.txt")
    assert place.dateline("run").stdout == ""


def test_articles_come_at_any_time(place: Place) -> None:
    """A file dropped while the bot runs is posted by the schedule's next scan."""
    process = place.start("run", DATELINE_WATCH__SCHEDULE="every 1s")
    assert process.stdin
    assert process.stdout
    process.stdin.write("/start\n")
    process.stdin.flush()
    assert process.stdout.readline().startswith("Dateline reads the news")
    place.drop("later.txt")
    for line in process.stdout:
        if line.startswith("No. 1"):
            break
    process.stdin.close()
    assert process.wait(30) == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_well(place: Place, number: signal.Signals) -> None:
    """SIGTERM and SIGINT end the console with status 0 and no traceback."""
    process = place.start("run")
    assert process.stdin
    assert process.stdout
    process.stdin.write("/start\n")
    process.stdin.flush()
    process.stdout.readline()
    process.send_signal(number)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "Traceback" not in errors


CONVERSATION = [
    ("/summary", "Type /summary and a number, like /summary 1."),
    ("/summary 9", "There is no article “9”"),
    ("/summary ferr", "Ferry to Korčula runs again"),
    ("/summary FERRY.TXT", "Ferry to Korčula runs again"),
    ("/summary_1", "No. 1 ·"),
    ("/quotes-1", "Quotes of No. 1"),
    ("/places №１", "Places of No. 1"),
    ("12", "To read No. 12, type /summary 12"),
    ("/quotes 1", "“Everyone who waited is on board, […] We thank them for their patience.”"),
    ("/sumary 1", "Did you mean /summary?"),
    ("/xyzzyq", "There is no /xyzzyq."),
    ("hello", "Commands begin with a slash."),
    ("/latest 0", "“0” is no number of articles."),
    ("/subscribe", "You are subscribed already."),
    ("/unsubscribe 1002", "type /unsubscribe alone"),
    ("/stop", "Unsubscribed."),
    ("/subscribe 1002", "type /subscribe alone"),
    ("/unsubscribe", "You are not subscribed."),
    ("/subscribe", "The latest, as a sample:"),
]


def test_commands_answer_in_order(place: Place) -> None:
    """Right and wrong commands each get an answer that helps."""
    place.drop("ferry.txt")
    out = place.dateline("run", typed="\n".join(typed for typed, _ in CONVERSATION)).stdout
    at = out.index("No. 1 ·")
    for typed, answer in CONVERSATION:
        assert answer in out[at:], typed
        at = out.index(answer, at) + len(answer)


def test_odd_files_are_set_aside_and_the_rest_goes_on(place: Place) -> None:
    """Each bad file gets one line and its reason in `check`; a good one behind it is posted."""
    place.drop("empty.txt", b"")
    place.drop("junk.txt", bytes(range(256)) * 40)
    place.drop("half.txt.part", STORY)
    place.drop(".hidden.txt", STORY)
    place.drop("picture.jpg", b"\xff\xd8")
    place.drop("zebra.txt", STORY)
    run = place.dateline("run")
    assert run.returncode == 0
    assert run.stdout.count("No. 1 ·") == 1
    assert "No. 2" not in run.stdout
    for name in ("empty.txt", "junk.txt"):
        assert sum(name in line for line in run.stderr.splitlines()) == 1
        assert name in place.dateline("check").stdout
    assert "set aside" not in place.dateline("run").stderr


def test_above_the_backlog_the_newest_come_as_posts_and_the_rest_as_a_list(place: Place) -> None:
    """A first scan of a full folder does not flood the chat."""
    for number in range(8):
        place.drop(f"{number}.txt", "\n\n".join(story(number)))
    out = place.dateline("run", DATELINE_DELIVERY__BACKLOG="6").stdout
    assert [f"No. {n}\n" in out for n in range(1, 9)] == [False] * 3 + [True] * 5
    assert "3 more: /latest" in out


def test_the_store_is_left_whole_by_a_kill(place: Place) -> None:
    """After SIGKILL the same command goes on where it was."""
    place.drop("ferry.txt")
    process = place.start("run")
    assert process.stdout
    for line in process.stdout:
        if line.startswith("No. 1"):
            break
    process.kill()
    process.wait(30)
    with sqlite3.connect(place.folder / "dateline.db") as store:
        assert store.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert place.dateline("run", typed="/latest\n").returncode == 0


def test_a_store_that_is_gone_ends_the_console(place: Place) -> None:
    """Even while nobody types: with status 1 and one line, and nothing is filed into nowhere."""
    process = place.start("run")
    assert process.stdin
    assert process.stdout
    process.stdin.write("/start\n")
    process.stdin.flush()
    process.stdout.readline()
    (place.folder / "dateline.db").unlink()
    assert process.wait(30) == 1
    errors = process.communicate()[1].splitlines()
    assert errors[-1].startswith(f"store.url: {place.folder}/dateline.db was deleted or replaced")
    assert not [line for line in errors if "Traceback" in line]
