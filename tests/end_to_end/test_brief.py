"""`dateline brief`: the machine interface."""

import json
import os
from typing import Any

from tests.end_to_end.process import STORY, Place


def objects(text: str) -> list[dict[str, Any]]:
    """Read JSON Lines."""
    return [json.loads(line) for line in text.splitlines()]


def test_json_has_its_fixed_form(place: Place) -> None:
    """Every key is there, every offset reproduces its text, the summary is in order."""
    place.drop("ferry.txt")
    run = place.dateline("brief", "--format", "json", "inbox/ferry.txt")
    assert run.returncode == 0, run.stderr
    [brief] = objects(run.stdout)
    assert list(brief) == [
        "file", "entry", "language", "headline", "byline", "published", "url", "source", "text",
        "dateline", "passages", "summary", "quotes", "places", "unresolved_places", "terms",
    ]  # fmt: skip
    assert brief["file"] == "inbox/ferry.txt"
    assert brief["text"] == STORY
    assert brief["language"] == "en"
    assert brief["headline"] == "Ferry to Korčula runs again"
    assert brief["dateline"]["place"] == "SPLIT"
    assert brief["dateline"]["source"] == "Example Wire"
    spans = [*brief["summary"], *brief["quotes"], brief["dateline"], *brief["unresolved_places"]]
    spans += [mention for found in brief["places"] for mention in found["mentions"]]
    assert all(STORY[span["start"] : span["end"]] == span["text"] for span in spans)
    assert len(brief["summary"]) == 3


def test_files_keep_their_order_and_errors_their_line(place: Place) -> None:
    """A file that cannot be read gives an error object, one line, and status 1 at the end."""
    place.drop("a.txt")
    place.drop("b.txt", b"")
    run = place.dateline("brief", "--format", "json", "inbox/b.txt", "missing.txt", "inbox/a.txt")
    assert run.returncode == 1
    empty, missing, good = objects(run.stdout)
    assert list(empty) == ["file", "error"]
    assert list(missing) == ["file", "error"]
    assert good["file"] == "inbox/a.txt"
    assert len(run.stderr.splitlines()) == 2


def test_a_folder_means_its_files_by_name(place: Place) -> None:
    """Sub-folders are read too; hidden files are not."""
    for name in ("b.txt", "a.txt", "sub/c.md", ".hidden.txt"):
        place.drop(name)
    run = place.dateline("brief", "--format", "json", "inbox")
    names = [brief["file"] for brief in objects(run.stdout)]
    assert names == ["inbox/a.txt", "inbox/b.txt", "inbox/sub/c.md"]


def test_a_dash_is_standard_input(place: Place) -> None:
    """So that Dateline can stand in a pipe."""
    run = place.dateline("brief", "--format", "json", "--sentences", "1", "-", typed=STORY)
    [brief] = objects(run.stdout)
    assert brief["file"] == "-"
    assert len(brief["summary"]) == 1


def test_nothing_endless_is_read(place: Place) -> None:
    """A device, a pipe, and more than `watch.max_bytes` of a file or of input are a line each."""
    (place.folder / "huge.txt").write_text("Snow fell. " * 100_000)
    os.mkfifo(place.folder / "pipe.txt")
    run = place.dateline(
        "brief", "--format", "json", "/dev/zero", "pipe.txt", "huge.txt", "-", "nowhere.txt",
        typed=STORY * 20, DATELINE_WATCH__MAX_BYTES="5000",
    )  # fmt: skip
    assert run.returncode == 1
    large = "is larger than 5000 bytes (watch.max_bytes)"
    assert [found["error"] for found in objects(run.stdout)] == [
        "is no regular file", "is no regular file", large, large,
        "cannot be read: No such file or directory",
    ]  # fmt: skip
    assert len(run.stderr.splitlines()) == 5


def test_an_algorithm_is_chosen_by_name(place: Place) -> None:
    """Sumy's algorithms have their names on the command line."""
    place.drop("ferry.txt")
    for name in ("lex-rank", "random"):
        run = place.dateline("brief", "--format", "json", "--algorithm", name, "inbox/ferry.txt")
        [brief] = objects(run.stdout)
        assert len(brief["summary"]) == 3, name


def test_text_and_html_read_as_a_post(place: Place) -> None:
    """The default is what a chat would see; there is no number to ask for."""
    place.drop("ferry.txt")
    text = place.dateline("brief", "inbox/ferry.txt").stdout
    assert text.startswith("Ferry to Korčula runs again\nSplit · Example Wire\n")
    assert "No." not in text
    html = place.dateline("brief", "--format", "html", "inbox/ferry.txt").stdout
    assert html.startswith("<b>Ferry to Korčula runs again</b>\n<i>Split · Example Wire</i>\n")
