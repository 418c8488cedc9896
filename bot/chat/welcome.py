"""/help: the commands, as the table has them."""

from bot.chat.model import Conversation
from bot.model import Reply


async def help_(conversation: Conversation) -> Reply:
    """List every command with what it does."""
    lines = [conversation.texts.help_title]
    for command in conversation.commands:
        asked = f"/{command.name} {command.takes}".rstrip()
        lines.append(f"{asked} — {command.does}")
    return Reply(posts=(conversation.say("\n".join(lines)),))
