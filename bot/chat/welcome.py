"""/help: the commands, as the table has them."""

from bot.chat.model import Desk
from bot.model import Reply


async def help_(desk: Desk) -> Reply:
    """List every command with what it does."""
    lines = [desk.texts.help_title]
    for command in desk.commands:
        asked = f"/{command.name} {command.takes}".rstrip()
        lines.append(f"{asked} — {command.does}")
    return Reply(posts=(desk.say("\n".join(lines)),))
