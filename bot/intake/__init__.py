"""One scan: from the files in the folders to briefs in the outbox."""

from bot.intake.scan import Cycle, Scanned

__all__ = ["Cycle", "Scanned"]
