"""The place finder and what it rests on."""
