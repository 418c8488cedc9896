"""Delivery, on a real store, with a clock of its own."""
