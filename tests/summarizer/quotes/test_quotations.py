"""Which stretches of a paragraph stand between quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.quotes.quotations import find_quotations

TABLE = [
    ('"The dam," Ruiz said, "will hold."', ["The dam,", "will hold."]),
    ("“We ended in June,” Ruiz said.", ["We ended in June,"]),
    ('“We ended in June," Ruiz said.', ["We ended in June,"]),
    ("''Proud day,'' he said. ''It held.''", ["Proud day,", "It held."]),
    ("``Proud day,'' he said.", ["Proud day,"]),
    ("'It's over,' Lee said.", ["It's over,"]),
    ("'It's the boys' problem,' Lee said.", ["It's the boys' problem,"]),
    ("‘It’s the boys’ problem,’ Lee said.", ["It’s the boys’ problem,"]),
    ("The '90s were kind, the boys' mother said.", []),
    ("« Nous partons », dit-elle.", ["Nous partons"]),
    ("»Nein«, sagte er. »Ja«", ["Nein", "Ja"]),
    ("„Wir gehen“, sagte sie. „Bald.“", ["Wir gehen", "Bald."]),
    ("「行く」と言った。", ["行く"]),
    ("“He told me ‘leave now’ twice,” Ruiz said.", ["He told me ‘leave now’ twice,"]),
    ("“He told me “leave now” twice,” Ruiz said.", ["He told me “leave now” twice,"]),
    ("'He said \"go\" to me,' Lee said.", ['He said "go" to me,']),
    ('"The board is 12" long," he said.', ['The board is 12" long,']),
    ('A 6\'2" man said "it stood here".', ["it stood here"]),
    ('"We ended, Ruiz said. "It held," he said.', ["We ended, Ruiz said.", "It held,"]),
    ('It fell" to them. "It held," he said.', ["It held,"]),
    ('"It held,"Ruiz said, adding,"It will again."', ["It held,", "It will again."]),
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
