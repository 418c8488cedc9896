"""The gazetteer's file: compiled once from packages, then memory-mapped.

Place names and coordinates are GeoNames' (CC BY 4.0).
"""

from bot.adapters.gazetteer.cache import open_gazetteer

__all__ = ["open_gazetteer"]
