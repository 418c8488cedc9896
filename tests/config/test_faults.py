"""What is said of wrong settings: a line each, with the key, its place, and what is allowed."""

from pathlib import Path

import pytest

from config.settings import Settings, WrongSettings, load_settings

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"  # noqa: S105 - invented


def faults_of(config: Path | None = None, /, **overrides: object) -> tuple[str, ...]:
    """Return the lines that loading raises."""
    with pytest.raises(WrongSettings) as raised:
        load_settings(config, {key.replace("__", "."): value for key, value in overrides.items()})
    assert all(line.isprintable() for line in raised.value.faults)
    return raised.value.faults


@pytest.mark.parametrize(
    ("variable", "value", "key", "words"),
    [
        ("WATCH__SCHEDULE", "each 5m", "watch.schedule", "'each 5m' is not allowed; must be"),
        ("WATCH__SCHEDULE", "61 * * * *", "watch.schedule", "'61' is no minute (0-59)"),
        ("WATCH__SCHEDULE", "", "watch.schedule", "cron has 5 fields, here are 0"),
        ("WATCH__TIMEZONE", "Mars/Base", "watch.timezone", "no such time zone"),
        ("WATCH__TIMEZONE", "../../etc/passwd", "watch.timezone", "no such time zone"),
        ("WATCH__FOLDERS", "[]", "watch.folders", "one or more folders"),
        ("WATCH__FOLDERS", "", "watch.folders[0].path", "a folder's path"),
        ("WATCH__FOLDERS", '["a"', "watch.folders", "it begins like JSON and is none"),
        ("WATCH__FOLDERS", '["a", 3]', "watch.folders[1]", "3 is not allowed"),
        ("WATCH__FOLDERS", '[{"schedule": "every 5m"}]', "watch.folders[0].path", "is missing"),
        (
            "WATCH__FOLDERS",
            '[{"path": "a", "shedule": "every 5m"}]',
            "watch.folders[0].shedule",
            "did you mean schedule?",
        ),
        ("WATCH__SETTLE_SECONDS", "-1", "watch.settle_seconds", "from 0 (off) to 86400"),
        ("WATCH__SETTLE_SECONDS", "nan", "watch.settle_seconds", "from 0 (off) to 86400"),
        ("WATCH__MAX_BYTES", "5MB", "watch.max_bytes", "bytes from 1"),
        ("STORE__URL", "mysql://host/news", "store.url", "no other database is known"),
        ("STORE__URL", "dateline.db", "store.url", "must be `sqlite:///FILE`"),
        ("STORE__URL", "sqlite://", "store.url", "three slashes"),
        ("STORE__URL", "postgresql://host", "store.url", "names no database"),
        ("SUMMARY__SENTENCES", "0", "summary.sentences", "from 1 to 20, or `auto`"),
        ("SUMMARY__SENTENCES", "many", "summary.sentences", "from 1 to 20, or `auto`"),
        ("SUMMARY__WORDS", "3", "summary.words", "from 10 to 5000, or 0"),
        ("SUMMARY__ALGORITHM", "edmundson", "summary.algorithm", "`text-rank`"),
        ("QUOTES__LIMIT", "2.5", "quotes.limit", "from 0 to 20"),
        ("DELIVERY__PER_SECOND", "1001", "delivery.per_second", "up to 1000"),
        ("DELIVERY__PER_SECOND", "0", "delivery.per_second", "above 0"),
        ("DELIVERY__UNCERTAIN", "maybe", "delivery.uncertain", "`repeat` or `skip`"),
        ("DUPLICATES__THRESHOLD", "1.5", "duplicates.threshold", "above 0, up to 1"),
        ("LOG__LEVEL", "loud", "log.level", "`debug`, `info`, `warning` or `error`"),
        ("TELEGRAM__MODE", "push", "telegram.mode", "`polling` or `webhook`"),
        ("TELEGRAM__BASE_URL", "api.telegram.org", "telegram.base_url", "http"),
        ("TELEGRAM__BASE_URL", "http://[", "telegram.base_url", "http"),
        ("TELEGRAM__BASE_URL", "http://host:port", "telegram.base_url", "http"),
        ("TELEGRAM__BASE_URL", "http://a..b", "telegram.base_url", "its host or its port is none"),
        ("TELEGRAM__BASE_URL", "http://a b", "telegram.base_url", "white space"),
        ("TELEGRAM__BASE_URL", "'http://a'", "telegram.base_url", "the quotes around it"),
        ("WATCH__SCHEDULE", '"every 5m"', "watch.schedule", "the quotes around it"),
        ("TELEGRAM__TOKEN", '"123:abc"', "telegram.token", "it stands in quotes"),
        ("TELEGRAM__TOKEN", "“123:abc”", "telegram.token", "it stands in quotes"),
        ("TELEGRAM__TOKEN", "<123:abc>", "telegram.token", "it stands in quotes"),
        ("TELEGRAM__TOKEN", "123:a bc", "telegram.token", "white space or a line break"),
        ("TELEGRAM__TOKEN", "123:a\r\nbc", "telegram.token", "white space or a line break"),
        ("TELEGRAM__TOKEN", "123:abc\u200b", "telegram.token", "white space or a line break"),
        ("TELEGRAM__TOKEN", "123abc", "telegram.token", "there is no colon in it"),
        ("TELEGRAM__TOKEN", "bot123:abc", "telegram.token", "begins with `bot`"),
        ("TELEGRAM__TOKEN", "abc:123", "telegram.token", "a number, a colon, and letters"),
        ("TELEGRAM__TOKEN", "١٢:abc", "telegram.token", "a number, a colon, and letters"),
        ("STORE__URL", "sqlite:///a.db?mode=ro", "store.url", "no options"),
        ("STORE__URL", "sqlite:///a\nb", "store.url", "a line break"),
        ("STORE__URL", "postgresql://u:p@host:port/x", "store.url", "its host or its port is none"),
        ("STORE__URL", "postgresql://u:p/w@host/x", "store.url", "/ as %2F"),
        ("STORE__URL", "postgresql://u:p@w@host/x", "store.url", "@ as %40"),
        ("STORE__URL", "postgresql://[::1/x", "store.url", "its host or its port is none"),
        ("SUMMARY__ALGORITHM", "lexrank", "summary.algorithm", "did you mean lex-rank?"),
        ("SUMMARY__ALGORITHM", "Sum Basic", "summary.algorithm", "did you mean sum-basic?"),
        ("SUMMARY__SENTENCES", "atuo", "summary.sentences", "did you mean auto?"),
        ("LOG__LEVEL", "warn", "log.level", "did you mean warning?"),
        ("TELEGRAM__MODE", "webhooks", "telegram.mode", "did you mean webhook?"),
        ("DELIVERY__UNCERTAIN", "repaet", "delivery.uncertain", "did you mean repeat?"),
        ("WATCH__TIMEZONE", "Asia/Bagdad", "watch.timezone", "did you mean Asia/Baghdad?"),
        ("TELEGRAM__PROXY", "proxy:3128", "telegram.proxy", "`socks5://`"),
        ("TELEGRAM__PROXY", "socks4://proxy", "telegram.proxy", "`socks5://`"),
        ("TELEGRAM__PROXY", "http://proxy:port", "telegram.proxy", "`socks5://`"),
        ("TELEGRAM__PROXY", "http://", "telegram.proxy", "`socks5://`"),
        ("TELEGRAM__PROXY", "http://a\nb:1", "telegram.proxy", "`socks5://`"),
        ("ACCESS__REQUESTS_PER_MINUTE", "0", "access.requests_per_minute", "from 1 to 100000"),
    ],
)
def test_a_wrong_value_is_told_in_one_line(
    variable: str, value: str, key: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line names the key, its variable, and what is allowed."""
    monkeypatch.setenv(f"DATELINE_{variable}", value)
    (line,) = faults_of()
    assert line.startswith(f"{key} (DATELINE_{variable} in the environment): ")
    assert words in line


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("DATELINE_TELEGRAM_TOKEN", "DATELINE_TELEGRAM__TOKEN"),
        ("DATELINE_WATCH__FOLDER", "DATELINE_WATCH__FOLDERS"),
        ("DATELINE_CONFIGURATION", "DATELINE_CONFIG"),
        ("dateline_summary__sentence", "DATELINE_SUMMARY__SENTENCES"),
        ("DATELINE_TOKEN", "DATELINE_TELEGRAM__TOKEN"),
        ("DATELINE_BOT_TOKEN", "DATELINE_TELEGRAM__TOKEN"),
        ("DATELINE__TELEGRAM__TOKEN", "DATELINE_TELEGRAM__TOKEN"),
        ("DATELINE_STORE__TOKEN", "DATELINE_TELEGRAM__TOKEN"),
        ("DATELINE_FOLDERS", "DATELINE_WATCH__FOLDERS"),
        ("DATELINE_LIMIT", "DATELINE_QUOTES__LIMIT or DATELINE_PLACES__LIMIT"),
        ("DATELINE_SECRETS", "DATELINE_SECRETS_DIR"),
    ],
)
def test_an_unknown_variable_is_a_fault_with_a_suggestion(
    name: str, meant: str, monkeypatch: pytest.MonkeyPatch, here: Path
) -> None:
    """In the environment, in .env and among the secrets alike; its value is never shown."""
    monkeypatch.setenv(name, TOKEN)
    (line,) = faults_of()
    assert line == f"{name} (in the environment): there is no such setting; did you mean {meant}?"
    monkeypatch.delenv(name)
    (here / ".env").write_text(f"{name}={TOKEN}\n")
    (line,) = faults_of()
    assert line == f"{name} (in .env): there is no such setting; did you mean {meant}?"
    (here / ".env").unlink()
    (here / "secrets").mkdir()
    (here / "secrets" / name).write_text(TOKEN)
    monkeypatch.setenv("DATELINE_SECRETS_DIR", "secrets")
    (line,) = faults_of()
    assert line.startswith(f"{name} (in the secrets folder): there is no such setting")


@pytest.mark.parametrize(
    ("toml", "lines"),
    [
        (
            "[watch]\nfolder = 'x'",
            ["watch.folder (own.toml): there is no such setting; did you mean watch.folders?"],
        ),
        (
            "schedule = 'every 5m'",
            ["schedule (own.toml): there is no such setting; did you mean watch.schedule?"],
        ),
        (
            "[telegam]\ntoken = 'x'",
            ["telegam (own.toml): there is no such setting; did you mean telegram?"],
        ),
        ("[zzz]", ["zzz (own.toml): there is no such setting"]),
        (
            "[watch]\ntoken = 'x'",
            ["watch.token (own.toml): there is no such setting; did you mean telegram.token?"],
        ),
        (
            "[summary]\nlimits = 1",
            [
                "summary.limits (own.toml): there is no such setting; "
                "did you mean quotes.limit or places.limit?"
            ],
        ),
        (
            "[places]\nlimits = 1",
            ["places.limits (own.toml): there is no such setting; did you mean places.limit?"],
        ),
        ("watch = 3", ["watch (own.toml): is a table of settings: [watch]"]),
        ("[watch]\nx = ?\n", ["own.toml: is not TOML: Invalid value (at line 2, column 5)"]),
        (
            "[quotes]\nlimit = 0x" + "f" * 6_000,
            [
                "quotes.limit (own.toml): a number of more than 4300 digits is not allowed;"
                " must be a whole number from 0 to 20"
            ],
        ),
        ("[watch]\nx =", ["own.toml: is not TOML: Invalid value (at the end, line 2)"]),
        (
            "[quotes]\nlimit = true\n[places]\nlimit = 99",
            [
                "quotes.limit (own.toml): True is not allowed; must be a whole number from 0 to 20"
                " (true and false are no numbers)",
                "places.limit (own.toml): 99 is not allowed; must be a whole number from 0 to 20",
            ],
        ),
        (
            "[telegram]\ntoken = 12345678",
            [
                "telegram.token (own.toml): cannot be used; "
                "must be the token that BotFather gave, as text"
            ],
        ),
    ],
)
def test_a_wrong_file_is_told_line_by_line(toml: str, lines: list[str], here: Path) -> None:
    """Each fault of a TOML file has its line, with the file's name."""
    (here / "own.toml").write_text(toml)
    assert list(faults_of(Path("own.toml"))) == lines


def test_a_byte_order_mark_is_no_fault_and_other_encodings_are(here: Path) -> None:
    """Some editors begin a file with a mark; TOML is UTF-8."""
    (here / "own.toml").write_bytes(b"\xef\xbb\xbf[quotes]\r\nlimit = 4\r\n")
    assert load_settings(Path("own.toml"), {}).quotes.limit == 4
    (here / "own.toml").write_bytes(b"[quotes]\n# caf\xe9\nlimit = 4\n")
    assert faults_of(Path("own.toml")) == ("own.toml: is not UTF-8 (at line 2)",)


def test_a_named_file_or_folder_that_is_missing_is_a_fault(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is named must be there."""
    assert faults_of(Path("none.toml")) == ("none.toml: there is no such file",)
    assert faults_of(here) == (f"{here}: cannot be read: Is a directory",)
    monkeypatch.setenv("DATELINE_SECRETS_DIR", "nowhere")
    (line,) = faults_of()
    assert line.startswith("DATELINE_SECRETS_DIR (nowhere): the secrets folder cannot be read: ")


def test_every_fault_is_told_at_once(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An operator mends all of them in one go."""
    (here / ".env").write_text("DATELINE_QUOTES__LIMIT=x\nDATELINE_ 'y\n")
    monkeypatch.setenv("DATELINE_LOG__LEVEL", "x")
    monkeypatch.setenv("DATELINE_CONFIG", "none.toml")
    assert len(faults_of(summary__sentences="x")) == 4


def test_the_place_of_a_fault_is_the_winning_one(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong value that a stronger place replaces is no fault."""
    (here / ".env").write_text("DATELINE_QUOTES__LIMIT=wrong\n")
    monkeypatch.setenv("DATELINE_QUOTES__LIMIT", "2")
    assert load_settings(None, {}).quotes.limit == 2
    (line,) = faults_of(quotes__limit="none")
    assert line.startswith("quotes.limit (the command line): 'none' is not allowed")


@pytest.mark.parametrize(
    "overrides",
    [
        {"telegram__base_url": TOKEN, "telegram__token": TOKEN},
        {"watch__schedule": f"bot{TOKEN}"},
        {"telegram__token": "odd-token", "log__level": "an odd-token here"},
        {"store__url": "mysql://me:odd-token@host/x"},
        {"store__url": "postgresql://me:odd-token@host"},
        {"store__url": "postgresql://me:odd-token@host:notaport/db"},
        {"store__url": "postgresql://me@host:notaport/db?password=odd-token"},
        {"store__url": "postgresql://me:x/odd-token@host/db"},
        {"store__url": "postgresql://me:odd-token@h\u2100st/db"},
        {"store__url": "me:odd-token@host/db"},
        {"telegram__base_url": "ftp://me:odd-token@host"},
        {"telegram__base_url": "ftp://me:odd-token-" + "x" * 200 + "@host"},
        {"telegram__token": "123:odd-token\r\nodd-token-more"},
        {"telegram__token": '"123:odd-token"', "log__level": "123:odd-token"},
        {"telegram__proxy": "ftp://me:odd-token@host"},
        {"telegram__proxy": "http://me:odd-token@host", "log__level": "an odd-token here"},
        {TOKEN: "x"},
    ],
)
def test_no_fault_shows_a_secret(overrides: dict[str, object]) -> None:
    """A token put in the wrong place is hidden by its looks, another by its being one."""
    said = "\n".join(faults_of(**overrides))
    assert "AAbbCC" not in said
    assert "odd-token" not in said


def test_a_name_of_control_characters_stays_in_its_line(here: Path) -> None:
    """A fault is one line whatever the key is made of."""
    (here / "own.toml").write_text('[watch]\n"a\\nb" = 1\n"" = 2\n')
    lines = faults_of(Path("own.toml"))
    assert lines[0].startswith(r"watch.'a\nb' (own.toml)")
    assert lines[1].startswith("watch.'' (own.toml)")


def test_what_cannot_be_read_has_a_line_wherever_it_stands(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An endless .env, and entries of the secrets folder that are none, are not passed over."""
    (here / ".env").symlink_to("/dev/zero")
    (here / "secrets").mkdir()
    (here / "secrets" / "DATELINE_LOG__LEVEL").symlink_to("/dev/zero")
    (here / "secrets" / "DATELINE_LOG__FORMAT").symlink_to("nowhere")
    (here / "secrets" / "DATELINE_PLACES__HOME").mkdir()
    monkeypatch.setenv("DATELINE_SECRETS_DIR", "secrets")
    monkeypatch.setenv("DATELINE_CONFIG", "~no-such-user/own.toml")
    assert faults_of() == (
        ".env: is larger than 1000000 bytes",
        "DATELINE_LOG__FORMAT (in the secrets folder): there is no such file",
        "DATELINE_LOG__LEVEL (in the secrets folder): is larger than 1000000 bytes",
        "DATELINE_PLACES__HOME (in the secrets folder): cannot be read: Is a directory",
        "~no-such-user/own.toml: there is no such file",
    )


def test_a_folder_called_env_is_no_fault(here: Path) -> None:
    """Python's own environments are often called so."""
    (here / ".env").mkdir()
    assert load_settings(None, {}) == Settings()
