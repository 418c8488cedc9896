"""From the words of a message to a command: `/summary_12@dateline_bot now` and its like."""

import re
from dataclasses import dataclass
from unicodedata import category

LONGEST = 300
"""So many characters after a command are read: no name of a file is longer."""

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]{1,64}))?")
_TYPED = re.compile(rf"{_COMMAND.pattern}(?![\w/<>])")  # where Telegram would mark one
_NAME = re.compile(r"([a-z]+)(?:_(.*)|(\d.*))?")

_JOINERS = "\u200c\u200d"  # invisible, but letters and emoji are written with them
DASHES = "-‐‑‒–—−"
_GLUE = DASHES + ".,:;=!?…~*|·"
_AROUND = " \"'`´“”„‟‘’‚‛«»‹›「」『』＂()[]{}<>.,;:!?…*#＃" + _JOINERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A command as typed; `addressee` is the bot it names after an @, or None."""

    command: str
    arguments: tuple[str, ...]
    addressee: str | None = None


def parse(text: str) -> Typed | None:
    """Read the command that a text begins with, where nothing marks it; None where there is none.

    It ends where Telegram would end it, so that a path is no command.
    """
    match = _TYPED.match(text)
    return _parsed(match, text[match.end() :]) if match else None


def parse_marked(command: str, rest: str) -> Typed | None:
    """Read a command that is marked as one, and what follows; None where it cannot be one."""
    match = _COMMAND.fullmatch(command)
    return _parsed(match, rest) if match else None


def _parsed(match: re.Match[str], rest: str) -> Typed:
    """Part a command from its arguments.

    A tail after an underscore is an argument, since only so can it be tapped; so are digits at a
    name's end, and what a dash or the like joins to the command.
    """
    word = match[1].lower()
    divided = _NAME.fullmatch(word)
    name, tail = (divided[1], divided[2] or divided[3]) if divided else (word, None)
    rest = readable(rest[:LONGEST])
    if not rest.startswith(" "):
        rest = rest.lstrip(_GLUE)
    arguments = ((tail,) if tail else ()) + tuple(rest.split())
    return Typed(command=name, arguments=arguments, addressee=match[2])


def readable(text: str) -> str:
    """Return a text without what nobody sees: control characters, marks of direction, zero widths.

    White space of every kind becomes spaces, and a lone surrogate the character for such.
    """
    return text if text.isascii() and text.isprintable() else "".join(map(_readable, text))


def _readable(character: str) -> str:
    if character.isspace():
        return " "
    match category(character):
        case "Cs":
            return "\ufffd"
        case "Cc" | "Cf" if character not in _JOINERS:
            return ""
        case _:
            return character


def bare(words: str) -> str:
    """Return words without the quotation marks, brackets and full stops around them."""
    return words.strip(_AROUND)
