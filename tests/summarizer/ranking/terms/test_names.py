"""Names and bare surnames, as they are found at their capitals."""

from summarizer.ranking.coherence.surnames import bare_names, bare_surname, find_surnames
from summarizer.ranking.terms.names import find_names

STORY = (
    "Harbour master Tom Reyes met Ana de Souza in Kettle Bay.",
    "Reyes thanked the crews of the Kettle Line.",
    "“We will sail,” said Souza.",
    "Bay ferries stay at the bay.",
)


def test_a_name_begins_at_a_capital_that_begins_a_word() -> None:
    """Not inside a word, and at the beginning of a sentence only where it stands elsewhere too."""
    sentences = [
        "The road to al-Hasakah is shut, said Jean-Luc Brennan of the U.S. mission.",
        "Brennan's men left Erbil_Sud with Mr. Zoë Ågren.",
        "“Nobody slept.” Roads are shut.",
    ]
    assert find_names(sentences, "en", {"the"}) == [
        [("Jean-Luc", "Brennan"), ("U.S.",)],
        [("Brennan",), ("Erbil",), ("Sud",), ("Zoë", "Ågren")],
        [],
    ]


def test_surnames_in_question_are_those_of_all() -> None:
    """Looking for a few gives those of them that looking for all gives."""
    every = find_surnames(STORY)
    assert every == {"Reyes", "Souza", "Line"}
    asked = {name for sentence in STORY for name in bare_names(sentence)}
    assert find_surnames(STORY, asked) == every & asked == {"Reyes", "Souza"}
    assert [bare_surname(sentence, every) for sentence in STORY] == [None, "Reyes", "Souza", None]
