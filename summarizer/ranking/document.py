"""An article's body in sumy's document model."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from sumy.models.dom import ObjectDocumentModel, Paragraph
from sumy.models.dom import Sentence as SumySentence

from summarizer.model import Parsed, Quote, Sentence, Span
from summarizer.ranking.words.body import Body
from summarizer.ranking.words.lexis import Lexis
from summarizer.ranking.words.stems import WordTokenizer


class BodySentence(SumySentence):  # type: ignore[misc]  # sumy ships no types
    """A sentence of the body that remembers which one it is.

    `quoted` is the share of it that stands between marks; `in_quotation` tells that it begins
    inside a quotation which an earlier sentence opened; `alone` that it is all of its paragraph. A
    summarizer leaves its `rating` here.
    """

    def __init__(self, text: str, tokenizer: WordTokenizer, sentence: Sentence) -> None:
        super().__init__(text, tokenizer)
        self.sentence = sentence
        self.quoted = 0.0
        self.in_quotation = False
        self.alone = False
        self.rating = 1.0


class BodyDocument(ObjectDocumentModel):  # type: ignore[misc]  # sumy ships no types
    """The body's paragraphs, with the headline's words beside them.

    `lexis` is the words of all its sentences, where they have been counted already.
    """

    def __init__(
        self, paragraphs: Sequence[Paragraph], headline: str = "", lexis: Lexis | None = None
    ) -> None:
        super().__init__(paragraphs)
        self.headline = headline
        self.lexis = lexis


def document_of(parsed: Parsed, body: Body, quotes: Sequence[Quote] = ()) -> BodyDocument:
    """Build sumy's document of a body."""
    made = shown_document(parsed, body.texts, quotes)
    made.lexis = body.lexis
    return made


def shown_document(
    parsed: Parsed, texts: Mapping[str, Sentence], quotes: Sequence[Quote] = ()
) -> BodyDocument:
    """Build sumy's document of sentences by their words: some of a body, or all."""
    tokenizer = WordTokenizer()
    spans = sorted([(quote.span.start, quote.span.end) for quote in quotes])
    paragraphs: dict[int, list[BodySentence]] = {}
    for words, sentence in texts.items():
        made = BodySentence(words, tokenizer, sentence)
        if spans and (near := _overlapping(spans, sentence.span)):
            made.quoted = _share(near, sentence.span)
            made.in_quotation = near[0][0] < sentence.span.start
        paragraphs.setdefault(sentence.passage, []).append(made)
    for sentences in paragraphs.values():
        sentences[0].alone = len(sentences) == 1
    headline = parsed.headline.of(parsed.text) if parsed.headline else ""
    return BodyDocument([Paragraph(sentences) for sentences in paragraphs.values()], headline)


def _overlapping(spans: Sequence[tuple[int, int]], sentence: Span) -> list[tuple[int, int]]:
    """Return those spans, of some in order and apart, that share text with the sentence."""
    found = []
    at = max(0, bisect_right(spans, (sentence.start, sentence.end)) - 1)
    while at < len(spans) and spans[at][0] < sentence.end:
        if spans[at][1] > sentence.start:
            found.append(spans[at])
        at += 1
    return found


def _share(spans: Sequence[tuple[int, int]], sentence: Span) -> float:
    """Return the share of the sentence that the spans cover."""
    covered = sum(min(end, sentence.end) - max(start, sentence.start) for start, end in spans)
    return covered / len(sentence)
