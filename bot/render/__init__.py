"""From a filing to the post that a chat sees."""

from bot.render.brief import PostOptions, brief_post, notice_post
from bot.render.lists import list_post
from bot.render.parts import Block, lay_out
from bot.render.plain import plain_text

__all__ = [
    "Block",
    "PostOptions",
    "brief_post",
    "lay_out",
    "list_post",
    "notice_post",
    "plain_text",
]
