"""What no line may show, however it is written."""

import io
import json
import sys
from urllib.parse import quote

import pytest

from config.secrets import HIDDEN, Secrets, secrets_of_address

TOKEN = "987654321:zzYYxxWWvvUUttSSrrQQppOOnnMMllKKjjI"  # noqa: S105 - invented


@pytest.mark.parametrize(
    "text",
    [
        f"https://api.telegram.org/bot{TOKEN}/getMe",
        f"https://api.telegram.org/bot{quote(TOKEN, safe='')}/getMe",
        "https://api.telegram.org/bot12:odd-token/getMe",
        f"the token {TOKEN} is refused",
        "postgresql://me:odd-token@host:notaport/db",
        "postgresql+psycopg://me:odd-token@host/db",
        "postgresql://:odd-token@host/db",
        "postgresql://me:x@odd-token@host/db",
        "postgresql://me:odd-token/x@host/db",
        "postgresql://me:x:odd-token@host/db",
        "postgresql://me@host/db?password=odd-token",
        "postgresql://me@host/db?sslmode=require&sslpassword=odd-token&user=me",
        "postgresql://me@host/db?PASSWORD=odd-token",
        "http://proxy-user:odd-token@proxy:3128",
        "socks5://u:odd-token@[::1]:1080",
        "host=h password=odd-token dbname=d",
        "host=h password='odd-token' dbname=d",
        'password = "odd-token and more"',
        "DATELINE_TELEGRAM__TOKEN=odd-token",
    ],
)
def test_a_secret_is_known_by_where_it_stands(text: str) -> None:
    """Though nobody has said what the secret is."""
    said = Secrets().hide(text)
    assert "odd-token" not in said
    assert "zzYY" not in said
    assert HIDDEN in said


@pytest.mark.parametrize(
    "text",
    [
        "2026-01-20 10:00:00 WARNING bot.intake: a.txt: set aside",
        "http://127.0.0.1:8081/file: cannot be reached by @dateline_bot",
        "must be `sqlite:///FILE` or `postgresql://USER:PASSWORD@HOST/DATABASE`",
        "telegram.token: Telegram does not know this token",
        "postgresql://me@host:5432/db",
        "no answer from [::1]:5432, user@host",
    ],
)
def test_what_is_no_secret_stays(text: str) -> None:
    """A log that hides all says nothing."""
    assert Secrets().hide(text) == text
    assert Secrets(["ab", "a", "1", ""]).hide(text) == text


@pytest.mark.parametrize(
    "secret",
    [TOKEN, "odd token", 'quo"te\\d', "p%40ss", "p@ss:w/rd", "línea", "a\r\nbcdef", "a'b'c"],
)
def test_a_known_secret_is_hidden_in_every_form(secret: str) -> None:
    """As libraries write it: in JSON, in Python, in an address."""
    hide = Secrets([secret]).hide
    forms = (secret, json.dumps(secret), repr(secret), quote(secret), quote(secret, safe=""))
    for form in forms:
        assert hide(f"before {form} after").replace('"', "").replace("'", "") == (
            f"before {HIDDEN} after"
        )


@pytest.mark.parametrize(
    ("secret", "said"),
    [
        ("123456:AAAAbbbbCCCC\r\nddddEEEEffff", "GET /bot123456:AAAAbbbbCCCC HTTP/1.1"),
        ("123456:AAAAbbbbCCCC\r\nddddEEEEffff", "illegal header: ddddEEEEffff"),
        ('"123456:AAAAbbbbCCCC"', "bot AAAAbbbbCCCC is unknown"),
        ("p@AAAAbbbbCCCC", "no such host: AAAAbbbbCCCC"),
        ("12/AAAAbbbbCCCC", "no number: 'AAAAbbbbCCCC'"),
        ("x@ABC", "failed to resolve host 'ABC'"),
        ("ABC", "no number: 'ABC'"),
    ],
)
def test_a_piece_of_a_secret_is_hidden(secret: str, said: str) -> None:
    """Libraries take an address apart, and show what they cannot use of it."""
    hidden = Secrets([secret]).hide(said)
    assert HIDDEN in hidden
    assert "ABC" not in hidden
    assert "AAAA" not in hidden
    assert "dddd" not in hidden


@pytest.mark.parametrize(
    ("address", "passwords"),
    [
        ("postgresql://me:hunter22@host/db", {"hunter22"}),
        ("postgresql://me:p@ss/w:rd@host/db", {"p", "ss/w:rd", "p@ss/w:rd"}),
        ("postgresql://me@host/db?password=hunter22&x=1", {"hunter22"}),
        ("postgresql://me:one@host/db?sslpassword=t%77o", {"one", "t%77o", "two"}),
        ("postgresql://me:one@host/db?application_name=a@b", {"one"}),
        ("postgresql://me:two words@host/db", {"two words"}),
        ("postgresql://dateline:dateline@host/dateline", set()),
        ("postgresql://host:5432/db", set()),
        ("sqlite:///a@b.db", set()),
        ("seeds", set()),
    ],
)
def test_the_passwords_of_an_address_are_found(address: str, passwords: set[str]) -> None:
    """Those of its user and of its query; its user's name is none."""
    assert {found for found in secrets_of_address(address) if found} == passwords


def test_a_stream_hides_what_is_written_into_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a traceback is, too, that ends the program."""
    into = io.StringIO()
    stream = Secrets(["hunter22"]).kept_from(into)
    print("the password hunter22", file=stream, flush=True)
    try:
        int("hunter22")
    except ValueError as error:
        monkeypatch.setattr(sys, "stderr", stream)
        sys.__excepthook__(ValueError, error, error.__traceback__)
    assert "ValueError: invalid literal" in into.getvalue()
    assert into.getvalue().startswith("the password [hidden]\n")
    assert "hunter22" not in into.getvalue()


@pytest.mark.parametrize("unit", ["x", "9", "://a:", "token='", "password", "@", "/bot1:", "a=b&"])
def test_time_grows_with_the_text_alone(unit: str) -> None:
    """A line of 400 KB takes as long as it is, not as its square: minutes."""
    hide = Secrets(["hunter22"]).hide
    assert len(hide(unit * (400_000 // len(unit))))
    assert not list(secrets_of_address(unit * (400_000 // len(unit)) + ";"))
