"""Plain text: the article is the file, character by character, but for a header before it."""

from bot.adapters.readers.encodings import decode
from bot.adapters.readers.headers import Header, article_of, split_header
from summarizer.model import Article


def read(data: bytes) -> Article:
    """Make an article of plain text in any encoding, its line ends kept."""
    text = decode(data)
    header, body = split_header(text)
    if header == Header():
        return Article(text=text)
    return article_of(header, header.title, body.lstrip())
