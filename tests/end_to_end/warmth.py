"""Everything that a running bot imports and reads sooner or later, done once before forking."""

from bot.adapters.workers import _made
from bot.application.language import Reading, opening_for
from config.settings import Settings

TEXT = """Quay rebuilt

SPLIT (Example Wire) - "It is done," said Ana Ruiz, head of the harbour office, on Monday.

The quay of Split had been closed for a year. Ferries to Korčula will leave from it again.
"""

WARM = _made(Reading(opening=opening_for(Settings())))(("quay.txt", TEXT.encode()))
"""A brief, written at import on purpose: what that opens and reads is there for every fork."""
