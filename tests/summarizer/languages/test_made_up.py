"""A new language is one file: a made-up one is added, and every step reads its words."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

LANGUAGE = """
[detection]
frequent = "zu ka lo mi ne pora runo sati veska talo"

[writing]
suffix = "['’]no$"

[attribution]
verbs = "dorvan dorvin"
according = "sel loven"
he = "eb"
she = "ila"
nominatives = "eb ila"
voices = "mo"
determiners = "zu"
articles = "zu"
definite = "zu"
prepositions = "ka lo"
conjunctions = "ne"
titles = "sorin mirel"
name_titles = "sorin"
particles = "ut"
verb_endings = "an in"
people = "mirel"
days = "unedi"
openers = "zu ne"

[places]
locating = "ka"
leading = "lo"
names = '''
DE: Tevtonia
'''

[coherence]
connectives = ["ne"]
subjects = ["eb", "ila"]

[terms]
words = "veska"

[sentences]
titles = "Srn"

[credits]
by = "veb"
connected = "ut"

[dates]
months = "prim seku lune kvar kvin ses sep okta nona deka elva dude"
days = "unedi"
ordinals = "."
stamps = "publiken"

[datelines]
openers = "hodie"

[furniture]
links = ['lesu\\s+ankor', 'tuke']
captions = ['bildo\\s*:']
notices = ['rezerven\\s+totale']
"""
ARTICLE = """Zu dam ka Berlin sati

Veb Ana ut Torsel

Publiken 3. lunemo 2024

BREMEN, 4. kvarto 2024 – Zu dam ka Berlin sati ne veska runo talo ka Tevtonia. Srn. Torsel pora zu runo ka Hamburg'no.

"Mi pora zu talo lo runo sati ka veska," dorvan Sorin Ivo ut Maler, zu mirel lo Berlin.

"Zu veska runo pora ne talo ka lo mi," eb dorvin ka unedi. Ne eb pora zu runo ka lo talo sati.

Sel loven Sorin Maler, "zu dam talo runo ka pora mi sati".

Lesu ankor: Zu runo ka Essen

Bildo: Zu dam ka Kiel

Rezerven totale 2024
"""
PROGRAM = """
import json, sys
from pathlib import Path
from summarizer.languages import data
data.FOLDERS.append(Path(sys.argv[1]))
from bot.adapters.gazetteer import open_gazetteer
from bot.presentation.interchange import brief_json
from summarizer.brief import write_brief
from summarizer.model import Article, BriefOptions
brief = write_brief(
    Article(text=sys.stdin.read()), gazetteer=open_gazetteer(), options=BriefOptions()
)
sentences = [sentence.span.of(brief.parsed.text) for sentence in brief.parsed.sentences]
print(json.dumps({**brief_json("-", brief), "terms": brief.terms, "sentences": sentences}))
"""


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Write the article's brief in a process that has the language's file beside the others."""
    folder = tmp_path_factory.mktemp("languages")
    (folder / "qaa.toml").write_text(LANGUAGE, encoding="utf-8")
    made = subprocess.run(  # noqa: S603 - this program, with the test's own folder
        [sys.executable, "-c", PROGRAM, str(folder)],
        input=ARTICLE,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        cwd=Path(__file__).parents[3],
    )
    found: dict[str, Any] = json.loads(made.stdout)
    return found


def test_it_is_told_by_its_frequent_words(brief: dict[str, Any]) -> None:
    """The article does not say which language it is in."""
    assert brief["language"] == "qaa"


def test_its_credits_and_dates_are_read(brief: dict[str, Any]) -> None:
    """A byline, a line with the date, and a dateline with its own."""
    assert brief["byline"] == "Ana ut Torsel"
    assert brief["published"].startswith("2024-03-03")
    assert brief["dateline"]["place"] == "BREMEN"


def test_its_furniture_is_taken_out(brief: dict[str, Any]) -> None:
    """Links to other stories, captions and notices are told by what they begin with."""
    kinds = {ARTICLE[p["start"] : p["end"]][:5]: p["kind"] for p in brief["passages"]}
    assert kinds["Lesu "] == "cross-reference"
    assert kinds["Bildo"] == "caption"
    assert kinds["Rezer"] == kinds["Veb A"] == kinds["Publi"] == "boilerplate"


def test_its_sentences_end_where_they_do(brief: dict[str, Any]) -> None:
    """An abbreviation before a name ends none."""
    assert "Srn. Torsel pora zu runo ka Hamburg'no." in brief["sentences"]


def test_its_quotes_have_speakers(brief: dict[str, Any]) -> None:
    """By a verb before a name with its title and particle, by a pronoun, and by "according to"."""
    speakers = {q["text"][:8]: q["speaker"] and q["speaker"]["name"] for q in brief["quotes"]}
    assert speakers == {
        "Mi pora ": "Sorin Ivo ut Maler",
        "Zu veska": "Sorin Ivo ut Maler",
        "zu dam t": "Sorin Ivo ut Maler",
    }


def test_its_places_are_found(brief: dict[str, Any]) -> None:
    """After its prepositions, without the endings of its cases, under its names for countries."""
    places = {place["name"]: place["country"] for place in brief["places"]}
    assert {"Berlin", "Hamburg", "Tevtonia"} <= set(places)
    assert set(places.values()) == {"DE"}


def test_its_stop_words_are_no_terms(brief: dict[str, Any]) -> None:
    """What says little about any article is not what this one is about."""
    assert "veska" not in brief["terms"]


def test_no_sentence_of_a_summary_leans_on_another(brief: dict[str, Any]) -> None:
    """One that opens with a connective stands only after the one that it joins itself to."""
    summary = [sentence["text"] for sentence in brief["summary"]]
    assert summary
    assert not any(sentence.startswith("Ne eb") for sentence in summary[:1])
