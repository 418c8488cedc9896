"""Which stretches of a paragraph stand between quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.quotes.marks.quotations import find_quotations

TABLE = [
    ('"The bridge," Beck said, "will stand."', ["The bridge,", "will stand."]),
    ("“We closed in March,” Beck said.", ["We closed in March,"]),
    ('“We closed in March," Beck said.', ["We closed in March,"]),
    ("''Great night,'' he said. ''It stood.''", ["Great night,", "It stood."]),
    ("``Great night,'' he said.", ["Great night,"]),
    ("'It's gone,' Kerr said.", ["It's gone,"]),
    ("'It's the boys' problem,' Kerr said.", ["It's the boys' problem,"]),
    ("‘It’s the boys’ problem,’ Kerr said.", ["It’s the boys’ problem,"]),
    ("The '90s were kind, the boys' mother said.", []),
    ("« Nous partons », dit-elle.", ["Nous partons"]),
    ("»Nein«, sagte er. »Ja«", ["Nein", "Ja"]),
    ("„Wir gehen“, sagte sie. „Bald.“", ["Wir gehen", "Bald."]),
    ("「行く」と言った。", ["行く"]),
    ("“She told me ‘run home’ often,” Beck said.", ["She told me ‘run home’ often,"]),
    ("“She told me “run home” often,” Beck said.", ["She told me “run home” often,"]),
    ("'He said \"go\" to me,' Kerr said.", ['He said "go" to me,']),
    ('"The board is 12" long," he said.', ['The board is 12" long,']),
    ('A 6\'2" man said "we met here".', ["we met here"]),
    ('"We closed, Beck said. "It stood," he said.', ["We closed, Beck said.", "It stood,"]),
    ('It fell" to them. "It stood," he said.', ["It stood,"]),
    ('"It stood,"Beck said, adding,"It will again."', ["It stood,", "It will again."]),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_pairs_marks(text: str, expected: list[str]) -> None:
    """Every style of marks is paired, and stray ones stay alone."""
    found = find_quotations(text, 0, len(text))
    assert [quotation.span.of(text) for quotation in found] == expected


@given(st.text(alphabet="ab S.,!'\"“”‘’„«»`- 9", max_size=60))
def test_any_text_gives_ordered_spans(text: str) -> None:
    """Whatever the marks, the quotations lie in the text, in order, without overlapping."""
    found = find_quotations(text, 0, len(text))
    position = 0
    for quotation in found:
        assert position <= quotation.outer.start <= quotation.span.start
        assert quotation.span.start < quotation.span.end <= quotation.outer.end <= len(text)
        position = quotation.outer.end
