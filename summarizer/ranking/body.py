"""What of an article rankers read: the sentences of its body, each text once."""

from summarizer.model import Copy, PassageKind, Sentence


def read_body(copy: Copy) -> tuple[Sentence, ...]:
    """Give the body's sentences in order, a repeated one only at its first place."""
    seen: set[str] = set()
    found = []
    for sentence in copy.sentences:
        if copy.passages[sentence.passage].kind is not PassageKind.BODY:
            continue
        words = " ".join(sentence.span.of(copy.text).split())
        if words not in seen:
            seen.add(words)
            found.append(sentence)
    return tuple(found)
