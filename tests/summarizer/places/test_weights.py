"""The weights of the evidence of places, as a value."""

from dataclasses import replace

from summarizer.brief import parse_article
from summarizer.model import Article
from summarizer.places import Gazetteer, find_places
from summarizer.places.weights import choice_weights, fitted_weights

TEXT = "Rain fell on Paris.\n\nThe mayor of Paris said that nobody was hurt in the floods."


def test_other_weights_choose_another_place(gazetteer: Gazetteer) -> None:
    """Weights are what is passed: with population counting against it, a small Paris is meant."""
    parsed = parse_article(Article(text=TEXT))
    fitted = fitted_weights()
    small = replace(fitted, choice=choice_weights({"population": -5.0}))
    assert find_places(parsed, gazetteer, weights=fitted).places[0].country == "FR"
    assert find_places(parsed, gazetteer, weights=small).places[0].country != "FR"


def test_other_weights_find_other_places(gazetteer: Gazetteer) -> None:
    """With nothing speaking for a place, none is found."""
    parsed = parse_article(Article(text=TEXT))
    nothing = replace(fitted_weights(), mention={"bias": -50.0}, again={"weight": 1.0})
    assert find_places(parsed, gazetteer, weights=nothing).places == ()
