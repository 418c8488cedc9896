"""The post of a brief, piece by piece."""

from dataclasses import replace
from datetime import date, timedelta

from bot.model import FilingLine
from bot.presentation import PostOptions, brief_post, plain_text
from summarizer.model import Dateline, Speaker
from tests.makers import NOON, STORY, a_brief, a_filing, a_place, a_quote, span

RUIZ = Speaker(name="Ana Ruiz", role="keeper of the dam", mention=span(STORY, "Ana Ruiz"))


def test_a_post_holds_everything_a_reader_wants() -> None:
    """Headline, origin, summary, quote with speaker, places and number, in this order."""
    brief = a_brief(
        quotes=(
            a_quote(STORY, "It will hold,", speaker=RUIZ),
            a_quote(STORY, "We watched it all night long.", speaker=RUIZ),
        ),
        places=(a_place(STORY, "Ostrava", "Ostrava, Czechia"), a_place(STORY, "Brno", "Brno")),
        dateline=Dateline(
            span=span(STORY, "OSTRAVA (Example Wire) - "),
            place=span(STORY, "OSTRAVA"),
            source=span(STORY, "Example Wire"),
        ),
        published=date(2026, 3, 2),
    )
    assert brief_post(a_filing(brief, number=7), PostOptions()).parts == (
        "<b>Dam at Ostrava holds</b>\n"
        "<i>Ostrava · Example Wire · 2 March 2026</i>\n\n"
        "The dam above the town held on Monday, its keeper said.\n\n"
        "<blockquote>“It will hold, […] We watched it all night long.”\n"
        "— Ana Ruiz, keeper of the dam</blockquote>\n\n"
        "Ostrava, Czechia · Brno\n\n"
        "No. 7 · /quotes_7 · /places_7",
    )


def test_a_second_quote_names_its_speaker_as_briefly_as_the_article() -> None:
    """The full name and the role are given once."""
    text = 'Dam\n\n"It will hold," said Ana Ruiz. Later: "Go home now," said Ruiz.\n'
    full = Speaker(name="Ana Ruiz", role="keeper", mention=span(text, "Ana Ruiz"))
    brief = a_brief(
        text,
        summary=(),
        quotes=(
            a_quote(text, "It will hold,", group=0, speaker=full),
            a_quote(
                text, "Go home now,", group=1, speaker=replace(full, mention=span(text, "Ruiz", 1))
            ),
        ),
    )
    post = plain_text(brief_post(a_filing(brief), PostOptions()).parts[0])
    assert "— Ana Ruiz, keeper\n" in post
    assert "> “Go home now,”\n> — Ruiz\n" in post


def test_a_quote_that_the_summary_holds_is_not_shown_again() -> None:
    """Its sentence stands there already."""
    sentence = '"It will hold," said Ana Ruiz, keeper of the dam.'
    brief = a_brief(summary=(sentence,), quotes=(a_quote(STORY, "It will hold,", speaker=RUIZ),))
    assert "blockquote" not in brief_post(a_filing(brief), PostOptions()).parts[0]


def test_fragments_and_quotes_of_nobody_are_left_out() -> None:
    """They say little on a phone."""
    brief = a_brief(
        quotes=(
            a_quote(STORY, "It will hold,", group=0, speaker=RUIZ, fragment=True),
            a_quote(STORY, "We watched it all night long.", group=1),
        )
    )
    assert "blockquote" not in brief_post(a_filing(brief), PostOptions()).parts[0]


def test_an_outlet_is_no_place_of_the_story() -> None:
    """A place that stands only in an organisation's name is not shown."""
    brief = a_brief(
        places=(
            a_place(STORY, "Ostrava", "Ostrava", in_names_only=True),
            a_place(STORY, "Brno", "Brno, Czechia"),
        )
    )
    assert "\n\nBrno, Czechia\n\n" in brief_post(a_filing(brief), PostOptions()).parts[0]


def test_article_text_is_never_markup() -> None:
    """Angle brackets and ampersands of an article are escaped."""
    text = "A <b>bold</b> & brave head\n\nIt said 1 < 2 & more.\n"
    brief = a_brief(text, summary=("It said 1 < 2 & more.",))
    assert (
        brief_post(a_filing(brief), PostOptions())
        .parts[0]
        .startswith(
            "<b>A &lt;b&gt;bold&lt;/b&gt; &amp; brave head</b>\n\nIt said 1 &lt; 2 &amp; more."
        )
    )


def test_commands_name_the_bot_where_a_group_needs_it() -> None:
    """In a group several bots may know the same command."""
    brief = a_brief(places=(a_place(STORY, "Brno", "Brno"),))
    post = brief_post(a_filing(brief, number=3), PostOptions(mention="dateline_bot"))
    assert post.parts[0].endswith("No. 3 · /places_3@dateline_bot")


def test_a_correction_says_when_and_what_in_the_chats_zone() -> None:
    """The hour is the chat's; UTC is named."""
    filing = replace(
        a_filing(), updated_at=NOON + timedelta(minutes=5), change="the toll is 12, not 10"
    )
    assert (
        "<i>Updated 12:05 UTC: the toll is 12, not 10</i>"
        in (brief_post(filing, PostOptions()).parts[0])
    )
    assert (
        "<i>Updated 13:05: " in (brief_post(filing, PostOptions(timezone="Europe/Prague")).parts[0])
    )


def test_an_article_without_a_headline_begins_with_its_story() -> None:
    """Its first words are not told twice; only a post of nothing else has a title made up."""
    bare = replace(a_brief(), parsed=replace(a_brief().parsed, headline=None))
    assert brief_post(a_filing(bare), PostOptions()).parts[0].startswith("The dam above the town")
    nothing = a_brief("", summary=())
    assert brief_post(a_filing(nothing), PostOptions()).parts[0].startswith("<b>/in/dam.txt</b>")


def test_copies_of_the_story_are_named() -> None:
    """Each with the command that opens it; the article's own number stays last."""
    parsed = FilingLine(id=9, title="Dam\nholds firm", filed_at=NOON)
    post = brief_post(a_filing(number=3), PostOptions(duplicates=(parsed,)))
    assert post.parts[0].endswith("\n\nAlso in: Dam holds firm (/summary_9)\n\nNo. 3")
