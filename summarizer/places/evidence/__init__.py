"""Evidence: what speaks for and against a toponym's being a place."""
