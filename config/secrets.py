"""What no line may show: tokens and passwords, taken out of every text that leaves.

This is the one place that knows how secrets are written. They are found in two ways: by where
they stand (in an address, after `password=`), whatever they are; and by being known, in every
form that a library may write them in, whole or in part.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import TextIO, cast
from urllib.parse import quote, quote_plus, unquote, unquote_plus

HIDDEN = "[hidden]"

SHORTEST = 4
"""A shorter secret is hidden between quotes only: hiding every "a" would hide the log."""

SHORTEST_PIECE = 8
"""The same of a piece of a secret, which may be an ordinary word."""

_NAME = r"\w*(?:passw(?:or)?d|passphrase|pass|pwd|secret|token|api_?key)"
_VALUE = r"""(?:'[^']{1,500}'|"[^"]{1,500}"|[^\s&#;,'")]+)"""
_PLACES = (
    # What looks like a bot's token, wherever it was put by mistake.
    (re.compile(r"(?<![0-9])[0-9]{5,20}(?::|%3[Aa])[0-9A-Za-z_-]{20,}"), HIDDEN),
    (re.compile(r"(/bot)[0-9]+(?::|%3[Aa])[^/\s\"']+"), rf"\1{HIDDEN}"),
    # Up to the last @: a password may hold one. A port before a path that holds one is none.
    (
        re.compile(r"(://[^\s/:@]{0,200}):(?!PASSWORD@|[0-9]{1,5}(?:/|$))\S{1,500}@"),
        rf"\1:{HIDDEN}@",
    ),
    (re.compile(rf"\b({_NAME} ?= ?){_VALUE}", re.IGNORECASE), rf"\1{HIDDEN}"),
)
_ADDRESS = re.compile(r"://(?P<user>[^\s/:@]*):(?P<rest>.*)", re.DOTALL)
_PARAMETER = re.compile(rf"[?&;]{_NAME}=([^&#]+)", re.IGNORECASE)
_SEAMS = re.compile(r"[\s@:/?#&\"'`\\]+")
"""Where a library may take a secret apart: it then shows a piece."""


class Secrets:
    """The secrets that are known, and how to keep them out of a text."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        anywhere: set[str] = set()
        quoted: set[str] = set()
        for text in texts:
            pieces = [each for each in _SEAMS.split(text) if not each.isdigit()]
            for least, parts in ((SHORTEST, [text, text.strip()]), (SHORTEST_PIECE, pieces)):
                for form in {form for part in parts for form in _forms(part)}:
                    (anywhere if len(form) >= least else quoted).add(form)
        self._anywhere = re.compile(_any_of(anywhere))
        self._quoted = re.compile(rf"(?<=[\"'`])(?:{_any_of(quoted)})(?=[\"'`])")

    def hide(self, text: str) -> str:
        """Return a text without the secrets, and without what stands where secrets do."""
        text = self._quoted.sub(HIDDEN, self._anywhere.sub(HIDDEN, text))
        for pattern, instead in _PLACES:
            text = pattern.sub(instead, text)
        return text

    def kept_from(self, stream: TextIO) -> TextIO:
        """Return a stream that writes into another one, and hides the secrets."""
        return cast(TextIO, _Hiding(stream, self))


class _Hiding:
    """A stream that hides secrets; all else that it is asked, the stream behind it answers."""

    def __init__(self, stream: TextIO, secrets: Secrets) -> None:
        self._stream = stream
        self._secrets = secrets

    def write(self, text: str) -> int:
        """Write a text without secrets."""
        return self._stream.write(self._secrets.hide(text))

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


def secrets_of_address(address: str) -> Iterator[str]:
    """Yield the passwords that an address holds, if it is one: of its user, and in its query.

    A password that is its user's or its host's name as well is left out: that is no secret, and
    its place in the address hides it.
    """
    for found in _PARAMETER.findall(address):
        yield from (found, unquote_plus(found))
    matched = _ADDRESS.search(address)
    if matched is None or "@" not in matched["rest"]:
        return
    rest = matched["rest"]
    if "@" in (before := rest.partition("?")[0]):
        rest = before
    yield rest[rest.index("@") : rest.rindex("@")].strip("@")  # some take it for the host
    for password, _, beyond in (rest.partition("@"), rest.rpartition("@")):
        if password not in {matched["user"], *re.split(r"[:/?]", beyond)}:
            yield password


def _forms(secret: str) -> Iterator[str]:
    """Yield a secret as it may be written: bare, in JSON, in Python, in an address."""
    yield secret
    yield json.dumps(secret)[1:-1]
    yield json.dumps(secret, ensure_ascii=False)[1:-1]
    yield repr(secret)[1:-1]
    yield unquote(secret)
    for write in (quote, quote_plus):
        try:
            yield write(secret)
            yield write(secret, safe="")
        except UnicodeEncodeError:  # a lone surrogate stands in no address
            return


def _any_of(texts: set[str]) -> str:
    """Return a pattern of any of the texts, the longest first; of none, it finds nothing."""
    known = sorted((re.escape(text) for text in texts if text), key=len, reverse=True)
    return "|".join(known) or r"(?!)"
