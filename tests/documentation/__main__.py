"""`python -m tests.documentation`: bring the made parts of README.md up to date."""

from tests.documentation.parts import README, renewed

README.write_text(renewed(README.read_text("utf-8")), "utf-8")
