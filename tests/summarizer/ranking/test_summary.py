"""Summaries: their length, their order, and what they are made of, whatever the algorithm."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.brief import parse_article
from summarizer.model import Article, BriefOptions, Parsed, Span
from summarizer.quotes import find_quotes
from summarizer.ranking import ALGORITHMS, summarize, unread_sentences
from summarizer.ranking.algorithms import OWN
from summarizer.ranking.words.body import read_body

STORY = """Ferry resumes after storm, port says

The ferry to Kettle Bay sailed again on Tuesday after three days of storm, the port said.

Stranded: Ida Moss with her bicycle on the pier.

Two piers were broken by the waves, and harbour master Tom Reyes put the damage at $2 million.

"Nobody was in danger at any time," said Reyes. He thanked the crews, who had slept on board. But schools on the coast stay closed until Friday.

Did you see the storm? Sign up for our newsletter to read more.

The Coast Line, which runs the ferry, promised refunds to 1,200 passengers. They can ask for them until the end of May.

Two piers were broken by the waves, and harbour master Tom Reyes put the damage at $2 million.

Engineers of the port will look at the piers on Thursday and tell the council what the repairs will cost. The council meets on Monday.
"""
NOTE = "KETTLE BAY (Coast News) - The ferry sailed again on Tuesday. Nobody was hurt."


def _copy(text: str) -> Parsed:
    return parse_article(Article(text=text))


def _chosen(parsed: Parsed, **options: object) -> list[str]:
    made = BriefOptions(**options)  # type: ignore[arg-type]  # by name, as a table gives them
    summary = summarize(parsed, made, quotes=find_quotes(parsed))
    return [sentence.span.of(parsed.text) for sentence in summary]


@pytest.mark.parametrize("algorithm", ALGORITHMS)
@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_every_algorithm_gives_so_many_distinct_sentences_in_order(
    algorithm: str, count: int
) -> None:
    """As many as were asked for, each once, as they stand in the body, in the article's order."""
    parsed = _copy(STORY)
    summary = summarize(parsed, BriefOptions(sentences=count, algorithm=algorithm))
    spans = [sentence.span for sentence in summary]
    assert len(spans) == count
    assert spans == sorted(spans)
    assert len({span.of(parsed.text) for span in spans}) == count
    assert set(spans) <= {sentence.span for sentence in read_body(parsed).sentences}


@pytest.mark.parametrize("algorithm", ALGORITHMS)
@pytest.mark.parametrize("words", [1, 15, 30, 60, 1_000])
def test_every_algorithm_keeps_to_the_words(algorithm: str, words: int) -> None:
    """The words are kept to, but for a single sentence that alone is longer."""
    chosen = _chosen(_copy(STORY), sentences=3, words=words, algorithm=algorithm)
    assert 1 <= len(chosen) <= 3
    assert len(chosen) == 1 or sum(len(sentence.split()) for sentence in chosen) <= words


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_a_short_article_is_given_whole_and_once(algorithm: str) -> None:
    """Without its dateline, and no sentence twice."""
    assert _chosen(_copy(NOTE + "\n\n" + NOTE.split("- ")[1]), algorithm=algorithm) == [
        "The ferry sailed again on Tuesday.",
        "Nobody was hurt.",
    ]


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_an_empty_body_has_no_summary(algorithm: str) -> None:
    """Nothing to choose from is no error."""
    assert _chosen(_copy(" \n\n "), algorithm=algorithm) == []
    assert _chosen(_copy("Read more: Storm closes schools"), algorithm=algorithm) == []


@pytest.mark.parametrize(("words", "count"), [(60, 1), (200, 2), (600, 3), (1_500, 4), (3_000, 5)])
def test_the_length_grows_with_the_article(words: int, count: int) -> None:
    """A note gets one sentence, a long feature five."""
    numbered = [f"Village number {n} of the valley had no water on day {n}." for n in range(280)]
    text = " ".join(numbered[: words // 11])
    assert len(_chosen(_copy(text), sentences=None)) == count


def test_the_own_summary_reads_well() -> None:
    """It begins with what happened, and has no caption, question, notice, or sentence that leans."""
    chosen = _chosen(_copy(STORY))
    assert chosen[0].startswith("The ferry to Kettle Bay sailed again on Tuesday")
    assert not any(
        sentence.startswith(("Stranded", "Did", "Sign", "But", "They")) for sentence in chosen
    )
    assert not any(
        s.startswith("He ") and '"Nobody was' not in chosen[i - 1] for i, s in enumerate(chosen)
    )


def test_what_is_no_story_is_given_only_where_there_is_nothing_else() -> None:
    """Three are asked for: a question makes up the number, after the sentences of the story."""
    text = "Who would live there? The dam held on Monday. Engineers drained it. Will it hold?"
    chosen = _chosen(_copy(text), sentences=3)
    assert len(chosen) == 3
    assert "The dam held on Monday." in chosen
    assert "Engineers drained it." in chosen


def test_a_summary_of_one_does_not_repeat_the_headline() -> None:
    """A first sentence that only says the headline again is passed over."""
    text = (
        "Dam above Ostrava holds through storm\n\nThe dam above Ostrava holds through the storm.\n\n"
        "The river rose four metres in a night, and the keepers of the dam opened all its gates.\n\n"
        "Nobody in the villages below was hurt, the council said on Monday.\n\nThe road is open."
    )
    assert "The dam above Ostrava holds through the storm." not in _chosen(_copy(text), sentences=2)


@pytest.mark.parametrize("algorithm", [name for name in ALGORITHMS if name != OWN])
def test_what_a_slow_algorithm_is_not_shown_is_counted(algorithm: str) -> None:
    """The log can say how much of a long article was left out."""
    body = [f"Village number {n} had no water." for n in range(320)]
    parsed = _copy(" ".join(body))
    left = unread_sentences(parsed, BriefOptions(algorithm=algorithm))
    assert left == (20 if algorithm in {"lex-rank", "text-rank", "kl", "reduction"} else 0)
    assert unread_sentences(parsed, BriefOptions(algorithm=OWN)) == 0


@given(
    st.text(alphabet=st.sampled_from("aB .\n\"'“”()!?-é大雨ب9"), max_size=300), st.integers(1, 7)
)
@settings(max_examples=60)
def test_any_text_is_summarised(text: str, count: int) -> None:
    """Whatever the text: verbatim, in order, as many as there are up to those asked for."""
    parsed = _copy(text)
    summary = summarize(parsed, BriefOptions(sentences=count), quotes=find_quotes(parsed))
    spans: list[Span] = [sentence.span for sentence in summary]
    assert len(spans) == min(count, len(read_body(parsed).texts))
    assert spans == sorted(spans)


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_scores_are_numbers_where_no_sentence_has_a_word_of_its_own(algorithm: str) -> None:
    """LexRank divides nothing by nothing there, which JSON cannot write."""
    text = "The.\n\nThe of.\n\nOf the.\n\nAnd the of.\n\nAnd.\n\nOf and the.\n\nTo the."
    parsed = parse_article(Article(text=text, language="en"))
    found = summarize(parsed, BriefOptions(algorithm=algorithm))
    assert all(math.isfinite(sentence.score) for sentence in found)
