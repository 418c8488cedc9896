"""The composition root: plain constructor calls; nothing happens at import."""
