"""From a file's bytes to an article: one module a format, one row each in the table here."""

from pathlib import PurePath
from typing import Protocol

from bot.adapters.readers import markdown, plain
from bot.errors import UnusableArticle
from summarizer.model import Article


class Reader(Protocol):
    """Knows one format."""

    def __call__(self, data: bytes, /) -> Article:
        """Make an article of a file's bytes; raises UnusableArticle with the reason."""
        ...


READERS: dict[str, Reader] = {
    ".md": markdown.read,
    ".txt": plain.read,
}
"""The reader for each ending of a file's name, in lower case."""

SUFFIXES = frozenset(READERS)


def read_article(name: str, data: bytes) -> Article:
    """Read a file's bytes by the ending of its name; without one they are plain text.

    Raises UnusableArticle for what holds no article: nothing at all, no text, no words.
    """
    suffix = PurePath(name).suffix.lower()
    reader = READERS.get(suffix) if suffix else plain.read
    if reader is None:
        known = ", ".join(sorted(READERS))
        raise UnusableArticle(f"{suffix} files cannot be read; those that can: {known}")
    if not data.strip():
        raise UnusableArticle("the file is empty")
    article = reader(data)
    if not article.text.strip():
        raise UnusableArticle("the file holds no text")
    if not any(character.isalpha() for character in article.text):
        raise UnusableArticle("the file holds no words")
    return article
