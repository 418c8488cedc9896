"""From the words of a message to a command: `/summary_12@dateline_bot now` and its like."""

import re
from dataclasses import dataclass

COMMAND = re.compile(r"/([A-Za-z0-9_]{1,64})(?:@(\w{1,64}))?(?=\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A command as typed; `addressee` is the bot it names after an @, or None."""

    command: str
    arguments: tuple[str, ...]
    addressee: str | None = None


def parse(text: str) -> Parsed | None:
    """Read the command that a message begins with; None where it begins with none.

    A tail after an underscore is an argument, since only so can it be tapped.
    """
    match = COMMAND.match(text)
    if match is None:
        return None
    name, _, tail = match[1].casefold().partition("_")
    arguments = ((tail,) if tail else ()) + tuple(text[match.end() :].split())
    return Parsed(command=name, arguments=arguments, addressee=match[2])
