"""Bytes to text, in the encodings that newspapers and their tools use."""

import codecs
import contextlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.readers.encodings import decode
from bot.errors import UnusableArticle

FRENCH = "Le préfet a déclaré mardi que les réfugiés seraient accueillis à l’été, « bientôt ».\r\n"
RUSSIAN = "Министр заявил во вторник, что переговоры продолжатся. Мы готовы, сказал он.\n"
ARABIC = "قال المتحدث باسم الوزارة يوم الثلاثاء إن المحادثات ستستمر في بغداد، وأضاف.\n"
JAPANESE = "外務大臣は火曜日、交渉は続くと述べた。東京の記者会見で明らかにした。\n"
CHINESE = "外交部长星期二表示，谈判将继续进行。他在北京的记者会上说。\n"
ENGLISH = "“We will go on,” the minister said – in Erbil. It’s late.\r\n"
GREEK = "Ο υπουργός δήλωσε την Τρίτη ότι οι συνομιλίες θα συνεχιστούν.\n"
TURKISH = "Bakan salı günü görüşmelerin süreceğini söyledi; İstanbul'da şöyle dedi.\n"


@pytest.mark.parametrize("times", [1, 30])
@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "utf-8"),
        (FRENCH, "utf-8-sig"),
        (FRENCH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "utf-16"),
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "utf-16-be"),
        (ARABIC, "cp1256"),
        (ARABIC, "utf-16-le"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (JAPANESE, "iso2022_jp"),
        (JAPANESE, "utf-16-le"),
        (JAPANESE, "utf-16-be"),
        (CHINESE, "gb18030"),
        (CHINESE, "utf-16-le"),
        (ENGLISH, "cp1252"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "utf-32-le"),
        (GREEK, "cp1253"),
        (TURKISH, "cp1254"),
    ],
)
def test_text_is_read_in_its_encoding(text: str, encoding: str, times: int) -> None:
    """Every character and line end comes back, and no byte order mark."""
    assert decode((text * times).encode(encoding)) == text * times


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf_8_is_read_exactly(text: str) -> None:
    """What is valid UTF-8 is never taken for anything else."""
    if not text.startswith("\ufeff") and "\ufffd" not in text:
        assert decode(text.encode()) == text


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_reason(data: bytes) -> None:
    """No bytes raise anything but the one error."""
    with contextlib.suppress(UnusableArticle):
        assert isinstance(decode(data), str)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\u2028", "\x0c", "\n\r\n"])
def test_line_ends_are_kept(ends: str) -> None:
    """Offsets are those of the file."""
    assert decode(f"One{ends}two{ends}".encode()) == f"One{ends}two{ends}"


def test_one_broken_character_does_not_change_the_encoding() -> None:
    """A text cut within a character, or with a stray byte, stays UTF-8."""
    cut = RUSSIAN.encode()[:-3]
    assert decode(cut) == RUSSIAN[:-3] + "\N{REPLACEMENT CHARACTER}"
    stray = FRENCH.encode() * 2 + b"\xff" + RUSSIAN.encode()
    assert decode(stray) == FRENCH * 2 + "\N{REPLACEMENT CHARACTER}" + RUSSIAN


def test_far_off_letters_tell_the_encoding_of_a_long_text() -> None:
    """The first accent may stand behind a hundred thousand characters of ASCII."""
    text = "The minister went on.\n" * 5000 + FRENCH * 3
    assert decode(text.encode("cp1252")) == text


def test_a_stray_nul_is_no_reason_to_refuse_an_article() -> None:
    """Some tools leave one; it stays where it is."""
    text = "The minister said on Tuesday that talks would go on.\0\n" * 2
    assert decode(text.encode()) == text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF document"),
        (b"PK\x03\x04" + b"\0" * 30, "an Office document"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (b"\x7fELF\x02\x01\x01" + b"\0" * 30, "a program"),
        (b"\0" * 1000, "binary data"),
        (b"ab\0\0\1\2\3" * 50, "binary data"),
        (bytes(range(256)) * 4, "binary data"),
        (codecs.BOM_UTF16_LE + b"\0\xd8" * 50, "binary data"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, words: str) -> None:
    """An operator reads what the file is, where its first bytes tell."""
    with pytest.raises(UnusableArticle, match=words):
        decode(data)


@pytest.mark.parametrize("size", [200, 301, 1000, 50_000])
def test_noise_is_refused(size: int) -> None:
    """Random bytes are no text in any encoding."""
    chance = random.Random(size)  # noqa: S311 - the same noise each time
    for _ in range(20):
        with pytest.raises(UnusableArticle):
            decode(chance.randbytes(size))
