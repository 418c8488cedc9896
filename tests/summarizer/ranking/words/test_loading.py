"""What comes along when briefs are written."""

import subprocess
import sys

_BRIEF = """
import sys
from summarizer.model import Article, BriefOptions
from summarizer.brief import write_brief

text = "The dam burst. " + " ".join(f"Ruiz said that {number} homes were flooded." for number in range(9))
brief = write_brief(Article(text=text), gazetteer=None, options=BriefOptions())
assert brief.summary and "nltk" in sys.modules
assert not [name for name in sys.modules if name.startswith("scipy")], "scipy was loaded"
import scipy.stats  # can be imported afterwards
"""


def test_briefs_are_written_without_scipy() -> None:
    """It would take as long to load as all the rest, and nothing that writes briefs uses it."""
    subprocess.run([sys.executable, "-c", _BRIEF], check=True)  # noqa: S603 - our own
