"""The Messenger: posts and edits, with every error named by its remedy."""

from collections.abc import Awaitable, Callable

from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.adapters.telegram.api import Api
from bot.adapters.telegram.translation import Purpose, translated
from bot.errors import ServerTrouble, TokenRefused
from bot.model import Address

_NO_PREVIEW = {"is_disabled": True}


class TelegramMessenger:
    """Sends one message a call; never repeats one by itself.

    `confirm` is asked when a request is answered as if the token were wrong: it raises
    TokenRefused when it is.
    """

    def __init__(self, api: Api, confirm: Callable[[], Awaitable[object]]) -> None:
        self._api = api
        self._confirm = confirm

    async def send(
        self, address: Address, html: str, *, silent: bool = False, reply_to: int | None = None
    ) -> int:
        """Send Telegram HTML and give the message's id."""
        return await self._send(address, html, ParseMode.HTML, silent=silent, reply_to=reply_to)

    async def send_plain(self, address: Address, text: str, *, silent: bool = False) -> int:
        """Send words as they are and give the message's id."""
        return await self._send(address, text, None, silent=silent, reply_to=None)

    async def edit(self, address: Address, message_id: int, html: str) -> None:
        """Put new text into a message; the same text again is no error."""
        try:
            with translated(Purpose.EDIT):
                await self._edit(address, message_id, html)
        except TokenRefused:
            await self._doubt()

    async def _edit(self, address: Address, message_id: int, html: str) -> None:
        try:
            await self._api.call(
                "editMessageText",
                chat_id=address.chat_id,
                message_id=message_id,
                text=html,
                parse_mode=ParseMode.HTML,
                link_preview_options=_NO_PREVIEW,
            )
        except BadRequest as error:
            if "message is not modified" not in error.message.lower():
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
        try:
            with translated():
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
                return int(message["message_id"])
        except TokenRefused:
            await self._doubt()
            raise

    async def _doubt(self) -> None:
        await self._confirm()
        raise ServerTrouble("Telegram refused the token for this request alone") from None
