"""What the counter of reading faults counts, and what it does not."""

import pytest

from summarizer.brief import parse_article
from summarizer.model import Article, Parsed, Span
from tests.evaluation.readability import Fault, count_faults

# In each text the sentences between "[" and "]" are the summary.
COUNTED = [
    (Fault.PRONOUN, "Ana Ruiz keeps the dam at Ostrava.\n\n[He was held by police on Monday night.]"),
    (Fault.PRONOUN, "Tom Reyes fell ill. Nobody knew. [On Tuesday night, he was taken to a hospital in Brno.]"),
    (Fault.PRONOUN, "The port closed early. Rain fell. [It will stay shut until the storm has passed.]"),
    (Fault.PRONOUN, "A keeper spoke. Rain fell. [“The dam will hold for many years,” she said.]"),
    (Fault.PRONOUN, "Tom Reyes fell ill. Rain fell. [His lawyer asked the court in Brno for more time.]"),
    (Fault.PRONOUN, "The mill burned down. Rain fell. [This was the third fire there in a single year.]"),
    (Fault.CONNECTIVE, "The dam held. Nobody slept. [But the road to Brno was closed until Friday.]"),
    (Fault.CONNECTIVE, "The dam held. Nobody slept. [However, the road to Brno was closed for a week.]"),
    (Fault.CONNECTIVE, "The dam held. Nobody slept. [Meanwhile, engineers drained the lower basin.]"),
    (Fault.CONNECTIVE, "The dam held. Nobody slept. [As a result, two villages had no water at all.]"),
    (Fault.SURNAME, "Keeper Ana Ruiz stayed awake. Rain fell. [Ruiz told the council that the dam would hold.]"),
    (Fault.SURNAME, "Mayor Tom Reyes resigned. Rain fell. [Mr Reyes had been in office for eleven years.]"),
    (Fault.SURNAME, "The keeper, Ana Ruiz, waited. Rain fell. [“We watched the water all night long,” said Ruiz.]"),
    (Fault.MID_QUOTATION, "“We stayed. [We watched the water all night long and it fell,” said Ana Ruiz.] Rain fell."),
    (Fault.ODDITY, "The dam held. [Would you live below a dam of this age and size?]"),
    (Fault.ODDITY, "The dam held. [Stunned: Ana Ruiz beside the lower basin on Monday evening.]"),
    (Fault.ODDITY, "The dam held. [Ana Ruiz (pictured) beside the lower basin of the dam on Monday.]"),
    (Fault.ODDITY, "The dam held. [Sign up for our newsletter to get the news every morning.]"),
    (Fault.REPEAT, "[The dam above Ostrava held through the storm, engineers said on Monday.] Rain fell. [Engineers said Monday the dam above Ostrava held through this storm.]"),
    (Fault.HEADLINE, "Dam above Ostrava holds through storm\n\n[The dam above Ostrava holds through the storm.] Rain fell on Monday. Nobody was hurt."),
]  # fmt: skip
UNCOUNTED = [
    "[Ana Ruiz keeps the dam at Ostrava.] [She was praised by the council on Monday night.] Rain fell.",
    "[Ana Ruiz keeps the dam at Ostrava.] She was born there. [She was praised by the council on Monday.] Rain fell.",
    "[On Tuesday night, Tom Reyes was taken to a hospital in Brno.] Rain fell.",
    "The port closed. [It is not clear when the port will open again.]",
    "The port closed. [This week the port will stay shut for repairs.]",
    "[“The dam will hold for many years,” the keeper of the dam said.] Rain fell.",
    "The mill burned. [These villages had no water for a week, the council said.]",
    "[The dam held.] [But the road to Brno was closed until Friday.] Nobody slept.",
    "The dam held. [So far nobody in the villages below has been hurt.]",
    "The dam held. [Rather than leave, most people went up to the church.]",
    "The dam held. [Butter and bread were handed out in the school at Brno.]",
    "Keeper Ana Ruiz stayed awake. Rain fell. [Keeper Ana Ruiz told the council that the dam would hold.]",
    "[Mayor Tom Reyes resigned on Monday.] Rain fell. [Mr Reyes had been in office for eleven years.]",
    "The Supreme Court met. A court sat. [Court records show that the dam was sold in 1998.]",
    "[“We watched the water all night long and it fell,” said Keeper Ana Ruiz.] Rain fell.",
    "Ana Ruiz waited. “We stayed,” said a man. [The council thanked everybody in the valley.]",
    "[Asked by reporters, the keeper said: “Why should anybody leave the valley?”] Rain fell.",
    "The dam held. [Engineers who read the gauge every hour will share their notes on Friday.]",
    "[The dam above Ostrava held through the storm, engineers said on Monday.] Rain fell. [The road to Brno will be open for buses again by Friday.]",
    "Dam above Ostrava holds\n\n[The dam above Ostrava held on Monday after a night in which the river rose four metres.] Rain fell. Nobody was hurt.",
]  # fmt: skip


def _read(marked: str) -> tuple[Parsed, list[Span]]:
    """Take the text apart, and return the sentences that stood between brackets."""
    summary, text = [], ""
    for part in marked.split("]"):
        before, _, inside = part.partition("[")
        text += before
        if inside:
            summary.append(Span(len(text), len(text) + len(inside)))
        text += inside
    return parse_article(Article(text=text)), summary


@pytest.mark.parametrize(("fault", "marked"), COUNTED)
def test_a_fault_is_counted(fault: Fault, marked: str) -> None:
    """Each of these summaries has its fault, and no other."""
    parsed, summary = _read(marked)
    assert {found for found, _ in count_faults(parsed, summary)} == {fault}


@pytest.mark.parametrize("marked", UNCOUNTED)
def test_a_readable_summary_is_not_counted(marked: str) -> None:
    """None of these summaries has a fault."""
    parsed, summary = _read(marked)
    assert count_faults(parsed, summary) == ()
    assert len(COUNTED) == len(UNCOUNTED) == 20


def test_sentences_out_of_order_are_counted() -> None:
    """A summary keeps the article's order."""
    parsed, summary = _read("[The dam above Ostrava held.] Rain fell. [The road to Brno is shut.]")
    assert [fault for fault, _ in count_faults(parsed, summary[::-1])] == [Fault.ORDER]
