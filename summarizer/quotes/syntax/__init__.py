"""The grammar of attribution: words, phrases, clauses and cues."""
