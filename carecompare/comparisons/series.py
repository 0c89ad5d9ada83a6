"""Long VALUES as arrays: one matrix of areas by years per indicator, for rules that look at many at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from carecompare.tables import NOT_COLLECTED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from carecompare.tables import Row

NUMBERS = ("value", "lower", "upper", "numerator", "denominator")
WORDS = ("method", "status")


@dataclass(frozen=True)
class Figures:
    """One indicator of several areas over its years.

    Parameters
    ----------
    years : ndarray of int, shape (y,)
        Ascending.
    numbers : mapping of str to ndarray of float, shape (a, y)
        By column of VALUES; the own area is the first row, a missing number is NaN.
    words : mapping of str to ndarray of str, shape (a, y)
        ``method`` and ``status``.
    """

    years: NDArray[np.int64]
    numbers: Mapping[str, NDArray[np.float64]]
    words: Mapping[str, NDArray[np.object_]]

    def at(self, year: int) -> Figures:
        """Return the figures of one year, or of none where it is not there."""
        place = int(np.searchsorted(self.years, year))
        is_there = place < self.years.size and self.years[place] == year
        return self.of(slice(place, place + 1 if is_there else place))

    def of(self, kept: NDArray[np.bool_] | slice) -> Figures:
        """Return the figures of some of the years."""
        return Figures(
            self.years[kept],
            {name: each[:, kept] for name, each in self.numbers.items()},
            {name: each[:, kept] for name, each in self.words.items()},
        )


def figures_by_indicator(values: Sequence[Row], areas: Sequence[str]) -> dict[str, Figures]:
    """Return the figures of each indicator.

    Parameters
    ----------
    values : sequence of Row
        VALUES of some areas over all years.
    areas : sequence of str
        The order of the rows; others are left out.

    Returns
    -------
    dict of str to Figures
        By indicator.
    """
    place_of = {area: place for place, area in enumerate(areas)}
    rows_of: dict[str, list[Row]] = {}
    for row in values:
        if row["area"] in place_of:
            rows_of.setdefault(row["indicator"], []).append(row)
    return {name: _figures(rows, place_of) for name, rows in rows_of.items()}


def _figures(rows: Sequence[Row], place_of: Mapping[str, int]) -> Figures:
    years = sorted({row["year"] for row in rows})
    column_of = {year: column for column, year in enumerate(years)}
    shape = (len(place_of), len(years))
    numbers = {name: np.full(shape, np.nan) for name in NUMBERS}
    words = {name: np.full(shape, "", dtype=object) for name in WORDS}
    words["status"][:] = NOT_COLLECTED
    cell = ([place_of[row["area"]] for row in rows], [column_of[row["year"]] for row in rows])
    for name, column in (*numbers.items(), *words.items()):
        column[cell] = [row[name] for row in rows]
    return Figures(np.array(years, dtype=np.int64), numbers, words)
