"""The table of commands: it drives Telegram, the console, /help and permissions."""

from bot.chat.model import Command
from bot.chat.reading import latest, places, quotes, summary
from bot.chat.subscribing import start, subscribe, unsubscribe
from bot.chat.welcome import help_

COMMANDS: tuple[Command, ...] = (
    Command(name="start", handle=start, does="what this bot does"),
    Command(name="help", handle=help_, does="everything you can ask"),
    Command(
        name="subscribe",
        handle=subscribe,
        does="get every new brief here, or in your channel",
        takes="[@channel]",
        admins=True,
        elsewhere=True,
    ),
    Command(
        name="unsubscribe",
        handle=unsubscribe,
        does="stop that",
        takes="[@channel]",
        admins=True,
        elsewhere=True,
    ),
    Command(name="latest", handle=latest, does="the newest briefs", takes="[how many]"),
    Command(name="summary", handle=summary, does="the brief of an article", takes="number"),
    Command(name="quotes", handle=quotes, does="all its quotes", takes="number"),
    Command(name="places", handle=places, does="all its places", takes="number"),
)

BY_NAME = {command.name: command for command in COMMANDS}
