"""Bytes to text: byte order marks first, then UTF-8, then UTF-16 by its looks, then chardet.

Line ends stay as they are, so that offsets are those of the file.
"""

import codecs
import re
import unicodedata

from bot.errors import UnusableArticle

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16's, which begins alike
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF89a", "an image"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "a database"),
)
WHITE = "\t\n\v\f\r\x1c\x1d\x1e\x85"
CONTROLS = frozenset(map(chr, (*range(32), *range(127, 160), 0xFFFD))) - frozenset(WHITE)
"""What text hardly holds; U+FFFD stands for what could not be decoded."""
CONTROL = re.compile(f"[{''.join(sorted(CONTROLS))}]")

MOST_CONTROLS = 0.02
"""The share of control characters above which text is none."""

GOOD_TO_BAD = 4
"""How many proper characters of UTF-8 make up for a broken one."""

SAMPLE = 65_536
"""How much of a text is enough to tell what it is: bytes for chardet, characters else."""


def decode(data: bytes) -> str:
    """Return the text of a file's bytes; raise UnusableArticle where they are no text."""
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise UnusableArticle(f"the file is no text but {what}")
    marked = any(data.startswith(mark) for mark, _ in MARKS)
    for understood in (_by_mark,) if marked else (_as_utf8, _as_wide, _as_guessed):
        text = understood(data)
        if text is not None and not _is_junk(text):
            return text
    raise UnusableArticle("the file is no text (binary data)")


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            body = data[len(mark) :]
            whole = len(body) - len(body) % (
                4 if "32" in encoding else 2 if "16" in encoding else 1
            )
            return body[:whole].decode(encoding, errors="replace")
    return None


def _as_utf8(data: bytes) -> str | None:
    """Read UTF-8, with a few broken characters replaced; None where it is something else."""
    if b"\x1b$" in data or b"\x1b(" in data:
        return None  # ISO 2022: seven bits, with shifts by escape
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
        bad = text.count("\N{REPLACEMENT CHARACTER}")
        good = sum(1 for character in text if character > "\x7f") - bad
        return text if good >= GOOD_TO_BAD * bad else None
    # Every ASCII character of UTF-16 has a zero beside it, and is valid UTF-8 with it.
    return None if text.count("\0") > MOST_CONTROLS * len(text) else text


def _as_wide(data: bytes) -> str | None:
    """Read UTF-16 or UTF-32 without a mark: the one whose characters are all letters and marks."""
    for encoding, width in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        if len(data) % width:
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _reads_well(text[:SAMPLE]):
            return text
    return None


def _reads_well(text: str) -> bool:
    """Distinguish text from bytes paired by chance: few scripts, words between spaces or stops."""
    if any(unicodedata.category(character) in ("Cn", "Co", "Cs") for character in set(text)):
        return False
    if _is_junk(text) or not any(character in " \n、。，،۔" for character in text):
        return False
    blocks = {ord(character) >> 8 for character in text if not 0x3400 <= ord(character) < 0xD7A4}
    return len(blocks) <= 2 + len(text) // 20


def _as_guessed(data: bytes) -> str | None:
    """Read what chardet takes the bytes for; it looks at lines beyond ASCII only."""
    import chardet  # noqa: PLC0415 - few files need it

    sample = data[:SAMPLE]
    if len(data) > SAMPLE:
        lines = data.split(b"\n")
        sample = b"\n".join(line for line in lines if not line.isascii())[:SAMPLE] or sample
    encoding = chardet.detect(sample)["encoding"]
    if encoding is None:
        return None
    try:
        return data.decode(encoding, errors="replace")
    except LookupError:
        return None


def _is_junk(text: str) -> bool:
    """Return whether so much of a text is control characters that it is none."""
    sample = text[:SAMPLE]
    return len(CONTROL.findall(sample)) > max(1, MOST_CONTROLS * len(sample))
