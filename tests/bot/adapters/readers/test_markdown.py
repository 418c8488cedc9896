"""Markdown: the header's facts, and a body without markup."""

import contextlib
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.readers import read_article
from bot.adapters.readers.markdown import read
from bot.errors import UnusableArticle

BODY = "ZAKHO (Border Wire) – The *bridge* opened on Monday.\n"


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("One **bold** and _soft_ word.", "One bold and soft word."),
        ("A [link](https://example.org 'title') here.", "A link here."),
        ("An ![image](a.png) between.", "An  between."),
        ("![alone](a.png)\n\nText.", "Text."),
        ("# Head\n\nText.\n\n## Part\n\nMore.", "Head\n\nText.\n\nPart\n\nMore."),
        ("Head\n====\n\nText.", "Head\n\nText."),
        ("> “Quoted,” she said.\n\nText.", "“Quoted,” she said.\n\nText."),
        ("- one\n- two\n  more", "one\n\ntwo\nmore"),
        ("1. one\n2. two", "one\n\ntwo"),
        ("Line one\nline two  \nline three", "Line one\nline two\nline three"),
        ("Text.\n\n---\n\nText.", "Text.\n\nText."),
        ("AT&amp;T &quot;said&quot; \\*so\\*", 'AT&T "said" *so*'),
        ("<div class='x'>Inside <b>it</b></div>\n\nText<br>next <i>w</i>", None),
        ("<!-- hidden -->\n\nText.<!-- too -->", "Text."),
        ("<script>var a = 1;</script>\n\nText.", "Text."),
        ("| a | b |\n|---|---|\n| 1 | **2** |", "a\tb\n\n1\t2"),
        ("~~old~~ new `code`", "old new code"),
        ("Said.[^1]\n\n[^1]: A note.", "Said.\n\nA note."),
        ("<https://example.org/a>", "https://example.org/a"),
        ("[ref]: https://example.org\n\nSee [ref].", "See ref."),
    ],
)
def test_no_markup_is_left(markdown: str, text: str | None) -> None:
    """Words stay and marks go."""
    found = read(markdown.encode()).text
    if text is None:
        assert "<" not in found
        assert found.split() == ["Inside", "it", "Text", "next", "w"]
    else:
        assert found == text


@pytest.mark.parametrize(
    ("header", "field", "value"),
    [
        ("title: Bridge opens", "headline", "Bridge opens"),
        ("Title: 'Bridge: open'", "headline", "Bridge: open"),
        ("title: Bridge: open again", "headline", "Bridge: open again"),
        ("title: >\n  Bridge\n  opens", "headline", "Bridge opens"),
        ("author: Lana Aziz", "byline", "Lana Aziz"),
        ("byline: By Lana Aziz\nauthor: x", "byline", "By Lana Aziz"),
        ("authors: [Lana Aziz, Tom Fry]", "byline", "Lana Aziz, Tom Fry"),
        ("author:\n  name: Lana Aziz", "byline", "Lana Aziz"),
        ("url: https://example.org/a", "url", "https://example.org/a"),
        ("url: javascript:x", "url", None),
        ("url: https://example.org/a b", "url", None),
        ("url: https://example.org/" + "a" * 2_000, "url", None),
        ("source: Example Wire", "source", "Example Wire"),
        ("publisher:\n  name: Example Wire", "source", "Example Wire"),
        ("lang: en-GB", "language", "en"),
        ("language: KU", "language", "ku"),
        ("lang: english", "language", None),
        ("date: 2026-01-20", "published", date(2026, 1, 20)),
        ("date: '2026-01-20'", "published", date(2026, 1, 20)),
        ("date: 2026-01-20 08:30:00", "published", datetime(2026, 1, 20, 8, 30, tzinfo=UTC)),
        ("date: 2026-01-20T08:30", "published", datetime(2026, 1, 20, 8, 30, tzinfo=UTC)),
        ("date: 2026-01-20T08:30:00Z", "published", datetime(2026, 1, 20, 8, 30, tzinfo=UTC)),
        (
            "date: '2026-01-20T08:30:00+03:00'",
            "published",
            datetime(2026, 1, 20, 8, 30, tzinfo=timezone(timedelta(hours=3))),
        ),
        (
            "date: Tue, 20 Jan 2026 08:30:00 +0000",
            "published",
            datetime(2026, 1, 20, 8, 30, tzinfo=UTC),
        ),
        ("date: January 20, 2026", "published", date(2026, 1, 20)),
        ("date: 20 January 2026", "published", date(2026, 1, 20)),
        ("date: soon", "published", None),
        ("date: 2026-13-45", "published", None),
        ("published: 2026-01-20", "published", date(2026, 1, 20)),
        ("draft: true", "headline", None),
        ("", "headline", None),
    ],
)
def test_the_header_states_facts(header: str, field: str, value: object) -> None:
    """Each fact is read as people write it, or is None; the header is no part of the text."""
    article = read(f"---\n{header}\n---\n{BODY}".encode())
    assert getattr(article, field) == value
    assert article.text.endswith("ZAKHO (Border Wire) – The bridge opened on Monday.")
    assert "---" not in article.text


def test_a_date_without_an_hour_is_a_date_and_one_with_it_is_aware() -> None:
    """A moment without a zone is in UTC."""
    published = read(b"---\ndate: 2026-01-20 08:30\n---\nText.").published
    assert isinstance(published, datetime)
    assert published.tzinfo is not None


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("---\ntitle: Bridge opens\n---\nText.", "Bridge opens\n\nText."),
        ("---\ntitle: Bridge opens\n---\n# Bridge *opens*\n\nText.", "Bridge opens\n\nText."),
        ("---\ntitle: Bridge opens\n---\nBRIDGE OPENS\n\nText.", "BRIDGE OPENS\n\nText."),
        ("---\ntitle: Bridge opens\n---\n", "Bridge opens"),
        ("\r\n---\r\ntitle: Bridge opens\r\n---\r\nText.\r\n", "Bridge opens\n\nText."),
        ("\ufeff---\ntitle: Bridge opens\n---\nText.", "Bridge opens\n\nText."),
    ],
)
def test_the_title_comes_first_and_once(file: str, text: str) -> None:
    """A body that begins with the title is not given it again."""
    article = read(file.encode())
    assert article.text == text
    assert article.headline == "Bridge opens"


def test_a_first_heading_is_the_headline_where_no_title_is() -> None:
    """Many Markdown files have no header."""
    assert read(b"# Bridge *opens*\n\nText.").headline == "Bridge opens"
    assert read(b"Text.\n\n# Later").headline is None
    assert read(b"# ![](a.png)\n\nText.").headline is None


@pytest.mark.parametrize(
    "file",
    [
        "---\ntitle: never closed\n\nText.",
        "---\nProse, not facts.\n---\nText.",
        "---\n[unclosed\n---\nText.",
        "---\n- a\n- list\n---\nText.",
        "---\n" + "[" * 5000 + "\n---\nText.",
        "---\n" + "[" * 5000 + "]" * 5000 + "\n---\nText.",
        "---\n" + "A line of prose between two rules.\n" * 3_000 + "---\nText.",
    ],
)
def test_a_broken_header_stays_in_the_text(file: str) -> None:
    """Nothing of an article is lost for its header's sake."""
    article = read(file.encode())
    assert article.text.endswith("Text.")
    assert article.headline is None or article.headline in article.text


BOMB = "a0: &a {k: v}\n" + "\n".join(
    f"a{n}: &{chr(97 + n)}\n  <<: [{', '.join([f'*{chr(96 + n)}'] * 4)}]" for n in range(1, 15)
)


@pytest.mark.parametrize(
    ("header", "words"),
    [
        (BOMB, r"a merge key \(<<\)"),
        ("a: &a [x, x]\nb: &b [*a, *a]", r"an alias \(\*a\)"),
        ("title: T\nx: &x [*x]", r"an alias \(\*x\)"),
        ("title: !!python/object:os.system x", "a tag"),
        ("? !!python/object:os.system x", "a tag"),
        ("title: !important x", "a tag"),
        ("a: " + "[" * 5_000, "16 lists or tables in one another"),
        ("a: " + "{a: " * 5_000, "16 lists or tables in one another"),
        ("a:\n" + "".join(" " * n + "- \n" for n in range(200)), "16 lists or tables"),
        ("title: T\n" * 20_000, "longer than 65536 characters"),
    ],
)
def test_a_header_of_more_than_plain_values_is_refused(header: str, words: str) -> None:
    """Little of it can stand for more than memory holds; the file is set aside with the reason."""
    with pytest.raises(UnusableArticle, match=words):
        read_article("a.md", f"---\n{header}\n---\nText.".encode())


@pytest.mark.parametrize(
    "title",
    [
        "0x12", "0x" + "f" * 900, "0b1", "0o17", "1_000", "9" * 900, "1e999", ".inf", ".nan", "190:20:30",
        "2026-01-01", "2026-01-01 08:00:00", "yes", "No", "true", "on", "=", "*Breaking* news", "*Breaking",
        "@home", "50% off", "a: b: c",
    ],
)  # fmt: skip
def test_a_title_comes_as_it_is_written(title: str) -> None:
    """What YAML takes for a number, a date or a truth is a text all the same."""
    assert read(f"---\ntitle: {title}\n---\nText.".encode()).headline == title


def test_a_number_of_thousands_of_digits_is_a_long_text() -> None:
    """Python makes no text of such a number; it is never made one."""
    headline = read(b"---\ntitle: 0x" + b"1" * 6_000 + b"\n---\nText.").headline
    assert headline == "0x" + "1" * 998


@pytest.mark.parametrize("nothing", ["", "~", "null", "''", '"\\0"', "[]", "{}"])
def test_a_title_of_nothing_is_none(nothing: str) -> None:
    """Programs write one where they have none."""
    assert read(f"---\ntitle: {nothing}\n---\nText.".encode()).headline is None


@pytest.mark.parametrize(
    ("written", "headline"),
    [
        (r'"Dam\0 holds\x07\x7f"', "Dam holds"),
        (r'"Dam \uFFFF\uFFFEholds\u0085now"', "Dam holds now"),
        (r'"Dam \ud800 holds"', r"Dam \ud800 holds"),
        ("Dam \x07holds", "Dam holds"),
        ("Dam\0 holds", "Dam holds"),
    ],
)
def test_what_cannot_be_stored_is_left_out_of_facts(written: str, headline: str) -> None:
    """Values may spell out NULs and halves of characters."""
    article = read(f"---\ntitle: {written}\n---\nA text that is long enough to be one.".encode())
    assert article.headline == headline
    article.text.encode()


@given(st.text(alphabet="ab \n#*_`[]()<>!|~-\\&;:.1\"'\t\0é“", max_size=200))
def test_any_markdown_gives_an_article(text: str) -> None:
    """No mixture of marks raises anything."""
    with contextlib.suppress(UnusableArticle):
        assert read_article("a.md", text.encode()).text.strip()


@pytest.mark.parametrize("unit", ["[", "![", "- a\n", "> ", "*a **b ", "`", "<a ", "a|b\n"])
def test_long_runs_of_marks_end(unit: str) -> None:
    """A body of nothing but marks takes time in line with its length."""
    assert isinstance(read((unit * (20_000 // len(unit))).encode()).text, str)


def test_a_body_too_long_for_markdown_is_taken_as_it_is() -> None:
    """Its marks are left in, rather than minutes spent on it."""
    article = read(b"---\ntitle: T\n---\n" + b"*a* " * 300_000)
    assert article.headline == "T"
    assert article.text.startswith("T\n\n\n*a* *a* ")


def test_the_suffix_chooses_the_reader() -> None:
    """Letter case of a suffix is free."""
    assert read_article("A.MD", b"*x*").text == "x"
    assert read_article("a.txt", b"*x*").text == "*x*"
