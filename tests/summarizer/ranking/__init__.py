"""Ranking: the summary's sentences and the key terms."""
