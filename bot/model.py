"""The values of everything that runs: chats, subscriptions, filings, deliveries, requests."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from summarizer.model import Brief

CONSOLE_CHAT = 0
"""The id of the terminal's chat; Telegram never gives it out."""

LONGEST_TITLE = 100
"""Characters of an article's first sentence that stand for the headline it has not."""


class ChatKind(StrEnum):
    """What sort of chat it is, by Telegram's names, and the terminal."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"
    CONSOLE = "console"

    @property
    def has_members(self) -> bool:
        """Tell whether several people read and command there."""
        return self in (ChatKind.GROUP, ChatKind.SUPERGROUP, ChatKind.CHANNEL)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a message goes: a chat, and a forum topic of it or None."""

    chat_id: int
    thread_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A chat the bot has met."""

    id: int
    kind: ChatKind
    title: str = ""
    username: str | None = None  # without its @
    language: str | None = None  # ISO 639-1, as the person's Telegram tells it
    timezone: str = "UTC"  # an IANA name


class SubscriptionState(StrEnum):
    """Whether a subscription is served."""

    ACTIVE = "active"
    PAUSED = "paused"  # the bot may not post there for now; the reason says why
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """An address that gets every new brief, while it is active."""

    id: int
    address: Address
    state: SubscriptionState
    since: datetime
    reason: str | None = None  # why it is paused or ended


class FileState(StrEnum):
    """What became of a file."""

    FILED = "filed"
    SAME = "same"  # its text was filed before, from this or another file
    SET_ASIDE = "set aside"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRecord:
    """A file as it was last looked at: unchanged size and time mean nothing new.

    `digest` is the SHA-256 of its bytes, in hexadecimal; None where it could not be read.
    """

    path: str
    size: int
    mtime_ns: int
    state: FileState
    digest: str | None = None
    filing_id: int | None = None
    reason: str | None = None  # why it was set aside


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """An article filed: its short number, its brief, and where it came from.

    `digest` identifies the article's text. A correction raises `version`.
    """

    id: int
    brief: Brief
    path: str
    digest: str
    filed_at: datetime
    version: int = 1
    updated_at: datetime | None = None
    change: str | None = None  # what the last correction changed, in one line
    copy_of: int | None = None  # the filing that this one nearly repeats

    @property
    def title(self) -> str:
        """The headline, or for an article without one the start of its story."""
        brief = self.brief
        if brief.headline:
            return brief.headline
        first = brief.copy.sentences[0].span.of(brief.text) if brief.copy.sentences else brief.text
        words = " ".join(first.split()) or self.path
        if len(words) <= LONGEST_TITLE:
            return words
        cut = words[:LONGEST_TITLE]
        return f"{cut.rpartition(' ')[0] or cut} …"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingLine:
    """A filing as a list shows it."""

    id: int
    title: str
    filed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What a filing's text is like, to find near-copies by; whoever makes it reads it."""

    filing_id: int
    value: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A message to be: Telegram HTML, in parts that each fit in one message."""

    parts: tuple[str, ...]


class DeliveryKind(StrEnum):
    """What a delivery brings."""

    BRIEF = "brief"  # a filing's post, rendered when it is sent
    LIST = "list"  # what is over the backlog, as a list of headlines
    REPLY = "reply"  # the answer to a command; goes ahead of everything else
    CORRECTION = "correction"  # an edit of a brief already sent


class DeliveryState(StrEnum):
    """Where a delivery stands.

    HELD --scan ends--> DUE --attempt begins--> SENDING --answer--> SENT
    SENDING --may be repeated--> DUE; HELD, DUE and SENDING --> EXPIRED or CANCELLED, with a reason.
    """

    HELD = "held"  # filed by a scan that goes on; the backlog is not yet known
    DUE = "due"
    SENDING = "sending"  # committed before the request leaves, so that a crash shows
    SENT = "sent"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One row of the outbox: something owed to an address.

    A REPLY carries its `post`; the others are rendered when they are sent: a BRIEF or CORRECTION
    from its filing, a LIST from its `amount` of filings, of which its own is the newest.
    `message_ids` holds the Telegram ids of the parts sent so far, in order: sending resumes
    at the part after them.
    """

    id: int
    kind: DeliveryKind
    address: Address
    state: DeliveryState
    created_at: datetime
    not_before: datetime
    attempts: int = 0
    filing_id: int | None = None
    version: int | None = None
    post: Post | None = None
    amount: int | None = None
    message_ids: tuple[int, ...] = ()
    reply_to: int | None = None  # the message that a REPLY answers
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who sends a command; `is_admin` may be None until it is asked for."""

    id: int
    name: str = ""
    is_admin: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A command from a chat, free of how it came: `/summary_12@bot` is ("summary", ("12",)).

    `command` is None for words without a command.
    """

    chat: Chat
    address: Address
    sender: Sender
    command: str | None
    arguments: tuple[str, ...] = ()
    addressed: bool = False  # names this bot, as in /help@this_bot
    message_id: int | None = None


class Standing(StrEnum):
    """What the bot may do in a chat."""

    WELCOME = "welcome"
    MUTED = "muted"  # a member without the right to post
    OUT = "out"  # blocked, kicked, or the chat is gone


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingChange:
    """Telegram tells that the bot may do more or less in a chat; `reason` as it is shown."""

    chat: Chat
    standing: Standing
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatMove:
    """Telegram tells that a chat has another id now."""

    old_chat_id: int
    new_chat_id: int


class PlaceRefusal(StrEnum):
    """Why posts cannot go to a channel or group that somebody names."""

    UNKNOWN = "unknown"  # no such name, or the bot cannot see it
    MAY_NOT_POST = "may not post"  # the bot is no member there, or lacks the right
    NOT_YOURS = "not yours"  # whoever asks does not administer it


Event = Request | StandingChange | ChatMove
"""What an update from Telegram comes to, free of how Telegram puts it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The answer to a request: posts, sent in order; none is silence."""

    posts: tuple[Post, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """An update from Telegram, as received; kept until its effect is committed."""

    id: int
    payload: str  # JSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A file that may hold an article; `settled` when it has been quiet long enough."""

    path: str
    size: int
    mtime_ns: int
    settled: bool = True
    trouble: str | None = None  # why it cannot be taken, found without reading it


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a look at a folder finds; `troubles` are the parts of it that cannot be looked at."""

    candidates: tuple[Candidate, ...]
    troubles: tuple[str, ...] = field(default=())
