"""From python-telegram-bot's errors to Dateline's, which are named by their remedies.

The order matters: BadRequest and TimedOut are kinds of NetworkError there, and whether a request
left at all is told only by the cause, an error of our way to the server.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from enum import Enum, auto

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.adapters.telegram.wire import Unanswered, Unsent
from bot.errors import (
    AnswerLost,
    ChatGone,
    ChatMoved,
    DatelineError,
    EditRefused,
    MayNotPost,
    NotSent,
    PostRejected,
    ServerTrouble,
    TokenRefused,
    TryLater,
)

_GONE = re.compile(
    r"chat not found|user not found|user is deactivated|peer_id_invalid|chat_id_invalid|"
    r"channel_(invalid|private)|chat was (deleted|deactivated)|input_user_deactivated",
    re.IGNORECASE,
)
_NO_RIGHT = re.compile(
    r"not enough rights|have no rights|need administrator rights|chat_write_forbidden|"
    r"chat_send_\w+_forbidden|chat_admin_required|chat_restricted|user_banned_in_channel|"
    r"topic_(closed|deleted|id_invalid)|message thread not found|"
    r"payment_required|premium_required|privacy_restricted",
    re.IGNORECASE,
)
_UNREADABLE = re.compile(
    r"can't parse entities|message is too long|message_too_long|text is empty|must be non-empty|"
    r"entity_|entities_|invalid unicode",
    re.IGNORECASE,
)
_TOO_LARGE = re.compile(r"\(413\)")


class OtherPoller(DatelineError):
    """Someone else takes this bot's updates: another process, or a webhook."""


class Purpose(Enum):
    """What a request was for, as far as it changes what a refusal means."""

    POST = auto()
    EDIT = auto()


@contextmanager
def translated(purpose: Purpose = Purpose.POST) -> Iterator[None]:
    """Raise Dateline's errors in place of python-telegram-bot's."""
    try:
        yield
    except InvalidToken:
        # Its words may hold the token: they are shown nowhere.
        raise TokenRefused("Telegram does not know this token") from None
    except TelegramError as error:
        raise translate(error, purpose) from error
    except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError) as error:
        raise AnswerLost("Telegram's answer makes no sense") from error


def translate(error: TelegramError, purpose: Purpose = Purpose.POST) -> DatelineError:
    """Find the remedy of an error."""
    found: DatelineError
    match error:
        case RetryAfter():
            found = TryLater(_seconds(error.retry_after))
        case ChatMigrated():
            found = ChatMoved(error.new_chat_id)
        case InvalidToken():
            found = TokenRefused("Telegram does not know this token")
        case Forbidden():
            words = _words(error)
            found = MayNotPost(words) if _NO_RIGHT.search(words) else ChatGone(words)
        case BadRequest():
            found = _refusal(_words(error), purpose)
        case Conflict():
            found = OtherPoller(_words(error))
        case NetworkError():
            found = _network(error)
        case _:  # a body that is no JSON comes as a bare TelegramError
            found = AnswerLost(_words(error))
    return found


def _refusal(words: str, purpose: Purpose) -> DatelineError:
    if _GONE.search(words):
        return ChatGone(words)
    if _NO_RIGHT.search(words):
        return MayNotPost(words)
    if purpose is Purpose.EDIT and not _UNREADABLE.search(words):
        return EditRefused(words)
    return PostRejected(words)


def _network(error: NetworkError) -> DatelineError:
    cause = error.__cause__
    if cause is None or isinstance(cause, TelegramError):  # an answer, with a status
        words = _words(error)
        return PostRejected(words) if _TOO_LARGE.search(words) else ServerTrouble(words)
    if isinstance(cause, Unsent):
        return NotSent(f"no connection to Telegram ({cause})")
    why = cause if isinstance(cause, Unanswered) else type(cause).__name__
    return AnswerLost(f"Telegram's answer did not come ({why})")


def _words(error: TelegramError) -> str:
    words = error.message.partition(". Parsing the server response")[0]
    return words.removeprefix("Forbidden: ").removeprefix("Conflict: ")


def _seconds(retry_after: int | timedelta) -> float:
    return retry_after.total_seconds() if isinstance(retry_after, timedelta) else float(retry_after)
