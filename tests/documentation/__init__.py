"""The parts of README.md that are made, not written: they cannot come to be untrue."""
