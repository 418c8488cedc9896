"""A Bot API server for tests: strict as Telegram's, scriptable, on loopback.

In a test's own process:

    async with BotApi(limits=Limits()) as api:
        ada = api.private(17, "Ada")
        api.say(ada, "/start")                           # an update for the bot
        await api.until(lambda: api.sent_to(ada))        # no sleeping
        api.fail(Effect.DROP_ANSWER, chat_id=17)         # trouble for the next sendMessage

Messages arrive in `api.sent`; what was refused is in `api.refused()`. As a process of its own,
which outlives a killed bot: `RemoteBotApi.launch()`.
"""

from tests.botapi.control import RemoteBotApi
from tests.botapi.faults import Effect, Fault
from tests.botapi.limits import NONE, Limits
from tests.botapi.server import CERTIFICATE, TOKEN, BotApi
from tests.botapi.tally import Tally, tally
from tests.botapi.world import BOT, Json, Message, Room

__all__ = [
    "BOT",
    "CERTIFICATE",
    "NONE",
    "TOKEN",
    "BotApi",
    "Effect",
    "Fault",
    "Json",
    "Limits",
    "Message",
    "RemoteBotApi",
    "Room",
    "Tally",
    "tally",
]
