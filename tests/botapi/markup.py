"""Telegram's HTML, parsed as strictly as Telegram parses it.

The rules and the wording follow TDLib's parser: a small set of tags, properly nested, attributes
with values, four named entities and the numeric ones; an unknown entity or a bare `&` stays as it
stands. Offsets in errors count UTF-8 bytes.
"""

import re
from dataclasses import dataclass

TAGS = frozenset(("a", "b", "strong", "i", "em", "s", "strike", "del", "u", "ins", "span", "pre"))
TAGS |= {"tg-spoiler", "tg-emoji", "code", "blockquote"}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_SPECIAL = re.compile(r"[<&]")
_ENTITY = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));?")
_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE = re.compile(r"\s*([^\s=>]*)")
_VALUE = re.compile(r"""\s*=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.\-]*)(?=[\s>]))""")
_END = re.compile(r"/([^\s>]*)\s*(>?)")


class MarkupError(Exception):
    """Telegram would answer 400 to this; the words are Telegram's."""


@dataclass(frozen=True, slots=True)
class Markup:
    """What remains of an HTML text: the words, and (tag, start, length, argument) in UTF-16."""

    text: str
    entities: tuple[tuple[str, int, int, str], ...] = ()


@dataclass(slots=True)
class _Open:
    tag: str
    start: int
    argument: str


def utf16(text: str) -> int:
    """Count the UTF-16 units of a text, as Telegram measures it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse(html: str) -> Markup:
    """Read Telegram HTML; raise MarkupError where Telegram refuses it."""
    words: list[str] = []
    entities: list[tuple[str, int, int, str]] = []
    nested: list[_Open] = []
    length = position = 0
    while special := _SPECIAL.search(html, position):
        at = special.start()
        words.append(html[position:at])
        length += utf16(words[-1])
        if html[at] == "&":
            word, position = _entity(html, at)
            words.append(word)
            length += utf16(word)
        elif html.startswith("</", at):
            opened, position = _end_tag(html, at, nested)
            if length > opened.start:
                entities.append((opened.tag, opened.start, length - opened.start, opened.argument))
        else:
            tag, argument, position = _start_tag(html, at)
            nested.append(_Open(tag, length, argument))
    words.append(html[position:])
    if nested:
        raise MarkupError(f"Can't find end tag corresponding to start tag {nested[-1].tag}")
    return Markup("".join(words), tuple(sorted(entities, key=lambda entity: entity[1])))


def _fail(message: str, html: str, at: int) -> MarkupError:
    return MarkupError(message.format(len(html[:at].encode("utf-8", "surrogatepass"))))


def _entity(html: str, at: int) -> tuple[str, int]:
    found = _ENTITY.match(html, at)
    if not found:
        return "&", at + 1
    hexadecimal, decimal, name = found.groups()
    if name is not None:
        word = NAMED.get(name)
        return (word, found.end()) if word is not None else ("&", at + 1)
    code = int(hexadecimal, 16) if hexadecimal else int(decimal[:12])
    if code == 0 or code >= 0x10FFFF or len(hexadecimal or "") > 8:
        return "&", at + 1
    if 0xD800 <= code <= 0xDFFF:
        raise MarkupError(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        )
    return chr(code), found.end()


def _start_tag(html: str, at: int) -> tuple[str, str, int]:
    name = _NAME.match(html, at + 1)
    assert name is not None  # it matches nothing at the least
    tag, position = name.group().lower(), name.end()
    if position >= len(html):
        raise _fail("Unclosed start tag at byte offset {}", html, at)
    if tag not in TAGS:
        raise _fail(f'Unsupported start tag "{_braced(tag)}" at byte offset {{}}', html, at)
    argument = ""
    while True:
        attribute = _ATTRIBUTE.match(html, position)
        assert attribute is not None
        position = attribute.end()
        if html.startswith(">", position) and not attribute.group(1):
            break
        value, position = _value(html, at, tag, attribute.group(1), position)
        argument = _argument(tag, attribute.group(1).lower(), value) or argument
    if tag == "span" and argument != "spoiler":
        raise _fail('Tag "span" must have class "tg-spoiler" at byte offset {}', html, at)
    return tag, argument, position + 1


def _value(html: str, at: int, tag: str, attribute: str, position: int) -> tuple[str, int]:
    if position >= len(html):
        raise _fail("Unclosed start tag at byte offset {}", html, at)
    if not attribute:
        raise _fail(f'Empty attribute name in the tag "{tag}" at byte offset {{}}', html, at)
    value = _VALUE.match(html, position)
    if value:
        return next((part for part in value.groups() if part is not None), ""), value.end()
    if tag == "blockquote" and attribute == "expandable":
        return "1", position
    if not html[position:].lstrip().startswith("="):
        raise _fail(
            f'Expected equal sign in declaration of an attribute of the tag "{tag}" '
            "at byte offset {}",
            html,
            at,
        )
    raise _fail("Unclosed start tag at byte offset {}", html, at)


def _argument(tag: str, attribute: str, value: str) -> str:
    if (tag, attribute) in (("a", "href"), ("tg-emoji", "emoji-id"), ("blockquote", "expandable")):
        return value
    if (tag, attribute) == ("code", "class"):
        return value.removeprefix("language-") if value.startswith("language-") else ""
    if (tag, attribute) == ("span", "class"):
        return value.removeprefix("tg-") if value.startswith("tg-") else ""
    return ""


def _end_tag(html: str, at: int, nested: list[_Open]) -> tuple[_Open, int]:
    if not nested:
        raise _fail("Unexpected end tag at byte offset {}", html, at)
    end = _END.match(html, at + 1)
    assert end is not None
    name = end.group(1).lower()
    if not end.group(2):
        raise _fail("Unclosed end tag at byte offset {}", html, at)
    opened = nested[-1]
    if name and name != opened.tag:
        raise _fail(
            "Unmatched end tag at byte offset {}, "
            f'expected "</{opened.tag}>", found "</{_braced(name)}>"',
            html,
            at,
        )
    return nested.pop(), end.end()


def _braced(name: str) -> str:
    return name.replace("{", "{{").replace("}", "}}")
