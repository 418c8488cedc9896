"""README.md says what is so."""

import re
import tomllib

import pytest

from bot.__main__ import main
from tests.documentation.parts import README, ROOT, renewed

TEXT = README.read_text("utf-8")


def test_its_made_parts_are_up_to_date() -> None:
    """After `python -m tests.documentation` they are."""
    assert renewed(TEXT) == TEXT


def test_lost_markers_are_found() -> None:
    """A part that has nowhere to go is an error, not a part left out."""
    with pytest.raises(LookupError, match="settings"):
        renewed(TEXT.replace("<!-- settings -->", ""))


def test_it_names_no_make_target_that_is_not_there() -> None:
    """Each `make NAME` is a target of the Makefile, and each target is told of."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z]+)`|^make ([a-z]+)", TEXT, re.MULTILINE))
    assert {first or second for first, second in named} <= targets


def test_its_commands_are_understood(capsys: pytest.CaptureFixture[str]) -> None:
    """Each command of the program that it names has a help text."""
    for name in set(re.findall(r"`dateline ([a-z]+)", TEXT)):
        with pytest.raises(SystemExit) as ended:
            main([name, "--help"])
        assert ended.value.code == 0, name
    assert "usage: dateline" in capsys.readouterr().out


def test_the_files_it_links_to_are_there() -> None:
    """No link into the project leads nowhere."""
    links = re.findall(r"\]\(([^)#:]+)\)", TEXT)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_it_says_why_each_dependency_is_there() -> None:
    """Each package that is installed with Dateline, or as an extra of it, is named with a reason."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    wanted = [*project["dependencies"], *(line for extra in extras for line in extra)]
    names = {match[0] for line in wanted if (match := re.match(r"[a-z0-9-]+", line))}
    table = TEXT.split("Why each dependency is there")[1]
    assert {name for name in names if not re.search(rf"\b{name}\b", table)} == set()
