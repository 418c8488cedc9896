"""Everything that a running bot imports and reads sooner or later, done once before forking."""

from bot.wiring.language import Opening
from summarizer.model import Article, BriefOptions

WARM = Opening(options=BriefOptions(), home=None)()(
    Article(text='Quay rebuilt\n\nSPLIT (Example Wire) - "It is done," said Ana Ruiz on Monday.')
)
"""A brief, written at import on purpose: what that reads and imports is there for every fork."""
