"""The post of what is over the backlog: how many more there are, and the newest of them."""

from collections.abc import Sequence

from bot.model import FilingLine, Post
from bot.presentation.brief import PostOptions, command
from bot.presentation.parts import Block, lay_out, one_line, shortened

SHOWN = 10
"""How many headlines such a list holds."""


def list_post(amount: int, newest: Sequence[FilingLine], options: PostOptions) -> Post:
    """Make the post that stands for `amount` filings; `newest` are the newest of them."""
    blocks = [Block(pieces=(options.texts.overflow.format(count=amount),))]
    if newest:
        lines = tuple(listed_line(line, "summary", options.mention) for line in newest[:SHOWN])
        blocks.append(Block(pieces=lines, joint="\n"))
    return lay_out(blocks)


def listed_line(line: FilingLine, name: str, mention: str | None) -> str:
    """Return an article's line in a list: the command that opens it, and its headline."""
    return f"{command(name, line.id, mention)} {shortened(one_line(line.title), '…', 120)}"
