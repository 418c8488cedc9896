"""One article: the summary step, the whole brief, memory, and the start of a process."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

from bot.adapters.gazetteer import open_gazetteer
from summarizer.brief import parse_article, write_brief
from summarizer.model import Article, BriefOptions
from summarizer.quotes import find_quotes
from summarizer.ranking import summarize
from tests.bench.articles import make_article
from tests.bench.measuring import fastest, fastest_process

Measure = tuple[str, float, str, float | None, bool, str]

_STEP = {30: 5.0, 500: 60.0, 2_000: 300.0, 20_000: 4_000.0}  # milliseconds
_SHOWN = {30: ("lex-rank", "text-rank", "lsa", "luhn"), 500: ("luhn",)}
_AT_ONCE, _BATCHES = 10, 15  # articles between two looks at the clock, and how many such
_SUMY_AT_500 = 500  # LexRank is compared uncapped, by sumy itself


def summaries() -> Iterator[Measure]:
    """Measure the summary step at several lengths, and sumy's beside it."""
    for sentences, limit in _STEP.items():
        parsed = parse_article(Article(text=make_article(sentences, 1), language="en"))
        quotes = find_quotes(parsed)
        ours = fastest(lambda: summarize(parsed, BriefOptions(), quotes=quotes)) * 1e3  # noqa: B023 (called at once)
        beside = []
        for name in _SHOWN.get(sentences, ()):
            options = BriefOptions(algorithm=name)
            theirs = fastest(lambda: summarize(parsed, options)) * 1e3  # noqa: B023 (called at once)
            beside.append(f"{name} {theirs:,.3g} ms, {theirs / ours:,.1f} times")
        if sentences == _SUMY_AT_500:
            theirs = _lex_rank(make_article(sentences, 1)) * 1e3
            beside.append(f"lex-rank {theirs:,.4g} ms, {theirs / ours:,.0f} times")
        yield f"summary of {sentences:,} sentences", ours, "ms", limit, False, "; ".join(beside)


def _lex_rank(text: str) -> float:
    """Time sumy's LexRank on all sentences, which Dateline would not show it."""
    from sumy.nlp.stemmers import Stemmer  # noqa: PLC0415 - as late as in what is measured
    from sumy.summarizers.lex_rank import LexRankSummarizer  # noqa: PLC0415 - the same

    from summarizer.ranking.document import document_of  # noqa: PLC0415 - the same
    from summarizer.ranking.words.body import read_body  # noqa: PLC0415 - the same

    parsed = parse_article(Article(text=text, language="en"))
    document = document_of(parsed, read_body(parsed))
    summarizer = LexRankSummarizer(Stemmer("english"))
    return fastest(lambda: summarizer(document, 3), times=1)


def whole_brief() -> Iterator[Measure]:
    """Measure everything that is done with an article of 30 sentences that is new to it."""
    gazetteer = open_gazetteer()
    options = BriefOptions()
    # None comes twice: what is remembered of words shall help as much as in a scan.
    made = (Article(text=make_article(30, seed)) for seed in count(1))
    batches = iter([list(islice(made, _AT_ONCE)) for _ in range(_BATCHES + 1)])

    def write() -> None:
        for article in next(batches):
            write_brief(article, gazetteer=gazetteer, options=options)

    took = fastest(write, times=_BATCHES) / _AT_ONCE
    yield "whole brief of 30 sentences", took * 1e3, "ms", 12.0, False, ""


def memory() -> Iterator[Measure]:
    """Measure the most memory that a process takes for the summary of 20,000 sentences."""
    program = (
        "import resource\n"
        "from summarizer.brief import parse_article\n"
        "from summarizer.model import Article, BriefOptions\n"
        "from summarizer.ranking import summarize\n"
        "from tests.bench.articles import make_article\n"
        "summarize(parse_article(Article(text=make_article(20_000, 1))), BriefOptions())\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - ours
    yield "memory at 20,000 sentences", int(done.stdout) / 1024, "MB", 300.0, False, ""


def start_up() -> Iterator[Measure]:
    """Measure processes from start to end, beside Python's own start and sumy's import."""
    dateline = [sys.executable, "-m", "bot"]
    nothing = fastest_process([sys.executable, "-c", "pass"], times=15)
    sumy = fastest_process([sys.executable, "-c", "import sumy.summarizers.lsa"])
    usage = fastest_process([*dateline, "--help"], times=15)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "article.txt")
        file.write_text(make_article(30, 1), "utf-8")
        brief = fastest_process([*dateline, "brief", str(file)])
    yield (
        "`dateline --help`, beside `python -c pass`", usage / nothing, "times", 3.0, False,
        f"{usage * 1e3:,.0f} ms, {nothing * 1e3:,.0f} ms",
    )  # fmt: skip
    yield (
        "`dateline brief` of one file, beside `import sumy.summarizers.lsa`", brief / sumy, "times",
        1.5, False, f"{brief:.2f} s, {sumy:.2f} s",
    )  # fmt: skip
