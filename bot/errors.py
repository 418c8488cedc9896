"""What can go wrong, named by what is to be done about it.

Adapters translate the errors of their libraries into these at the edge; nothing inside
catches a library's own.
"""


class DatelineError(Exception):
    """The root of Dateline's own errors; its words are fit for a log line."""


class UnusableArticle(DatelineError):
    """A file gives no article: set it aside with this reason until it changes."""


class NoWorker(DatelineError):
    """No process that reads and writes briefs can be had (no memory, a fault): try again later."""


class StoreUnusable(DatelineError):
    """The store cannot be opened (newer version, locked, damaged): stop with this line."""


class StoreTrouble(DatelineError):
    """The store failed this once (full disk, locked, connection lost): nothing is kept; repeat."""


class HandledAlready(StoreTrouble):
    """Another process has carried out the update just now: undo, and leave it."""


class UnfitValue(DatelineError):
    """The store cannot hold a value (too large a number): refuse what it came from, and go on."""


class ProxyUnusable(DatelineError):
    """What is named as a proxy is none: stop with this line."""


class TokenRefused(DatelineError):
    """Telegram does not know the bot's token: stop with this line."""


class DeliveryError(DatelineError):
    """A message did not certainly arrive; each subclass names the remedy."""


class ChatGone(DeliveryError):
    """The chat is closed to the bot (blocked, kicked, deleted): end its subscriptions."""


class ChatMoved(DeliveryError):
    """The chat has another id now: move everything there and send again."""

    def __init__(self, new_chat_id: int) -> None:
        super().__init__(f"the chat has moved to {new_chat_id}")
        self.new_chat_id = new_chat_id


class TryLater(DeliveryError):
    """Telegram asks to wait: `seconds` before the next message to this chat."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"asked to wait {seconds:g} s")
        self.seconds = seconds


class NotSent(DeliveryError):
    """The request certainly did not reach Telegram (no connection): back off, then repeat."""


class AnswerLost(DeliveryError):
    """The message may or may not have arrived: `delivery.uncertain` decides."""


class ServerTrouble(DeliveryError):
    """Telegram answered that it failed (5xx): back off, then repeat."""


class MayNotPost(DeliveryError):
    """The right to post here is lost, or the topic is closed or deleted: pause the subscription."""


class PostRejected(DeliveryError):
    """Telegram refuses the text (400): send it once more as plain text and report a defect."""


class EditRefused(DeliveryError):
    """A sent message cannot be edited (too old, deleted): reply to it instead."""
