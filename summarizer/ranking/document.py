"""An article's body in sumy's document model."""

from collections.abc import Sequence

from sumy.models.dom import ObjectDocumentModel, Paragraph
from sumy.models.dom import Sentence as SumySentence

from summarizer.model import Sentence
from summarizer.ranking.words import WordTokenizer


class BodySentence(SumySentence):  # type: ignore[misc]  # sumy ships no types
    """A sentence of the body that remembers which one it is."""

    def __init__(self, text: str, tokenizer: WordTokenizer, sentence: Sentence) -> None:
        super().__init__(text, tokenizer)
        self.sentence = sentence


def build_document(text: str, body: Sequence[Sentence]) -> ObjectDocumentModel:
    """Build sumy's document of these sentences, paragraph by paragraph."""
    tokenizer = WordTokenizer()
    paragraphs: dict[int, list[BodySentence]] = {}
    for sentence in body:
        words = " ".join(sentence.span.of(text).split())
        made = BodySentence(words, tokenizer, sentence)
        paragraphs.setdefault(sentence.passage, []).append(made)
    return ObjectDocumentModel([Paragraph(sentences) for sentences in paragraphs.values()])
