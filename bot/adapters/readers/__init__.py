"""From a file's bytes to an article: one module a format, one row each in the table here."""

from pathlib import PurePath
from typing import Protocol

from bot.adapters.readers import markdown, plain
from bot.errors import UnusableArticle
from summarizer.model import Article


class Reader(Protocol):
    """Knows one format."""

    def __call__(self, data: bytes, /) -> Article:
        """Make an article of a file's bytes; raise UnusableArticle with the reason."""
        ...


READERS: dict[str, Reader] = {
    ".md": markdown.read,
    ".txt": plain.read,
}
"""The reader for each ending of a file's name, in lower case."""

SUFFIXES = frozenset(READERS)

LONGEST_REASON = 300
"""Characters of what an operator is told of an error; a library's may quote the whole file."""


def read_article(name: str, data: bytes) -> Article:
    """Read a file's bytes by the ending of its name; without one they are plain text.

    Raise UnusableArticle for what holds no article: nothing at all, no text, no words. Whatever
    a reader fails at is that file's fault and no other's.
    """
    suffix = PurePath(name).suffix.lower()
    reader = READERS.get(suffix) if suffix else plain.read
    if reader is None:
        known = ", ".join(sorted(READERS))
        raise UnusableArticle(f"{suffix} files cannot be read; those that can: {known}")
    if not data.strip():
        raise UnusableArticle("the file is empty")
    article = _read(reader, data)
    if not article.text.strip():
        raise UnusableArticle("the file holds no text")
    if not any(character.isalpha() for character in article.text):
        raise UnusableArticle("the file holds no words")
    return article


def _read(reader: Reader, data: bytes) -> Article:
    try:
        return reader(data)
    except (UnusableArticle, OSError, MemoryError):  # the last two: the machine's
        raise
    except Exception as error:
        said = f"{type(error).__name__}: {error}"[:LONGEST_REASON]
        raise UnusableArticle(f"cannot be read: {said}") from error
