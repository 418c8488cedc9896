"""Regressions that are drawn to weights set by hand where a rule is known."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

FIXED = -6.0
"""From this on, a weight set by hand is not moved."""

Reals = NDArray[np.float64]
Weights = Mapping[str, float]
Row = Mapping[str, float]


def regress(rows: Sequence[Row], truth: Sequence[bool], by_hand: Weights, ridge: float) -> Weights:
    """Fit a logistic regression that is drawn to the weights set by hand, else to zero."""
    names = sorted({name for row in rows for name in row})
    numbers = {name: number for number, name in enumerate(names)}
    table = np.zeros((len(rows), len(names)))
    for line, row in enumerate(rows):
        for name, amount in row.items():
            table[line, numbers[name]] = amount
    signs = np.where(np.array(truth), 1.0, -1.0)
    middle = np.array([by_hand.get(name, 0.0) for name in names])
    pull = np.where(middle != 0.0, 3.5, ridge)
    pull[middle <= FIXED] = 1e6
    pull[numbers["bias"]] = 0.01

    def loss(values: Reals) -> tuple[float, Reals]:
        margins, away = signs * (table @ values), values - middle
        slope = pull * away - table.T @ (signs / (1.0 + np.exp(margins)))
        return float(np.logaddexp(0.0, -margins).sum() + 0.5 * (pull * away**2).sum()), slope

    return _table(names, minimize(loss, middle.copy(), jac=True, method="L-BFGS-B").x)


def choose_between(
    groups: Sequence[tuple[Sequence[Row], Sequence[bool]]], by_hand: Weights
) -> Weights:
    """Fit for which candidate's features speak most for the right ones of each group."""
    names = sorted({name for rows, _ in groups for row in rows for name in row})
    sets = [
        (np.array([[row.get(name, 0.0) for name in names] for row in rows]), np.array(right))
        for rows, right in groups
    ]
    middle = np.array([by_hand.get(name, 0.0) for name in names])
    pull = np.where(middle != 0.0, 1.0, 0.3)

    def loss(values: Reals) -> tuple[float, Reals]:
        away = values - middle
        total, slope = 0.5 * (pull * away**2).sum(), pull * away
        for table, right in sets:
            sums = table @ values
            shares = np.exp(sums - sums.max())
            shares /= shares.sum()
            hit = max(float(shares[right].sum()), 1e-300)
            total -= np.log(hit)
            slope = slope + table.T @ (shares - np.where(right, shares, 0.0) / hit)
        return float(total), slope

    return _table(names, minimize(loss, middle.copy(), jac=True, method="L-BFGS-B").x)


def _table(names: Sequence[str], values: Iterable[float]) -> Weights:
    return {name: round(float(value), 2) for name, value in zip(names, values, strict=True)}
