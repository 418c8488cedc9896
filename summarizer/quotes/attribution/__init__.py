"""Which words of an article give a quotation its speaker."""
