"""Dateline's own ranker: the set of sentences that shares most with a human summary."""
