"""What a token and the addresses of servers and databases look like.

The words of an error never show any of the value: it may hold a secret.
"""

import re
from urllib.parse import urlsplit

TOKEN = re.compile(r"[0-9]+:[0-9A-Za-z_-]+(?:/test)?")
"""`/test` leads to Telegram's test servers."""

QUOTES = frozenset("'\"`“”‘’„«»<>")

ODD_HOST = "its host or its port is none"
ENCODED = "in a password, write @ as %40, : as %3A, / as %2F, ? as %3F, # as %23"


def check_token(token: str) -> str:
    """Return a bot's token; raise ValueError where its form is wrong."""
    if TOKEN.fullmatch(token):
        return token
    if token[0] in QUOTES or token[-1] in QUOTES:
        raise ValueError("it stands in quotes: write it without them")
    if not token.isprintable() or " " in token:
        raise ValueError("there is white space or a line break in it: write it in one piece")
    if token.lower().startswith("bot"):
        raise ValueError("it begins with `bot`, as only addresses do: leave that off")
    if ":" not in token:
        raise ValueError("there is no colon in it: the bot's number and a colon come first")
    raise ValueError("a token is a number, a colon, and letters, digits, `_` and `-`")


def check_server(address: str) -> str:
    """Return the address of a Bot API server; raise ValueError where it is none."""
    try:
        parts = urlsplit(address)
        port, host = parts.port, (parts.hostname or "").encode("idna")
    except ValueError:
        raise ValueError(ODD_HOST) from None
    if parts.scheme not in ("http", "https") or not host:
        raise ValueError("it does not begin with http:// or https:// and a host")
    if parts.query or parts.fragment or port == 0:
        raise ValueError("it is more than a host and a path")
    if not address.isprintable() or " " in address:
        raise ValueError("there is white space in it")
    return address


def check_database(address: str) -> str:
    """Return the address of a database; raise ValueError where it is none that is known."""
    scheme, _, rest = address.partition("://")
    if not address.isprintable():
        raise ValueError("there is a line break or the like in it")
    match scheme.lower().split("+")[0]:
        case "sqlite":
            if not rest.startswith("/") or not rest.strip("/"):
                raise ValueError("a SQLite file follows three slashes")
            if "?" in rest:
                raise ValueError("a SQLite file has no `?` in its name, and no options")
        case "postgresql" | "postgres":
            _check_host(address)
        case _:
            raise ValueError("no other database is known")
    return address


def _check_host(address: str) -> None:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        port, parts = 0, None
    if parts is None or port == 0 or parts.netloc.count("@") > 1:
        raise ValueError(f"{ODD_HOST}; {ENCODED}")
    if not parts.path.strip("/"):
        raise ValueError("it names no database")
