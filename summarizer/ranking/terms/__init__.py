"""Key terms: what an article is about, in a few names."""
