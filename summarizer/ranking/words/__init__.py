"""The body's words, as rankers count them."""
