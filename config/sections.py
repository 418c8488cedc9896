"""The settings, section by section: every key with its default and what it may be.

A key's description completes the sentence "... must be": the lines about wrong values and the
table of settings are made from it.
"""

from enum import StrEnum
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, SecretStr, field_validator

from config.forms import check_database, check_server, check_token
from config.values import Name, Number, Section, Whole, lowered, no_truth, or_none


class Telegram(Section):
    """The connection to Telegram; without a token the console takes its place."""

    token: SecretStr | None = Field(
        default=None, description="the token that BotFather gave, as text"
    )
    base_url: str = Field(
        default="https://api.telegram.org", description="the http(s) address of a Bot API server"
    )
    proxy: SecretStr | None = Field(
        default=None,
        description="the address of a proxy, `http://`, `https://`, `socks5://` or `socks5h://` "
        "with a host, or empty for what HTTPS_PROXY, ALL_PROXY and NO_PROXY say",
    )
    mode: Annotated[Literal["polling", "webhook"], Name] = Field(
        default="polling", description="`polling` or `webhook`"
    )

    @field_validator("token", "proxy", mode="before")
    @classmethod
    def _stripped(cls, value: object) -> object:
        if isinstance(value, SecretStr):
            value = value.get_secret_value()
        return value.strip() or None if isinstance(value, str) else value

    @field_validator("token")
    @classmethod
    def _formed(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            check_token(value.get_secret_value())
        return value

    @field_validator("proxy")
    @classmethod
    def _proxy(cls, value: SecretStr | None) -> SecretStr | None:
        address = value.get_secret_value() if value else "http://none"
        parts, schemes = urlsplit(address), ("http", "https", "socks5", "socks5h")
        plain = address.isprintable() and " " not in address
        if parts.scheme not in schemes or not parts.hostname or parts.port == 0 or not plain:
            raise ValueError("it is no address of a proxy")
        return value

    @field_validator("base_url")
    @classmethod
    def _address(cls, value: str) -> str:
        return check_server(value.strip()).rstrip("/")


class Access(Section):
    """What a chat may ask for."""

    requests_per_minute: Whole = Field(
        default=20, ge=1, le=100_000, description="a whole number from 1 to 100000"
    )


class Store(Section):
    """Where everything is kept."""

    url: str = Field(
        default="sqlite:///dateline.db",
        repr=False,  # it may hold a password
        description="`sqlite:///FILE` or `postgresql://USER:PASSWORD@HOST/DATABASE`",
    )

    @field_validator("url")
    @classmethod
    def _supported(cls, value: str) -> str:
        return check_database(value.strip())


class Algorithm(StrEnum):
    """What chooses a summary's sentences: Dateline's own ranker, or one of sumy's."""

    DATELINE = "dateline"
    LEX_RANK = "lex-rank"
    TEXT_RANK = "text-rank"
    LSA = "lsa"
    LUHN = "luhn"
    KL = "kl"
    SUM_BASIC = "sum-basic"
    REDUCTION = "reduction"
    RANDOM = "random"


class Summary(Section):
    """How long a summary is, and what chooses its sentences."""

    sentences: Annotated[int, Field(ge=1, le=20)] | Literal["auto"] = Field(
        default=3, description="a whole number from 1 to 20, or `auto`"
    )
    words: Annotated[Whole | None, Field(ge=10, le=5000), BeforeValidator(or_none)] = Field(
        default=None, description="a whole number of words from 10 to 5000, or 0 for no limit"
    )
    algorithm: Annotated[Algorithm, Name] = Field(
        default=Algorithm.DATELINE,
        description="one of " + ", ".join(f"`{each}`" for each in Algorithm),
    )

    @field_validator("sentences", mode="before")
    @classmethod
    def _number_or_auto(cls, value: object) -> object:
        return lowered(no_truth(value))


class Quotes(Section):
    """The quotes that a post shows."""

    limit: Whole = Field(default=3, ge=0, le=20, description="a whole number from 0 to 20")


class Places(Section):
    """The places that a post shows, and where the news is from."""

    limit: Whole = Field(default=3, ge=0, le=20, description="a whole number from 0 to 20")
    home: Annotated[str | None, BeforeValidator(or_none)] = Field(
        default=None,
        description="a country's code (`IQ`) or a place (`Erbil, Iraq`), or empty for none",
    )


class Uncertain(StrEnum):
    """What becomes of a message that may or may not have arrived."""

    REPEAT = "repeat"
    SKIP = "skip"


class Delivery(Section):
    """How posts reach the chats."""

    per_second: Number = Field(
        default=30.0,
        gt=0,
        le=1000,
        description="messages a second to all chats, above 0, up to 1000",
    )
    per_chat_per_second: Number = Field(
        default=1.0, gt=0, le=1000, description="messages a second to one chat, above 0, up to 1000"
    )
    per_group_per_minute: Number = Field(
        default=20.0,
        gt=0,
        le=60000,
        description="messages a minute to one group, above 0, up to 60000",
    )
    backlog: Whole = Field(
        default=20, ge=0, le=100_000, description="a whole number from 0 to 100000"
    )
    uncertain: Annotated[Uncertain, Name] = Field(
        default=Uncertain.REPEAT, description="`repeat` or `skip`"
    )
    max_age_hours: Number = Field(
        default=48.0, gt=0, le=8760, description="hours above 0, up to 8760"
    )
    late_silent_minutes: Number = Field(
        default=60.0, ge=0, le=525_600, description="minutes from 0 to 525600"
    )
    grace_seconds: Number = Field(default=10.0, ge=0, le=3600, description="seconds from 0 to 3600")


class Duplicates(Section):
    """When an article counts as a copy of an earlier one."""

    threshold: Number = Field(
        default=0.7, gt=0, le=1, description="the share of words in common, above 0, up to 1"
    )
    days: Number = Field(
        default=3.0, ge=0, le=365, description="days to look back, from 0 (off) to 365"
    )


class Workers(Section):
    """The processes in which files are read and briefs are written."""

    processes: Annotated[Whole | None, Field(ge=1, le=256), BeforeValidator(or_none)] = Field(
        default=None,
        description="a whole number from 1 to 256, or 0 for one a core that may be used, at most 2",
    )


class Level(StrEnum):
    """How much is logged."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class LogFormat(StrEnum):
    """How a line of the log is written."""

    TEXT = "text"
    JSON = "json"


class Log(Section):
    """What is logged, to standard error."""

    level: Annotated[Level, Name] = Field(
        default=Level.INFO, description="`debug`, `info`, `warning` or `error`"
    )
    format: Annotated[LogFormat, Name] = Field(
        default=LogFormat.TEXT, description="`text` or `json`"
    )
