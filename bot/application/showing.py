"""What `dateline brief` asks of its workers, and what they answer."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.application.language import Opening


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How briefs are shown: "json", "html" or "text", with so much in a post."""

    name: str
    quotes: int
    places: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A file's brief as it is shown; `troubles` are lines for the standard error."""

    text: str = ""
    failed: bool = False
    troubles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file by its name, with its bytes where they came through the standard input.

    As a piece of work it has itself shown: reading and printing are done by the workers, too.
    """

    file: str
    data: bytes | None = None

    def __call__(self, show: "Show") -> Shown:
        """Have the brief shown."""
        return show(self)


Show = Callable[[Source], Shown]


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """Makes the function that shows a file's brief, once in each process that starts anew."""

    opening: Opening
    form: Form
    max_bytes: int

    def __call__(self) -> Show:
        """Open what writing reads."""
        from bot.application.printing import Printer  # noqa: PLC0415 - only the workers print

        return Printer(
            write=self.opening(),
            options=self.opening.options,
            form=self.form,
            max_bytes=self.max_bytes,
        )
