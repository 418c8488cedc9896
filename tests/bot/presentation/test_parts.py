"""Parts: whatever the text, they lose nothing, are valid HTML, and fit."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.presentation import Block, lay_out, plain_text
from bot.presentation.parts import shortened, units

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=300)
BLOCKS = st.lists(
    st.builds(
        Block,
        pieces=st.lists(WORDS, max_size=5).map(tuple),
        tag=st.sampled_from(("b", "i", "blockquote", "")),
        close=st.booleans(),
    ),
    max_size=6,
)


def squeezed(text: str) -> str:
    """Take out what laying out may add or drop: white space."""
    return "".join(text.split())


def bare(html: str) -> str:
    """Take out the tags and entities that posts are made of, and nothing else."""
    text = re.sub(r"</?(?:b|i|blockquote)>", "", html)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


@given(BLOCKS, st.integers(20, 400))
def test_parts_lose_nothing(blocks: list[Block], limit: int) -> None:
    """All characters of all pieces stand in the parts, in order."""
    given_text = squeezed("".join(piece for block in blocks for piece in block.pieces))
    parts = lay_out(blocks, limit).parts
    assert squeezed("".join(bare(part) for part in parts)) == given_text


@given(BLOCKS, st.integers(20, 400))
def test_no_part_is_longer_than_telegram_takes(blocks: list[Block], limit: int) -> None:
    """A part's text, without its markup, has at most the limit's UTF-16 units."""
    for part in lay_out(blocks, limit).parts:
        assert 0 < units(bare(part)) <= limit


@given(BLOCKS)
def test_parts_are_valid_html(blocks: list[Block]) -> None:
    """Each part closes every tag that it opens, and has no bare angle bracket."""
    for part in lay_out(blocks, 100).parts:
        opened: list[str] = []
        for closing, tag in re.findall(r"<(/?)(b|i|blockquote)>", part):
            if closing:
                assert opened.pop() == tag
            else:
                opened.append(tag)
        assert opened == []
        assert not re.search(r"<(?!/?(?:b|i|blockquote)>)", part)


def test_a_part_ends_between_sentences_where_it_can() -> None:
    """A block over the limit is parted between its pieces."""
    block = Block(pieces=("The dam held.", "Nobody was hurt.", "The road is open."))
    assert lay_out([block], 32).parts == ("The dam held. Nobody was hurt.", "The road is open.")


def test_characters_outside_the_basic_plane_count_twice() -> None:
    """Telegram counts UTF-16 units: an emoji is two."""
    assert units("a\N{FIRE}") == 3
    assert lay_out([Block(pieces=("\N{FIRE}" * 20,))], 20).parts == ("\N{FIRE}" * 10,) * 2


def test_a_close_block_follows_without_an_empty_line() -> None:
    """The dateline stands right under the headline."""
    blocks = [Block(pieces=("Head",), tag="b"), Block(pieces=("Ostrava",), tag="i", close=True)]
    assert lay_out(blocks).parts == ("<b>Head</b>\n<i>Ostrava</i>",)


def test_what_nobody_reads_to_its_end_is_cut_visibly() -> None:
    """A cut text ends with the mark, at a word's end."""
    assert shortened("one two three four", "[…]", 10) == "one two […]"
    assert shortened("one two", "[…]", 10) == "one two"


def test_the_terminal_sees_words_and_quote_marks_of_blocks() -> None:
    """A block quote's lines begin with a sign; entities become their characters."""
    html = "<b>A &amp; B</b>\n\n<blockquote>“Yes”\n— Wu</blockquote>\n\n1 &lt; 2"
    assert plain_text(html) == "A & B\n\n> “Yes”\n> — Wu\n\n1 < 2"
