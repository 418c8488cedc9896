"""What of an article rankers read: the sentences of its body, each text once."""

from summarizer.model import Copy, PassageKind, Sentence


def read_texts(copy: Copy) -> dict[str, Sentence]:
    """Give the body's sentences in order, by their words with single spaces between these.

    A repeated sentence is there only at its first place.
    """
    text, passages, body = copy.text, copy.passages, PassageKind.BODY
    found: dict[str, Sentence] = {}
    for sentence in copy.sentences:
        if passages[sentence.passage].kind is body:
            span = sentence.span
            found.setdefault(" ".join(text[span.start : span.end].split()), sentence)
    return found


def read_body(copy: Copy) -> tuple[Sentence, ...]:
    """Give the body's sentences in order, a repeated one only at its first place."""
    return tuple(read_texts(copy).values())
