"""The Messenger: posts and edits, with every error named by its remedy."""

from telegram.constants import ParseMode

from bot.adapters.telegram.api import Api
from bot.adapters.telegram.translation import Purpose, translated
from bot.adapters.telegram.values import positive
from bot.errors import EditRefused
from bot.model import Address

_NO_PREVIEW = {"is_disabled": True}


class TelegramMessenger:
    """Sends one message a call; never repeats one by itself."""

    def __init__(self, api: Api) -> None:
        self._api = api

    async def send(
        self, address: Address, html: str, *, silent: bool = False, reply_to: int | None = None
    ) -> int:
        """Send Telegram HTML and return the message's id."""
        return await self._send(address, html, ParseMode.HTML, silent=silent, reply_to=reply_to)

    async def send_plain(self, address: Address, text: str, *, silent: bool = False) -> int:
        """Send words as they are and return the message's id."""
        return await self._send(address, text, None, silent=silent, reply_to=None)

    async def edit(self, address: Address, message_id: int, html: str) -> None:
        """Put new text into a message; the same text again is no error."""
        try:
            await self._api.call(
                "editMessageText",
                purpose=Purpose.EDIT,
                chat_id=address.chat_id,
                message_id=message_id,
                text=html,
                parse_mode=ParseMode.HTML,
                link_preview_options=_NO_PREVIEW,
            )
        except EditRefused as error:
            if "not modified" not in str(error).lower():
                raise

    async def _send(
        self,
        address: Address,
        text: str,
        parse_mode: str | None,
        *,
        silent: bool,
        reply_to: int | None,
    ) -> int:
        # A message that is gone is no reason not to answer it.
        reply = {"message_id": reply_to, "allow_sending_without_reply": True} if reply_to else None
        message = await self._api.call(
            "sendMessage",
            chat_id=address.chat_id,
            message_thread_id=address.thread_id,
            text=text,
            parse_mode=parse_mode,
            disable_notification=silent or None,
            link_preview_options=_NO_PREVIEW,
            reply_parameters=reply,
        )
        with translated():
            return positive(message["message_id"])
