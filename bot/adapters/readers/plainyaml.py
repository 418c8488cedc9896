"""YAML as plain values: texts as they are written, lists and tables of these, and nothing else.

A header comes from a stranger. YAML can name a list of lists of lists, merge tables into tables,
and nest without end: a few hundred bytes of it can stand for more than memory holds. So the values
are made of the parser's events, one after the other; PyYAML's own composing and constructing, in
which all of this happens, never runs.
"""

import yaml
from frontmatter.default_handlers import YAMLHandler

try:
    from yaml import CBaseLoader as _Loader
except ImportError:  # PyYAML without its compiled parser
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]

DEEPEST = 16
"""How many lists and tables may stand in one another; headers that tools write have five."""

TOO_DEEP = f"more than {DEEPEST} lists or tables in one another"

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""What YAML writes, without quotes, where there is no value."""

Value = str | list["Value"] | dict[str, "Value"] | None


class Refused(Exception):
    """What is written could stand for far more than it says; its words name what it holds."""


class PlainLoader(_Loader):
    """Makes plain values of a document's events."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self._depth = 0
        self._anchors: set[str] = set()

    def get_single_data(self) -> dict[str, Value] | None:
        """Return the document's table, or None where it is anything else.

        Raise Refused for what is no plain value, and as PyYAML does for what is no YAML.
        """
        self._expect(yaml.StreamStartEvent)
        if self.check_event(yaml.StreamEndEvent):
            return {}
        self._expect(yaml.DocumentStartEvent)
        first = self.get_event()
        if not isinstance(first, yaml.MappingStartEvent):
            return {} if isinstance(first, yaml.ScalarEvent) and not first.value else None
        self._depth += 1
        try:
            table = self._table()
        except yaml.YAMLError as error:
            if "nesting depth" in str(error):  # the parser looks ahead, and has a limit of its own
                raise Refused(TOO_DEEP) from error
            raise
        self._expect(yaml.DocumentEndEvent)
        self._expect(yaml.StreamEndEvent)
        return table

    def _expect(self, kind: type[yaml.Event]) -> None:
        event = self.get_event()
        if not isinstance(event, kind):
            raise yaml.YAMLError(f"{kind.__name__} is missing")

    def _value(self) -> Value:
        """Make the value that the next events tell of."""
        event = self.get_event()
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in self._anchors:
                raise yaml.YAMLError("an alias of nothing")  # "title: *Breaking" is no YAML
            raise Refused(f"an alias (*{event.anchor[:40]})")
        if not isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            raise yaml.YAMLError("a value is missing")
        if event.tag is not None:
            raise Refused(f"a tag ({event.tag[:40]})")
        if event.anchor is not None:
            self._anchors.add(event.anchor)
        if isinstance(event, yaml.ScalarEvent):
            plain: bool = event.implicit[0]
            return None if plain and event.value in NOTHING else event.value
        if self._depth == DEEPEST:
            raise Refused(TOO_DEEP)
        self._depth += 1
        made = self._table() if isinstance(event, yaml.MappingStartEvent) else self._list()
        self._depth -= 1
        return made

    def _table(self) -> dict[str, Value]:
        table: dict[str, Value] = {}
        while not self.check_event(yaml.MappingEndEvent):
            key = self.peek_event()
            if isinstance(key, yaml.ScalarEvent) and key.value == "<<" and key.implicit[0]:
                raise Refused("a merge key (<<)")
            name = self._value()
            table[name if isinstance(name, str) else ""] = self._value()
        self.get_event()
        return table

    def _list(self) -> list[Value]:
        made = []
        while not self.check_event(yaml.SequenceEndEvent):
            made.append(self._value())
        self.get_event()
        return made


def load(written: str) -> dict[str, Value] | None:
    """Return the table that is written, or None where something else is.

    Raise Refused for what is no plain value, and ValueError for what is no YAML.
    """
    try:
        table: dict[str, Value] | None = YAMLHandler().load(written, Loader=PlainLoader)
    except yaml.YAMLError as error:
        raise ValueError("no YAML") from error
    return table
