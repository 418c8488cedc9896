"""What of an article rankers read: the sentences of its body, each text once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from summarizer.model import Parsed, PassageKind, Sentence
from summarizer.ranking.words.lexis import Lexis, read_lexis
from summarizer.ranking.words.stems import stemmer, stop_words


@dataclass(frozen=True, kw_only=True, eq=False)
class Body:
    """The body's sentences in order, by their words with single spaces between these.

    A repeated sentence is there only at its first place. `language` is an ISO 639-1 code.
    """

    texts: Mapping[str, Sentence]
    language: str

    @cached_property
    def lexis(self) -> Lexis:
        """The words of all sentences, counted when they are first asked for."""
        return read_lexis(tuple(self.texts), stemmer(self.language), stop_words(self.language))

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences without their words."""
        return tuple(self.texts.values())


def read_body(parsed: Parsed) -> Body:
    """Return the body of an article."""
    text, passages, body = parsed.text, parsed.passages, PassageKind.BODY
    found: dict[str, Sentence] = {}
    for sentence in parsed.sentences:
        if passages[sentence.passage].kind is body:
            span = sentence.span
            found.setdefault(" ".join(text[span.start : span.end].split()), sentence)
    return Body(texts=found, language=parsed.language)
