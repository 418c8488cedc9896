"""Plain text: the article is the file, character by character."""

from bot.adapters.readers.encodings import decode
from summarizer.model import Article


def read(data: bytes) -> Article:
    """Make an article of plain text in any encoding, its line ends kept."""
    return Article(text=decode(data))
