"""Counts as arrays: one matrix of areas by years per count, so that formulas stay formulas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from carecompare.tables import ESTIMATED, IMPUTED, INSURER_LEVEL, MISSING, OBSERVED, PROJECTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

# Statuses of a figure that is there but is less than counted: a sum that has one of them has its status.
QUALIFIED = (INSURER_LEVEL, ESTIMATED, IMPUTED, PROJECTED)


@dataclass(frozen=True)
class Columns:
    """Figures of one or several added counts in some years.

    Parameters
    ----------
    years : ndarray of int, shape (y,)
        The years in which at least one area has a figure.
    figures : ndarray of float, shape (a, y)
        One row per area, missing as NaN.
    reasons : ndarray of str, shape (a, y)
        Status of each cell.
    """

    years: NDArray[np.int64]
    figures: Floats
    reasons: NDArray[np.str_]

    def overlaid(self, newer: Columns | None) -> Columns:
        """Return these figures with those of ``newer`` in the place of its years, alike for every area."""
        if newer is None or not len(newer.years):
            return self
        kept = ~np.isin(self.years, newer.years)
        years = np.concatenate([self.years[kept], newer.years])
        order = np.argsort(years)
        figures = np.hstack([self.figures[:, kept], newer.figures])
        reasons = np.hstack([self.reasons[:, kept], newer.reasons])
        return Columns(years[order], figures[:, order], reasons[:, order])


class CountMatrix:
    """All counts over one fixed list of areas.

    Parameters
    ----------
    counts : DataFrame
        COUNTS with totals.
    areas : sequence of str
        The order of the rows.
    """

    def __init__(self, counts: pd.DataFrame, areas: Sequence[str]) -> None:
        self.areas = list(areas)
        position = {area: row for row, area in enumerate(self.areas)}
        self._columns: dict[str, Columns] = {}
        for name, rows in counts.groupby("count", sort=False):
            years = np.sort(rows["year"].unique()).astype(np.int64)
            figures = np.full((len(self.areas), len(years)), np.nan)
            reasons = np.full((len(self.areas), len(years)), MISSING, dtype="<U16")
            at = (rows["area"].map(position).to_numpy(), np.searchsorted(years, rows["year"].to_numpy()))
            figures[at] = rows["value"].to_numpy(dtype=float)
            reasons[at] = rows["status"].to_numpy(dtype=str)
            some = ~np.isnan(figures).all(axis=0)
            self._columns[str(name)] = Columns(years[some], figures[:, some], reasons[:, some])

    def total(self, terms: Sequence[str]) -> Columns | None:
        """Return the signed sum of counts in the years all of them have.

        Parameters
        ----------
        terms : sequence of str
            Ids; a leading minus subtracts.

        Returns
        -------
        Columns or None
            None without a term, or when a count has no figure at all. A cell is missing where a part is.
        """
        if not terms:
            return None
        parts = [self._columns.get(term.removeprefix("-")) for term in terms]
        present = [part for part in parts if part is not None]
        if len(present) < len(parts):
            return None
        years = present[0].years
        for part in present[1:]:
            years = np.intersect1d(years, part.years)
        figures = np.zeros((len(self.areas), len(years)))
        reasons = np.full(figures.shape, OBSERVED, dtype="<U16")
        for term, part in zip(terms, present, strict=True):
            at = np.searchsorted(part.years, years)
            figures += part.figures[:, at] * (-1 if term.startswith("-") else 1)
            lacking = np.isnan(part.figures[:, at])
            qualified = np.isin(part.reasons[:, at], QUALIFIED) & (reasons == OBSERVED)
            reasons[lacking | qualified] = part.reasons[:, at][lacking | qualified]
        return Columns(years, figures, reasons)

    def strata(self, counts: Sequence[str], years: NDArray[np.int64]) -> Floats:
        """Return counts side by side.

        Parameters
        ----------
        counts : sequence of str
            Ids.
        years : ndarray of int, shape (y,)
            Years that each of them has.

        Returns
        -------
        ndarray of float, shape (s, a, y)
            One layer per count.
        """
        columns = [self._columns[count] for count in counts]
        return np.stack([each.figures[:, np.searchsorted(each.years, years)] for each in columns])
