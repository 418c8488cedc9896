"""Which other chat a person names: by `@example`, by a link to it, or by its id."""

import re

from bot.chat.parsing import DASHES, bare

_HOST = r"(?:https?://)?(?:www\.)?(?:(?:t|telegram)\.me|telegram\.dog)"
_INSIDE = re.compile(rf"{_HOST}/c/(\d{{5,13}})(?:[/?#].*)?", re.IGNORECASE)
_PUBLIC = re.compile(
    rf"{_HOST}/(?:s/)?(?!joinchat/)([A-Za-z]\w{{3,31}})(?:[/?#].*)?", re.ASCII | re.IGNORECASE
)
_OWN_HOST = re.compile(
    r"(?:https?://)?([A-Za-z]\w{3,31})\.t\.me(?:[/?#].*)?", re.ASCII | re.IGNORECASE
)
_RESOLVE = re.compile(r"tg://resolve/?\?domain=([A-Za-z]\w{3,31})(?:&.*)?", re.ASCII)
_NAME = re.compile(r"[@＠]([A-Za-z]\w{3,31})", re.ASCII)
_MEANT = re.compile(rf"[@＠]|{_HOST}/|tg://", re.IGNORECASE)
_ID = re.compile(rf"[{DASHES}](\d{{2,18}})")  # keyboards make other dashes of a minus
_LONGEST = 80


def named_chat(arguments: tuple[str, ...]) -> str | None:
    """Return the other chat that the arguments name, as `@name` or its id; None where they do not.

    What is meant for one but can be none, like a link of invitation, is returned as it is.
    """
    if len(arguments) != 1:
        return None
    word = bare(arguments[0])
    for link in (_PUBLIC, _OWN_HOST, _RESOLVE):
        if found := link.fullmatch(word):
            return f"@{found[1]}"
    if found := _INSIDE.fullmatch(word):
        return f"-100{int(found[1])}"
    if found := _ID.fullmatch(word):
        return f"-{int(found[1])}"
    if found := _NAME.fullmatch(word):
        return f"@{found[1]}"
    return arguments[0][:_LONGEST] if _MEANT.match(word) else None
