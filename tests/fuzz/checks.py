"""What must hold of every file's brief and posts."""

import json
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import pairwise
from types import FrameType

from bot.adapters.readers import read_article
from bot.errors import UnusableArticle
from bot.model import Filing, Post
from bot.presentation import PostOptions, brief_post, plain_text
from bot.presentation.interchange import brief_json
from summarizer.model import Article, Brief, Span
from tests.botapi.markup import MarkupError, parse, utf16
from tests.fuzz.cases import Case

Write = Callable[[Article], Brief]

PATIENCE = 90.0
"""Seconds of the processor after which a text hangs; of the clock, a busy machine decides."""

SECONDS, SECONDS_A_CHARACTER = 5.0, 100e-6
"""How much of the processor a text may take: far more than it does, far less than its square."""

_POSTS = (
    PostOptions(),
    PostOptions(quotes=30, places=50, mention="dateline_bot"),
    PostOptions(quotes=0, places=0),
)


class Fault(Exception):
    """Something does not hold."""


def check(case: Case, write: Write) -> None:
    """Read a file, write its brief and posts, and check all of them; raise Fault, or as they do."""
    with no_hang():
        began = time.process_time()
        try:
            article = read_article(case.name, case.data)
        except UnusableArticle:
            return
        brief = write(article)
        posts = [brief_post(_filing(brief), options) for options in _POSTS]
        took = time.process_time() - began
        allowed = SECONDS + SECONDS_A_CHARACTER * len(case.data)
        if took > allowed:
            raise Fault(f"took {took:.1f} s of the processor, at most {allowed:.1f} are allowed")
        _check_spans(brief)
        _check_summary(brief)
        _check_json(brief)
        for post in posts:
            _check_post(post)


@contextmanager
def no_hang() -> Iterator[None]:
    """Raise Fault where what is done takes too much of the processor's time."""

    def give_up(signum: int, frame: FrameType | None) -> None:
        raise Fault(f"hangs: not ready after {PATIENCE:.0f} s")

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _filing(brief: Brief) -> Filing:
    return Filing(id=12, brief=brief, path="/in/a.txt", digest="0" * 64, filed_at=datetime.now(UTC))


def _check_spans(brief: Brief) -> None:
    """Every span lies in the text and has words; what stands in order does."""
    parsed, end = brief.parsed, len(brief.text)
    lists: dict[str, Sequence[Span]] = {
        "passages": [passage.span for passage in parsed.passages],
        "sentences": [sentence.span for sentence in parsed.sentences],
        "summary": [sentence.span for sentence in brief.summary],
        "quotes": [quote.span for quote in brief.quotes],
        "cues": [quote.cue for quote in brief.quotes if quote.cue],
        "speakers": [quote.speaker.mention for quote in brief.quotes if quote.speaker],
        "mentions": [mention for place in brief.places for mention in place.mentions],
        "unresolved places": brief.unresolved_places,
        "dateline": [parsed.dateline.span] if parsed.dateline else [],
        "headline": [parsed.headline] if parsed.headline else [],
    }
    for name, spans in lists.items():
        for span in spans:
            if not 0 <= span.start < span.end <= end:
                raise Fault(f"{name}: {span} is no stretch of a text of {end}")
            if not span.of(brief.text).strip():
                raise Fault(f"{name}: {span} is white space")
    for name in ("passages", "sentences", "summary"):
        if fault := next(
            (pair for pair in pairwise(lists[name]) if pair[0].end > pair[1].start), None
        ):
            raise Fault(f"{name}: {fault[0]} and {fault[1]} are not in order")
    quotes = sorted(lists["quotes"])
    if fault := next((pair for pair in pairwise(quotes) if pair[0].overlaps(pair[1])), None):
        raise Fault(f"quotes: {fault[0]} and {fault[1]} overlap")
    for sentence in parsed.sentences:
        if not parsed.passages[sentence.passage].span.covers(sentence.span):
            raise Fault(f"sentence {sentence.span} does not lie in its passage")


def _check_summary(brief: Brief) -> None:
    """Every sentence is one of the article's, none has the dateline, none comes twice."""
    known = {sentence.span for sentence in brief.parsed.sentences}
    folded = [" ".join(s.span.of(brief.text).split()).casefold() for s in brief.summary]
    if any(sentence.span not in known for sentence in brief.summary):
        raise Fault("the summary has a sentence that is none of the article's")
    if len(set(folded)) < len(folded):
        raise Fault("the summary says a sentence twice")
    dateline = brief.parsed.dateline
    if dateline and any(dateline.span.overlaps(sentence.span) for sentence in brief.summary):
        raise Fault("the summary holds the dateline")


def _check_json(brief: Brief) -> None:
    """Write it as JSON, figures and all, and read it again."""
    written = json.dumps(brief_json("a.txt", brief), ensure_ascii=False, allow_nan=False)
    if json.loads(written.encode("utf-8"))["text"] != brief.text:
        raise Fault("JSON does not give the text back")


def _check_post(post: Post) -> None:
    """Every part is HTML that Telegram takes, has words, and is short enough."""
    if not post.parts:
        raise Fault("the post has no part")
    for part in post.parts:
        try:
            shown = parse(part).text
        except MarkupError as error:
            raise Fault(f"Telegram refuses a part: {error}") from error
        if not 0 < utf16(shown.strip()) <= utf16(shown) <= 4096:
            raise Fault(f"a part has {utf16(shown)} units")
        if len(plain_text(part).split()) < len(shown.split()):
            raise Fault("the plain text of a part lacks words")
