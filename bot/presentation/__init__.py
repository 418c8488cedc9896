"""From a filing to the post that a chat sees."""

from bot.presentation.brief import PostOptions, brief_post, notice_post
from bot.presentation.lists import list_post
from bot.presentation.parts import Block, lay_out
from bot.presentation.plain import plain_text

__all__ = [
    "Block",
    "PostOptions",
    "brief_post",
    "lay_out",
    "list_post",
    "notice_post",
    "plain_text",
]
