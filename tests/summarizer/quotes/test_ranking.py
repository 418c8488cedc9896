"""Which quotes are key: whole, by somebody, readable, and not all by one speaker."""

from summarizer.brief import parse_article
from summarizer.model import Article, Quote, Span
from summarizer.quotes import find_quotes, order_quotes

STORY = """Dam at Ostrava holds through the night

The dam above the town held on Monday, and nobody was hurt.

"We watched it all night long and we were ready to run, every one of us, at the first sound of the siren," said Ana
Ruiz, keeper of the dam. Peter Hall called it "a night to forget". "No," he said.

"The gates were opened by the book, in three stages, and the town was told at each of them," the operator said in a
statement.

"I carried my mother up the hill in the dark, and when I looked back I could see the water by its shine," said Joan
Lee, a teacher. "I will not sleep there again."

"We had oiled the gates in May, when nobody else would pay for the oil, and that is why they opened," Ruiz said.
"""


def _quotes(text: str = STORY) -> tuple[Quote, ...]:
    return find_quotes(parse_article(Article(text=text, language="en")))


def _names(quotes: tuple[Quote, ...]) -> list[str | None]:
    return [quote.speaker.name if quote.speaker else None for quote in quotes]


def test_a_fragment_never_outranks_a_sentence() -> None:
    """A few words inside a sentence of the writer's come after all that is whole."""
    fragments = [quote.fragment for quote in _quotes()]
    assert True in fragments
    assert fragments == sorted(fragments)


def test_the_first_are_of_different_utterances() -> None:
    """One segment stands for an utterance; its others come further down."""
    groups = [quote.group for quote in _quotes()[:4]]
    assert len(set(groups)) == len(groups)


def test_others_are_heard_before_one_speaks_again() -> None:
    """Each speaker has a quote among the first three."""
    assert set(_names(order_quotes(_quotes())[:3])) == {"Ana Ruiz", "Joan Lee", "the operator"}


def test_what_the_summary_shows_does_not_count() -> None:
    """A speaker whose quote stands in the summary is heard among the quotes all the same."""
    quotes = _quotes()
    shown = next(quote for quote in quotes if quote.span.of(STORY).startswith("We watched"))
    again = next(quote for quote in quotes if quote.span.of(STORY).startswith("We had oiled"))
    beside = [Span(shown.span.start - 1, shown.span.end + 30)]
    ordered = order_quotes(quotes, beside=beside)
    kept = {quote.span: quote.score for quote in ordered}
    assert kept[shown.span] == shown.score
    assert kept[again.span] == again.score
    lowered = {quote.span: quote.score for quote in order_quotes(quotes)}
    assert lowered[again.span] < again.score


def test_a_short_answer_comes_after_what_says_more() -> None:
    """Length that can be read counts: "No" is whole, but no key quote."""
    spoken = [quote.span.of(STORY) for quote in _quotes() if not quote.fragment]
    assert spoken.index("No,") > 2
