"""The places of an article: toponyms, then which place each one is, then their order."""

from summarizer.places.finder import Places, find_places
from summarizer.places.gazetteer.gazetteer import Gazetteer

__all__ = ["Gazetteer", "Places", "find_places"]
