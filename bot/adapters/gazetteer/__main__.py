"""`python -m bot.adapters.gazetteer`: compile the gazetteer now, so that no first run has to."""

from bot.adapters.gazetteer.cache import open_gazetteer

open_gazetteer()
