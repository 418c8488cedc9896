"""Crashes, faults and broadcasts for as long as one likes: `python -m tests.soak [MINUTES]`."""
