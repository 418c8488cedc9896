"""Each made part of README.md: between its markers stands what its maker gives.

`python -m tests.documentation` puts them there; a test finds those that are out of date.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from config.settings import Settings

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
POST = ROOT / "tests" / "golden" / "001_8f2c41d07be35a96.html"
BENCH = ROOT / "tests" / "bench" / "table.md"
SOAK = ROOT / "tests" / "soak" / "table.md"
CONFIGURATION = ROOT / "config" / "dateline.toml"


def settings_table() -> str:
    """Return a row for each setting: key, default, what it is for, and what it may be."""
    head = ["| Key | Default | What it is | May be |", "|---|---|---|---|"]
    return "\n".join([*head, *_rows()])


def _rows() -> Iterator[str]:
    defaults, purposes = Settings(), _purposes(CONFIGURATION.read_text("utf-8"))
    for name in Settings.model_fields:
        section = getattr(defaults, name)
        for key, field in type(section).model_fields.items():
            cells = (
                f"`{name}.{key}`",
                _shown(getattr(section, key)),
                purposes[f"{name}.{key}"],
                str(field.description),
            )
            yield f"| {' | '.join(cells)} |"


def _purposes(toml: str) -> dict[str, str]:
    """Read the first sentence of the comment over each key of a configuration file."""
    purposes: dict[str, str] = {}
    section, comment = "", ""
    for line in toml.splitlines():
        if line.startswith("#"):
            comment += line.removeprefix("#")
        elif line.startswith("["):
            section, comment = line.strip("[]"), ""
        elif " = " in line:
            sentence = re.split(r"(?<=\.)\s|: ", comment.strip())[0]
            purposes[f"{section}.{line.split()[0]}"] = sentence.rstrip(".")
            comment = ""
    return purposes


def _shown(value: object) -> str:
    """Write a default as it would stand in a TOML file; nothing for none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, int | float):
        return f"`{value:g}`" if value < 1000 else f"`{value}`"
    if isinstance(value, tuple):
        return f"`{[folder.path for folder in value]}`".replace("'", '"')
    return f"`{value}`"


def sample_post() -> str:
    """Return the kept post of a seed as a Markdown quotation."""
    html = POST.read_text("utf-8").strip()
    html = re.sub(r"</?b>", "**", re.sub(r"</?i>", "*", html)).replace("#", r"\#")
    lines: list[str] = []
    quoting = ""
    for line in html.split("\n"):
        if line.startswith("<blockquote>"):
            quoting = "> "
        words = re.sub(r"</?blockquote>", "", line)
        lines.append(f"> {quoting}{words}".rstrip())
        if line.endswith("</blockquote>"):
            quoting = ""
    return "\n".join(_broken(lines))


def _broken(lines: Sequence[str]) -> Iterator[str]:
    """End a line whose paragraph goes on with a backslash, so that Markdown breaks it there."""
    for line, after in zip(lines, (*lines[1:], ">"), strict=True):
        goes_on = line.strip("> ") and after.strip("> ")
        yield f"{line}\\" if goes_on else line


def bench_table() -> str:
    """Return the table that `make bench` wrote last."""
    return BENCH.read_text("utf-8").strip()


def soak_table() -> str:
    """Return the table that `make soak` wrote last."""
    return SOAK.read_text("utf-8").strip()


MAKERS: Mapping[str, Callable[[], str]] = MappingProxyType(
    {"settings": settings_table, "post": sample_post, "bench": bench_table, "soak": soak_table}
)
"""What makes each part, by the name in its markers."""


def renewed(text: str) -> str:
    """Return the README with every made part as it is to be; raise LookupError for lost markers."""
    for name, make in MAKERS.items():
        begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        before, opened, rest = text.partition(begin)
        _, closed, after = rest.partition(end)
        if not opened or not closed:
            raise LookupError(f"the markers of {name} are not there")
        text = f"{before}{begin}{make()}\n{end}{after}"
    return text
