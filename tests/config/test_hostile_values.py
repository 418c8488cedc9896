"""Whatever stands in a setting, there are settings or lines, and never anything else."""

import json
import math
from pathlib import Path

import pytest

from config.settings import Settings, WrongSettings, keys_of, load_settings

KEYS = [(section, key) for section, keys in keys_of(Settings).items() for key in sorted(keys)]

TEXTS = (
    "",
    " ",
    "\0",
    "a\0b",
    "a\r\nb",
    "\ud800",
    "\udcff",
    "\u202e\u2066",
    "nan",
    "-inf",
    "1e400",
    "1_0",
    "١",
    "9" * 6000,
    "0x" + "f" * 6000,
    "1" * 400 + ".5",
    "[" * 30_000,
    "[" + "9" * 6000 + "]",
    '{"path": ' * 500,
    '[{"path": "a", "schedule": "every 999999999d"}]',
    '[{"path": {"path": "b"}}]',
    "~nobody-at-all/x",
    "every 99999999999999999999d",
    "0 0 31 2 *",
    "http://[",
    "http://a..b",
    "http://" + "a" * 70 + ".org",
    "http://host:99999",
    "sqlite:///a\0b",
    "sqlite:///a?b=c",
    "postgresql://u:secretive@[/x",
    "postgresql://u:secretive@h\u2100/x",
    "x" * 100_000,
)

NUMBERS: tuple[object, ...] = (
    math.nan,
    math.inf,
    -math.inf,
    1e308,
    -1,
    2**63,
    10**400,
    1 << 30_000,
    True,
    None,
    [],
    {},
    [[[]]],
    {"a": {"b": 1}},
    "secretive" * 100,
)


def answer(section: str, key: str, value: object) -> None:
    """Load a value: what comes of it is usable, or lines that can be read."""
    try:
        settings = load_settings(None, {f"{section}.{key}": value})
    except WrongSettings as error:
        for line in error.faults:
            assert line.isprintable()
            assert len(line) < 1000
            assert line.startswith(f"{section}.{key}")
    else:
        assert repr(settings)
        settings.secrets.hide(repr(settings))


@pytest.mark.parametrize(("section", "key"), KEYS)
def test_any_value_is_taken_or_refused_in_a_line(section: str, key: str) -> None:
    """Texts as the environment has them, and whatever else TOML can hold."""
    for value in (*TEXTS, *NUMBERS):
        answer(section, key, value)


def nested(depth: int) -> object:
    """Return a table as deep as TOML's dotted keys can make one."""
    value: object = 1
    for _ in range(depth):
        value = {"a": value}
    return value


@pytest.mark.parametrize(("section", "key"), KEYS)
def test_a_value_that_nests_deeply_is_refused(section: str, key: str) -> None:
    """It is named, not shown."""
    answer(section, key, nested(50))
    answer(section, key, json.loads("[" * 300 + "]" * 300))


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("[delivery]\nper_second = 1e400", "delivery.per_second (own.toml): inf is not allowed"),
        ("[delivery]\nper_second = nan", "delivery.per_second (own.toml): nan is not allowed"),
        ("[delivery]\ngrace_seconds = -inf", "-inf is not allowed"),
        (
            "[delivery]\nbacklog = 1" + "0" * 6000,
            "own.toml: holds a number of more than 4300 digits",
        ),
        (
            "[delivery]\nbacklog = 0x1" + "0" * 6000,
            "delivery.backlog (own.toml): a number of more than 4300 digits is not allowed",
        ),
        ("[summary]\nwords = 1e400", "summary.words (own.toml): inf is not allowed"),
        ("[quotes]\nlimit = " + "[" * 100_000, "own.toml: nests too deeply"),
        ("[quotes]\nlimit" + ".a" * 100_000 + " = 1", "own.toml: nests too deeply"),
        ("[quotes" + ".'a.b'" * 1000 + "]", "own.toml: nests too deeply"),
        ("[quotes]\nlimit = {a" + ".a" * 1000 + " = 1}", "own.toml: nests too deeply"),
        ("[quotes]\nlimit = 1\0", "own.toml: is not TOML"),
        ("\n" * 1_000_001, "own.toml: is larger than 1000000 bytes"),
    ],
)
def test_a_file_of_extremes_gets_one_line(toml: str, words: str, here: Path) -> None:
    """Neither a traceback nor an endless answer."""
    (here / "own.toml").write_text(toml)
    with pytest.raises(WrongSettings) as raised:
        load_settings(Path("own.toml"), {})
    (line,) = raised.value.faults
    assert words in line
    assert len(line) < 300


def test_dots_elsewhere_do_not_nest(here: Path) -> None:
    """In a text, in a comment, in many paths: only a key's dots make tables."""
    paths = ", ".join(f'"a.b\\".{number}"' for number in range(100))
    text = f"# {'.' * 200}\n[watch]\nfolders = [{paths}]\n[places]\nhome = '{'.' * 200}' # .\n"
    (here / "own.toml").write_text(text)
    assert len(load_settings(Path("own.toml"), {}).watch.folders) == 100


def test_another_programs_file_gets_few_lines(here: Path) -> None:
    """A name of a thousand keys that are none is told of once."""
    (here / "own.toml").write_text("".join(f"key{number} = 1\n" for number in range(1000)))
    with pytest.raises(WrongSettings) as raised:
        load_settings(Path("own.toml"), {})
    assert len(raised.value.faults) == 21
    assert raised.value.faults[-1] == "own.toml: and more of this kind"
