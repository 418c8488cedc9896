"""Dateline as its users meet it: as a process."""
