"""Names of other chats as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.naming import named_chat

NAMED = [
    ("@example", "@example"),
    ("@Example_1", "@Example_1"),
    ("＠example", "@example"),
    ("“@example”.", "@example"),
    ("[@example]", "@example"),
    ("t.me/example", "@example"),
    ("T.me/example/", "@example"),
    ("http://t.me/example", "@example"),
    ("https://www.t.me/example", "@example"),
    ("https://t.me/example/123?single", "@example"),
    ("https://t.me/s/example", "@example"),
    ("https://telegram.me/example", "@example"),
    ("telegram.dog/example", "@example"),
    ("https://example.t.me", "@example"),
    ("tg://resolve?domain=example", "@example"),
    ("https://t.me/c/1234567890/5", "-1001234567890"),
    ("-1001234567890", "-1001234567890"),
    ("−1001234567890", "-1001234567890"),
    ("–1001234567890", "-1001234567890"),
    ("-١٠٠١٢٣٤", "-1001234"),
    ("@", "@"),
    ("@ab", "@ab"),
    ("@a{0}", "@a{0}"),
    ("@é" + "a" * 200, "@é" + "a" * 78),
    ("https://t.me/+AbC-dEf", "https://t.me/+AbC-dEf"),
    ("https://t.me/joinchat/AbC", "https://t.me/joinchat/AbC"),
    ("1002", None),
    ("1001234567890", None),
    ("example", None),
    ("-", None),
    ("-a", None),
    ("https://example.org/a", None),
    ("at.me/example", None),
    ("please", None),
    ("", None),
]


@pytest.mark.parametrize(("word", "named"), NAMED)
def test_a_word_names_a_chat_or_none(word: str, named: str | None) -> None:
    """Links are taken as names; what is meant for a chat but can be none stays as it is."""
    assert named_chat((word,)) == named


def test_one_chat_at_a_time() -> None:
    """Neither two names nor words around one are guessed at."""
    assert named_chat(()) is None
    assert named_chat(("@example", "@other")) is None
    assert named_chat(("@example", "please")) is None


@given(st.text() | st.from_regex(r"(@|-|https?://t\.me/|tg://)\w*.*"))
def test_any_word_will_do(word: str) -> None:
    """No word breaks it, and what is returned has a bound."""
    assert len(named_chat((word,)) or "") <= 80
