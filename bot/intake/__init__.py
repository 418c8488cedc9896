"""One scan: from the files in the folders to briefs in the outbox."""

from bot.intake.scan import Scanned, Scanner

__all__ = ["Scanned", "Scanner"]
