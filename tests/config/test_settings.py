"""Where settings come from, and which place wins."""

import tomllib
from pathlib import Path

import pytest

from config.sections import Algorithm, Telegram
from config.settings import Settings, load_settings
from config.watching import Folder

ROOT = Path(__file__).parents[2]


def test_the_file_that_comes_with_dateline_states_every_default() -> None:
    """The commented file holds every key, and changes nothing."""
    path = ROOT / "config" / "dateline.toml"
    assert load_settings(path, {}) == Settings() == load_settings(None, {})
    stated = {name: set(table) for name, table in tomllib.loads(path.read_text("utf-8")).items()}
    known = {
        name: set(type(section).model_fields)
        for name in Settings.model_fields
        if (section := getattr(Settings(), name)) is not None
    }
    assert stated == known


def test_every_key_says_what_it_may_be() -> None:
    """Lines about wrong values are made from the keys' descriptions."""
    for name in Settings.model_fields:
        for key, field in type(getattr(Settings(), name)).model_fields.items():
            assert field.description, f"{name}.{key}"


def test_each_place_wins_over_those_after_it(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line wins over the environment, that over .env, secrets, TOML, defaults."""
    secrets = here / "secrets"
    secrets.mkdir()
    toml = here / "own.toml"
    toml.write_text("[summary]\nsentences = 11\n[watch]\nfolders = ['toml']\n")
    found = [load_settings(None, {}).summary.sentences]
    found.append(load_settings(toml, {}).summary.sentences)
    (secrets / "dateline_summary__sentences").write_text("12\n")
    monkeypatch.setenv("DATELINE_SECRETS_DIR", "secrets")
    found.append(load_settings(toml, {}).summary.sentences)
    (here / ".env").write_text("OTHER=1\nexport DATELINE_SUMMARY__SENTENCES='13'\n")
    found.append(load_settings(toml, {}).summary.sentences)
    monkeypatch.setenv("DATELINE_SUMMARY__SENTENCES", "14")
    found.append(load_settings(toml, {}).summary.sentences)
    found.append(load_settings(toml, {"summary.sentences": 15}).summary.sentences)
    found.append(load_settings(toml, {"summary.sentences": None}).summary.sentences)
    assert found == [3, 11, 12, 13, 14, 15, 14]
    assert load_settings(toml, {}).watch.folders == (Folder(path="toml"),)


def test_the_environment_names_the_configuration_file(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DATELINE_CONFIG names the file, unless the command line names one."""
    (here / "one.toml").write_text("[quotes]\nlimit = 1\n")
    (here / "two.toml").write_text("[quotes]\nlimit = 2\n")
    (here / "dateline.toml").write_text("[quotes]\nlimit = 9\n")
    assert load_settings(None, {}).quotes.limit == 3
    (here / ".env").write_text("DATELINE_CONFIG=two.toml\n")
    assert load_settings(None, {}).quotes.limit == 2
    monkeypatch.setenv("DATELINE_CONFIG", "one.toml")
    assert load_settings(None, {}).quotes.limit == 1
    assert load_settings(here / "two.toml", {}).quotes.limit == 2
    monkeypatch.setenv("DATELINE_CONFIG", "")
    assert load_settings(None, {}).quotes.limit == 3


def test_defaults_are_free_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only load_settings reads the environment."""
    monkeypatch.setenv("DATELINE_QUOTES__LIMIT", "7")
    assert Settings().quotes.limit == 3


@pytest.mark.parametrize(
    ("text", "folders"),
    [
        ("/data/in", (Folder(path="/data/in"),)),
        ("with space, and comma", (Folder(path="with space, and comma"),)),
        ("123", (Folder(path="123"),)),
        ('["a", "b c"]', (Folder(path="a"), Folder(path="b c"))),
        ('"quoted"', (Folder(path="quoted"),)),
        (
            '["a", {"path": "b", "schedule": "every 5m", "timezone": "Asia/Baghdad"}]',
            (Folder(path="a"), Folder(path="b", schedule="every 5m", timezone="Asia/Baghdad")),
        ),
        ('{"path": "b"}', (Folder(path="b"),)),
    ],
)
def test_a_list_in_the_environment_is_json_or_one_bare_value(
    text: str, folders: tuple[Folder, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bare path needs no brackets."""
    monkeypatch.setenv("DATELINE_WATCH__FOLDERS", text)
    assert load_settings(None, {}).watch.folders == folders


def test_letter_case_of_names_and_choices_is_free(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lower-case variables count, upper-case ones win over them."""
    monkeypatch.setenv("dateline_summary__algorithm", "LSA")
    monkeypatch.setenv("DATELINE_LOG__LEVEL", "Debug")
    monkeypatch.setenv("dateline_quotes__limit", "1")
    monkeypatch.setenv("DATELINE_QUOTES__LIMIT", "2")
    settings = load_settings(None, {})
    assert settings.summary.algorithm is Algorithm.LSA
    assert settings.log.level == "debug"
    assert settings.quotes.limit == 2


@pytest.mark.parametrize(
    ("text", "token"), [(" 12:ab\n", "12:ab"), ("", None), ("  ", None), ("12:ab", "12:ab")]
)
def test_a_token_is_stripped_and_an_empty_one_is_none(
    text: str, token: str | None, monkeypatch: pytest.MonkeyPatch, here: Path
) -> None:
    """An empty token in the environment hides the one in .env: the console runs."""
    (here / ".env").write_text("DATELINE_TELEGRAM__TOKEN=99:other\n")
    monkeypatch.setenv("DATELINE_TELEGRAM__TOKEN", text)
    held = load_settings(None, {}).telegram.token
    assert (held.get_secret_value() if held else None) == token


def test_the_settings_know_their_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    """The passwords of all addresses, those that libraries take from the environment too."""
    monkeypatch.setenv("https_proxy", "http://me:through-the-proxy@proxy:3128")
    monkeypatch.setenv("PGPASSWORD", "of-the-base")
    overrides = {
        "telegram.base_url": "http://me:of-the-server@host",
        "store.url": "postgresql://me@host/db?password=by-parameter",
    }
    hide = load_settings(None, overrides).secrets.hide
    for secret in ("through-the-proxy", "of-the-base", "of-the-server", "by-parameter"):
        assert hide(f"no {secret}!") == "no [hidden]!"


def test_no_secret_shows_in_the_settings() -> None:
    """Neither the token nor any password stands in what is printed of the settings."""
    overrides = {
        "telegram.token": "12345:abcdefgh",
        "store.url": "postgresql://me:hunter22@host/news",
        "telegram.proxy": "socks5://me:hunter33@host:1080",
    }
    settings = load_settings(None, overrides)
    assert "abcdefgh" not in f"{settings!r} {settings}"
    assert "hunter" not in f"{settings!r} {settings}"
    hidden = settings.secrets.hide("12345:abcdefgh and hunter22, hunter33")
    assert hidden == "[hidden] and [hidden], [hidden]"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://api.telegram.org/", "https://api.telegram.org"),
        (" http://127.0.0.1:8081 ", "http://127.0.0.1:8081"),
        ("http://host/prefix//", "http://host/prefix"),
    ],
)
def test_the_bot_api_address_loses_its_trailing_slash(given: str, kept: str) -> None:
    """What is appended to the address begins with a slash."""
    assert Telegram(base_url=given).base_url == kept


def test_none_is_said_by_zero_or_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A limit of 0 words is no limit, and an empty home none."""
    monkeypatch.setenv("DATELINE_SUMMARY__WORDS", "0")
    monkeypatch.setenv("DATELINE_PLACES__HOME", "")
    monkeypatch.setenv("DATELINE_SUMMARY__SENTENCES", " AUTO ")
    settings = load_settings(None, {})
    assert settings.summary.words is None
    assert settings.places.home is None
    assert settings.summary.sentences == "auto"


def test_a_folder_has_its_own_schedule_or_the_one_for_all() -> None:
    """Schedule and time zone are each taken from the folder, if it has one."""
    overrides: dict[str, object] = {
        "watch.folders": ["a", {"path": "b", "timezone": "Asia/Baghdad"}],
        "watch.schedule": "0  6 * * *",
        "watch.timezone": "Europe/Berlin",
    }
    watch = load_settings(None, overrides).watch
    first, second = (watch.schedule_of(folder) for folder in watch.folders)
    assert (first.text, first.timezone.key) == ("0 6 * * *", "Europe/Berlin")
    assert second.timezone.key == "Asia/Baghdad"


def test_other_programs_files_are_no_settings(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A secrets folder and a .env are shared: what has no DATELINE_ before it is passed over."""
    (here / "run").mkdir()
    (here / "run" / "postgres_password").write_bytes(b"\xff\xfe")
    (here / "run" / "DATELINE_TELEGRAM__TOKEN").write_text("7:seven\n")
    (here / ".env").write_text("not a line\nPATH=x\nDATELINE_CACHE_DIR=y\n")
    monkeypatch.setenv("DATELINE_SECRETS_DIR", str(here / "run"))
    token = load_settings(None, {}).telegram.token
    assert token is not None
    assert token.get_secret_value() == "7:seven"
