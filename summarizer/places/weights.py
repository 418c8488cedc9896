"""How much each piece of evidence weighs, fitted on annotated news.

The weights are in weights.toml, with the script that fitted them. They are a value that is passed
to the finder, so that weights fitted on a part of the articles can be tried on the others.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceWeights:
    """For a candidate's being meant: the greatest sum is.

    The amounts have a field each; `others` are the weights of what is there or not, by name.
    """

    population: float = 0.0
    own_name: float = 0.0
    capital: float = 0.0
    country: float = 0.0
    region: float = 0.0
    near: float = 0.0
    neighbour: float = 0.0
    others: Mapping[str, float]


AMOUNTS = ("population", "own name", "capital", "country", "region", "near", "neighbour")
"""The names of the fields of amounts, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What evidence weighs: `mention` for a toponym's being a place (above 0 in sum, it may be).

    `again` is for the same by its company, where "weight" is the first sum; `choice` for which of
    the places of its name it is.
    """

    mention: Mapping[str, float]
    again: Mapping[str, float]
    choice: ChoiceWeights


def choice_weights(table: Mapping[str, float]) -> ChoiceWeights:
    """Return the weights of a table by name, as they are read for every candidate."""
    amounts = {name.replace(" ", "_"): table.get(name, 0.0) for name in AMOUNTS}
    others = {name: weight for name, weight in table.items() if name not in AMOUNTS}
    return ChoiceWeights(**amounts, others=others)


@cache
def fitted_weights() -> Weights:
    """Return the committed weights."""
    text = (files("summarizer.places") / "weights.toml").read_text("utf-8")
    tables: Mapping[str, Mapping[str, float]] = tomllib.loads(text)
    return Weights(
        mention=tables["mention"],
        again=tables["again"],
        choice=choice_weights(tables["choice"]),
    )
