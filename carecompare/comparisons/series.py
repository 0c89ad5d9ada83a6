"""Long VALUES as arrays: one matrix of areas by years per indicator, for rules that look at many at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from carecompare.tables import NOT_COLLECTED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from numpy.typing import NDArray

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
        return self.of(self.years == year)

    def of(self, kept: NDArray[np.bool_]) -> Figures:
        """Return the figures of some of the years."""
        return Figures(
            self.years[kept],
            {name: each[:, kept] for name, each in self.numbers.items()},
            {name: each[:, kept] for name, each in self.words.items()},
        )


def figures_by_indicator(values: pd.DataFrame, areas: Sequence[str]) -> dict[str, Figures]:
    """Return the figures of each indicator.

    Parameters
    ----------
    values : DataFrame
        VALUES of some areas over all years.
    areas : sequence of str
        The order of the rows; others are left out.

    Returns
    -------
    dict of str to Figures
        By indicator.
    """
    row_of = {area: row for row, area in enumerate(areas)}
    rows = np.array([row_of.get(area, -1) for area in values["area"]], dtype=np.intp)
    names = values["indicator"].to_numpy(dtype=object)
    years = values["year"].to_numpy(dtype=np.int64)
    columns = {name: values[name].to_numpy(dtype=float, na_value=np.nan) for name in NUMBERS}
    texts = {name: values[name].to_numpy(dtype=object) for name in WORDS}
    places: dict[str, list[int]] = {}
    for place, (name, row) in enumerate(zip(names, rows, strict=True)):
        if row >= 0:
            places.setdefault(str(name), []).append(place)
    found: dict[str, Figures] = {}
    for name, listed in places.items():
        at = np.array(listed)
        known = np.unique(years[at])
        cell = (rows[at], np.searchsorted(known, years[at]))
        shape = (len(areas), known.size)
        numbers = {each: np.full(shape, np.nan) for each in NUMBERS}
        words = {each: np.full(shape, "", dtype=object) for each in WORDS}
        words["status"][:] = NOT_COLLECTED
        for each, column in columns.items():
            numbers[each][cell] = column[at]
        for each, text in texts.items():
            words[each][cell] = text[at]
        found[name] = Figures(known, numbers, words)
    return found
