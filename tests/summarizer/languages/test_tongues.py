"""How languages write names of places: cases, prefixes, articles, scripts; and how they name them."""

import pytest

from summarizer.brief import parse_article
from summarizer.languages.data import languages
from summarizer.languages.tongues import tongue
from summarizer.model import Article
from summarizer.places import Gazetteer, find_places
from summarizer.places.abroad import weights_abroad


@pytest.mark.parametrize(
    ("language", "name", "form"),
    [
        ("ru", "Москве", "Москва"),
        ("ru", "Киеве", "Киев"),
        ("ru", "России", "Россия"),
        ("de", "Berlins", "Berlin"),
        ("ar", "وبغداد", "بغداد"),
        ("ar", "للعراق", "العراق"),
    ],
)
def test_a_form_leads_to_its_name(language: str, name: str, form: str) -> None:
    """An ending is taken off and a prefix too, whatever else it may have been a form of."""
    assert form in [variant for _, variant in tongue(language).variants(name)]


@pytest.mark.parametrize(("language", "name"), [("ar", "و بيروت"), ("ru", "Из"), ("de", "Was")])
def test_too_little_is_no_name(language: str, name: str) -> None:
    """Of a short word nothing is taken off, nor a word from another."""
    assert dict(tongue(language).variants(name)) == {}


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "l'Allemagne d’Irak", ["l", "Allemagne", "d", "Irak"]),
        ("tr", "Ankara'nın", ["Ankara'nın"]),
        ("zh", "在北京 2024", ["在", "北", "京", "2024"]),
        ("en", "Sana'a and O'Fallon", ["Sana'a", "and", "O'Fallon"]),
    ],
)
def test_words_are_parted_as_the_language_joins_them(
    language: str, text: str, words: list[str]
) -> None:
    """French elides, Turkish puts a case after an apostrophe, Chinese leaves no spaces."""
    assert tongue(language).word.findall(text) == words


@pytest.mark.parametrize(
    ("language", "text", "labels"),
    [
        ("de", "Der Zug nach Moskau steht seit Montag in Warschau.", {"Moskau, Russland"}),
        ("ru", "Вчера в Москве прошёл сильный дождь.", {"Москва, Россия"}),
        ("tr", "Toplantı pazartesi günü Londra'da yapıldı.", {"Londra, İngiltere"}),
        ("ar", "وصل الوفد إلى دمشق يوم الاثنين.", {"دمشق، سوريا"}),
        ("en", "Snow fell on Lansing, Mich on Monday.", {"Lansing, Michigan"}),
    ],
)
def test_a_place_is_told_in_the_articles_language(
    gazetteer: Gazetteer, language: str, text: str, labels: set[str]
) -> None:
    """By its first case there, with its country as its readers call it; spans are whole words."""
    places = find_places(parse_article(Article(text=text, language=language)), gazetteer).places
    assert labels <= {place.label for place in places}
    for place in places:
        for mention in place.mentions:
            assert mention.of(text) == mention.of(text).strip()


def test_tables_speak_of_known_places(gazetteer: Gazetteer) -> None:
    """Every name in another language is that of a country or an area that the gazetteer has."""
    for language in languages():
        for place in tongue(language).shown:
            assert place in gazetteer.countries or gazetteer.named(place), (language, place)


def test_nouns_with_capitals_tell_nothing_of_names() -> None:
    """In German a capital beside a name is no sign of a longer name."""
    assert "< capital" in weights_abroad("fr")
    assert "< capital" not in weights_abroad("de")
