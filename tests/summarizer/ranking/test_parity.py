"""Every sumy algorithm, chosen by name, against sumy itself."""

import random
from importlib import import_module

import numpy as np
import pytest
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.utils import get_stop_words

from summarizer.brief import parse_article
from summarizer.model import Article, BriefOptions
from summarizer.ranking import ALGORITHMS, summarize
from summarizer.ranking.algorithms import OWN
from summarizer.ranking.words.lexis import read_lexis
from summarizer.ranking.words.stems import WordTokenizer, stemmer, stop_words

CLASSES = {
    "lex-rank": "lex_rank.LexRankSummarizer",
    "text-rank": "text_rank.TextRankSummarizer",
    "lsa": "lsa.LsaSummarizer",
    "luhn": "luhn.LuhnSummarizer",
    "kl": "kl.KLSummarizer",
    "sum-basic": "sum_basic.SumBasicSummarizer",
    "reduction": "reduction.ReductionSummarizer",
}
NOUNS = (
    "dam",
    "river",
    "keeper",
    "council",
    "storm",
    "village",
    "road",
    "ferry",
    "harbour",
    "school",
)
VERBS = ("held", "broke", "closed", "opened", "warned", "crossed", "flooded", "left", "reached")


def _sentences(count: int, seed: int) -> list[str]:
    """Make sentences that share some words, all different."""
    made = random.Random(seed)  # noqa: S311 - no secret
    return [
        f"The {made.choice(NOUNS)} of {made.choice(NOUNS)} number {n} {made.choice(VERBS)} the "
        f"{made.choice(NOUNS)} and {made.choice(VERBS)} a {made.choice(NOUNS)} on day {made.randint(1, 9)}."
        for n in range(count)
    ]


@pytest.mark.parametrize("count", [1, 3, 5])
@pytest.mark.parametrize("algorithm", CLASSES)
def test_sumy_by_name_is_sumy(algorithm: str, count: int) -> None:
    """Given the same sentences and words, the same sentences come back."""
    for seed in range(3):
        sentences = _sentences(24, seed)
        text = "\n\n".join(" ".join(sentences[at : at + 3]) for at in range(0, 24, 3))
        parsed = parse_article(Article(text=text, language="en"))
        ours = summarize(parsed, BriefOptions(sentences=count, algorithm=algorithm))
        module, name = CLASSES[algorithm].split(".")
        theirs = getattr(import_module(f"sumy.summarizers.{module}"), name)(Stemmer("english"))
        theirs.stop_words = get_stop_words("english")
        tokenizer = WordTokenizer()
        paragraphs = [
            Paragraph([Sentence(one, tokenizer) for one in sentences[at : at + 3]])
            for at in range(0, 24, 3)
        ]
        expected = theirs(ObjectDocumentModel(paragraphs), count)
        assert [s.span.of(text) for s in ours] == [str(sentence) for sentence in expected]


def test_every_algorithm_but_random_and_the_own_is_compared() -> None:
    """A new name in the table of algorithms is compared, or this fails."""
    assert set(ALGORITHMS) == {*CLASSES, "random", OWN}


def test_the_sparse_product_is_the_sum_of_the_matrix() -> None:
    """Centrality is the row sums of the matrix of cosines that LexRank makes, never made here."""
    sentences = _sentences(40, 7)
    lexis = read_lexis(tuple(sentences), stemmer("en"), stop_words("en"))
    rows = np.zeros((40, len(lexis.stems)))
    for place in range(40):
        for word in lexis.tokens(place).tolist():
            rows[place, word] += not lexis.stop[word]
    rows *= np.log1p(40 / np.maximum(1, (rows > 0).sum(axis=0)))
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    sums = (rows @ rows.T).sum(axis=1)
    assert np.allclose(lexis.central, sums / sums.max())
    lex_rank = LexRankSummarizer(Stemmer("english"))
    assert lex_rank.threshold == 0.1, "sumy's own takes each similarity as all or nothing"
