"""Regressions that are drawn to weights set by hand where a rule is known."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

FIXED = -6.0
"""From this on, a weight set by hand is not moved."""

STEPS = 200
"""Steps of a descent at most; it takes about ten."""

Reals = NDArray[np.float64]
Table = Mapping[str, float]
Row = Mapping[str, float]

Loss = Callable[[Reals], tuple[float, Reals, Reals]]
"""From values to the loss, its slope, and a matrix that bends at least as much as it does."""


def regress(rows: Sequence[Row], truth: Sequence[bool], by_hand: Table, ridge: float) -> Table:
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

    def loss(values: Reals) -> tuple[float, Reals, Reals]:
        margins, away = signs * (table @ values), values - middle
        wrong = 1.0 / (1.0 + np.exp(np.clip(margins, -50, 50)))
        slope = pull * away - table.T @ (signs * wrong)
        bend = np.diag(pull) + (table.T * (wrong * (1.0 - wrong))) @ table
        return float(np.logaddexp(0.0, -margins).sum() + 0.5 * (pull * away**2).sum()), slope, bend

    return _table(names, descend(loss, middle))


def choose_between(groups: Sequence[tuple[Sequence[Row], Sequence[bool]]], by_hand: Table) -> Table:
    """Fit for which candidate's features speak most for the right ones of each group."""
    names = sorted({name for rows, _ in groups for row in rows for name in row})
    sets = [
        (np.array([[row.get(name, 0.0) for name in names] for row in rows]), np.array(right))
        for rows, right in groups
    ]
    middle = np.array([by_hand.get(name, 0.0) for name in names])
    pull = np.where(middle != 0.0, 1.0, 0.3)

    def loss(values: Reals) -> tuple[float, Reals, Reals]:
        away = values - middle
        total, slope, bend = 0.5 * (pull * away**2).sum(), pull * away, np.diag(pull)
        for table, right in sets:
            sums = table @ values
            shares = np.exp(sums - sums.max())
            shares /= shares.sum()
            hit = max(float(shares[right].sum()), 1e-300)
            total -= np.log(hit)
            slope = slope + table.T @ (shares - np.where(right, shares, 0.0) / hit)
            mean = shares @ table
            bend = bend + (table.T * shares) @ table - np.outer(mean, mean)
        return float(total), slope, bend

    return _table(names, descend(loss, middle))


def descend(loss: Loss, start: Reals) -> Reals:
    """Return where a loss is least, by Newton's method with steps halved until they go down."""
    values = start.copy()
    least, slope, bend = loss(values)
    for _ in range(STEPS):
        step = np.linalg.solve(bend, slope)
        share = 1.0
        while (found := loss(values - share * step))[0] > least and share > 1e-6:
            share /= 2.0
        if found[0] >= least - 1e-9:
            break
        values -= share * step
        least, slope, bend = found
    return values


def _table(names: Sequence[str], values: Iterable[float]) -> Table:
    return {name: round(float(value), 2) for name, value in zip(names, values, strict=True)}
