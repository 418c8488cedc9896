"""What filings are called."""

from dataclasses import replace

from summarizer.model import Sentence
from tests.makers import STORY, a_brief, a_filing, span


def test_a_filing_is_called_by_its_headline() -> None:
    """The article's own words come first."""
    assert a_filing().title == "Dam at Ostrava holds"


def test_without_a_headline_by_the_start_of_its_story() -> None:
    """The first sentence, without the dateline, cut between words where it is long."""
    sentence = Sentence(span=span(STORY, "The dam above the town held on Monday"), passage=0)
    brief = a_brief()
    bare = replace(brief, parsed=replace(brief.parsed, headline=None, sentences=(sentence,)))
    assert a_filing(bare).title == "The dam above the town held on Monday"
    unsplit = replace(brief, parsed=replace(brief.parsed, headline=None))
    assert a_filing(unsplit).title == (
        "Dam at Ostrava holds OSTRAVA (Example Wire) - The dam above the town held on Monday, its keeper …"
    )
    assert a_filing(a_brief("", summary=())).title == "/in/dam.txt"
