"""What holds of the posts of any text's brief."""

from hypothesis import given
from hypothesis import strategies as st

from bot.presentation import PostOptions, brief_post
from bot.presentation.quotes import chosen_quotes
from summarizer.brief import write_brief
from summarizer.model import Article, BriefOptions
from tests.botapi.markup import parse, utf16
from tests.makers import a_filing

PIECES = (
    "The dam at Ostrava held on Monday", "its keeper said", "said Ana Ruiz", "OSTRAVA (Example Wire) - ",
    "<b>", "</i>", "&amp;", "&", "<", ">", "&#x0;", '"', '"', "“", "”", ". ", ". ", ", ", " ", "\n\n", "\n",
    "\N{FIRE}", "\u202e", "\0", "a" * 5000, "It will hold. " * 400, "大" * 3000,
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join)


def squeezed(text: str) -> str:
    """Take out white space, which a post may fold."""
    return "".join(text.split())


@given(TEXTS, st.sampled_from((None, 3, 40)), st.sampled_from((None, "dateline_bot")))
def test_posts_are_taken_by_telegram(text: str, sentences: int | None, mention: str | None) -> None:
    """Every part is valid HTML with words in it, and within 4,096 UTF-16 units."""
    brief = write_brief(
        Article(text=text), gazetteer=None, options=BriefOptions(sentences=sentences)
    )
    parts = brief_post(a_filing(brief), PostOptions(mention=mention)).parts
    assert parts
    assert all(0 < utf16(parse(part).text) <= 4096 and parse(part).text.strip() for part in parts)


@given(TEXTS)
def test_posts_lose_nothing(text: str) -> None:
    """All of the summary and the chosen quotes stands in the parts, but for what is cut visibly."""
    brief = write_brief(Article(text=text), gazetteer=None, options=BriefOptions(sentences=20))
    post = brief_post(a_filing(brief), PostOptions())
    shown = squeezed("".join(parse(part).text for part in post.parts))
    for sentence in brief.summary:
        words = squeezed(sentence.span.of(text))
        assert words in shown or (len(words) > 1000 and words[:1000] in shown)
    for quote in chosen_quotes(brief, 3):
        assert squeezed(quote.span.of(text))[:200] in shown
