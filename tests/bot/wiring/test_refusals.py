"""What a start refuses, though each setting has its form."""

from pathlib import Path

import pytest

from bot.application.refusals import nested, refusals, refused_home
from config.settings import load_settings


@pytest.mark.parametrize(
    ("overrides", "lines"),
    [
        ({}, ()),
        ({"places.home": ""}, ()),
        ({"places.home": "IQ"}, ()),
        ({"places.home": "Erbil, Iraq"}, ()),
        (
            {"places.home": "Nowhereland"},
            ("places.home: the gazetteer knows no 'Nowhereland'",),
        ),
        (
            {"places.home": "Bagdhad"},
            ("places.home: the gazetteer knows no 'Bagdhad'; did you mean Baghdād?",),
        ),
        (
            {"telegram.mode": "webhook", "telegram.token": "12:ab"},
            ("telegram.mode: webhooks are not served yet; use polling",),
        ),
        (
            {"telegram.mode": "webhook", "places.home": "Paris, Germany"},
            (
                "telegram.mode: webhooks are not served yet; use polling",
                "places.home: the gazetteer knows no 'Paris' in 'Germany'",
            ),
        ),
    ],
)
def test_what_is_refused_has_a_line_each(
    overrides: dict[str, object], lines: tuple[str, ...]
) -> None:
    """And what is not has none."""
    settings = load_settings(None, overrides)
    assert refusals(settings) == lines
    assert refused_home(settings) == tuple(line for line in lines if line.startswith("places"))


def test_a_folder_is_named_once(tmp_path: Path) -> None:
    """Not by another way of writing it, nor by a link to it; one in another is no fault."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "link").symlink_to("a")
    names = ["a", "a/b", "a/", "link", "c"]
    folders = [str(tmp_path / name) + "/" * name.count("/") for name in names]
    refused = refusals(load_settings(None, {"watch.folders": folders}))
    assert refused == (
        f"watch.folders[2]: {tmp_path}/a is watch.folders[0] once more",
        f"watch.folders[3]: {tmp_path}/link is watch.folders[0] once more",
    )
    paths = tuple(str(tmp_path / name) for name in ("a", "a/b", "link/b/c", "ab"))
    assert list(nested(paths)) == [
        (paths[1], paths[0]),
        (paths[2], paths[0]),
        (paths[2], paths[1]),
    ]
