"""Plain text: the article is the file, character by character, but for a header before it."""

from bot.adapters.readers.encodings import decode
from bot.adapters.readers.headers import split_header, stated
from summarizer.model import Article


def read(data: bytes) -> Article:
    """Make an article of plain text in any encoding, its line ends kept."""
    header, body = split_header(decode(data))
    return stated(header, header.title, body)
