"""Quotation marks, and the quotations between them."""
