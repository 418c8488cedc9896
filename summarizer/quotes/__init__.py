"""Direct quotes, who says them, and which are key."""

from summarizer.quotes.finder import find_quotes
from summarizer.quotes.ranking import order_quotes

__all__ = ["find_quotes", "order_quotes"]
