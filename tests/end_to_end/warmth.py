"""Everything that a running bot imports and reads sooner or later, done once before forking."""

from bot.adapters.writers import _made
from bot.wiring.language import make_writers
from config.settings import Settings
from summarizer.model import Article

TEXT = """Quay rebuilt

SPLIT (Example Wire) - "It is done," said Ana Ruiz, head of the harbour office, on Monday.

The quay of Split had been closed for a year. Ferries to Korčula will leave from it again.
"""

WARM = _made(make_writers(Settings())._make)(Article(text=TEXT))
"""A brief, written at import on purpose: what that opens and reads is there for every fork."""
