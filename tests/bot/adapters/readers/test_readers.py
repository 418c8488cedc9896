"""Which reader reads a file, and which files hold no article."""

import logging

import pytest

from bot.adapters.readers import READERS, SUFFIXES, read_article
from bot.errors import UnusableArticle
from summarizer.model import Article


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \r\n\t\n", "is empty"),
        ("a.md", b"", "is empty"),
        ("a.txt", b"\xef\xbb\xbf", "no text"),
        ("a.txt", "\u3000\u2003".encode(), "no text"),
        ("a.txt", b"123 --- 456!\n", "no words"),
        ("a.md", b"![](a.png)\n\n---\n", "no text"),
        ("a.txt", b"\0" * 500, "binary"),
        ("a.docx", b"words", r"\.docx files cannot be read; those that can: \.md, \.txt"),
    ],
)
def test_what_holds_no_article_is_refused_with_the_reason(
    name: str, data: bytes, words: str
) -> None:
    """The reason is for the operator's eyes."""
    with pytest.raises(UnusableArticle, match=words):
        read_article(name, data)


def test_what_a_reader_fails_at_is_its_files_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """The files behind it are read; the reason is short, whatever the error quotes."""

    def broken(data: bytes) -> Article:
        raise RecursionError(data.decode() * 1_000)

    monkeypatch.setitem(READERS, ".md", broken)
    with pytest.raises(UnusableArticle, match="cannot be read: RecursionError: words") as raised:
        read_article("a.md", b"words ")
    assert len(str(raised.value)) < 400


def test_a_name_without_a_suffix_is_plain_text() -> None:
    """Standard input is named `-`."""
    assert read_article("-", b"Two words.\n") == Article(text="Two words.\n")


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    """Offsets count from the first letter."""
    assert read_article("a.txt", b"\xef\xbb\xbfOne").text == "One"


def test_every_reader_takes_a_short_text() -> None:
    """A row of the table is enough for a new format."""
    assert frozenset(READERS) == SUFFIXES
    for suffix in READERS:
        assert "said" in read_article(f"a{suffix}", b"He said no.\n").text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251", "shift_jis", "iso2022_jp"])
def test_no_library_says_anything_of_a_file(
    encoding: str,
    recwarn: pytest.WarningsRecorder,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """No warnings, no prints, no lines for the log: an operator would read them for every file."""
    caplog.set_level(logging.INFO)
    for suffix in READERS:
        text = "---\ntitle: 21\ndate: 0x7\n---\n# Плотина 20 в 東京\n\n> <b>a</b> [b](c) 3.5\n"
        read_article(f"a{suffix}", text.encode(encoding, errors="ignore"))
    assert ([str(one.message) for one in recwarn], caplog.messages) == ([], [])
    assert tuple(capfd.readouterr()) == ("", "")
