"""The year in which a series of counts and projections is highest."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.build.series import QUALIFIED, Columns
from carecompare.measures.demand import PEAK, PEAKED, year_of_peak
from carecompare.tables import MISSING

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from carecompare.build.series import CountMatrix
    from carecompare.catalog import Indicator


def peaks(indicator: Indicator, matrix: CountMatrix, projected: Columns) -> pd.DataFrame:
    """Return the year of the highest figure as the value of the last year, its figure as the numerator.

    Parameters
    ----------
    indicator : Indicator
        A year; ``counted`` names what was counted in the years before.
    matrix : CountMatrix
        All counts.
    projected : Columns
        Its numerator.

    Returns
    -------
    DataFrame
        VALUES. Up to the last year counted a projection is not looked at. The method is ``peaked`` where the
        highest figure was counted.
    """
    counted = _counted(indicator, matrix)
    if counted is None:
        last = np.full(len(matrix.areas), -np.inf)
        peak = year_of_peak(projected.years, projected.figures)
    else:
        years, figures, last = _joined(counted, projected)
        peak = year_of_peak(years, figures)
    reasons = projected.reasons[:, -1]
    return pd.DataFrame(
        {
            "area": matrix.areas,
            "year": projected.years[-1],
            "indicator": indicator.id,
            "value": peak.year,
            "lower": peak.not_before,
            "upper": peak.not_after,
            "numerator": peak.figure,
            "denominator": np.nan,
            "denominator_year": pd.array([pd.NA] * len(matrix.areas), dtype="Int16"),
            "method": np.where((peak.method == PEAK) & (peak.year <= last), PEAKED, peak.method),
            "status": np.where(np.isnan(peak.figure) & np.isin(reasons, QUALIFIED), MISSING, reasons),
        }
    )


def _counted(indicator: Indicator, matrix: CountMatrix) -> Columns | None:
    """Return what was counted; each count takes the years it has from those named before it."""
    found = [each for name in indicator.counted if (each := matrix.total([name])) is not None]
    return reduce(Columns.overlaid, found) if found else None


def _joined(
    counted: Columns, projected: Columns
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """Return years, figures (-inf where a year was not counted), and the last year counted by area."""
    years = np.union1d(counted.years, projected.years)
    known, later = (_placed(each, years) for each in (counted, projected))
    has_count = ~np.isnan(known)
    last = np.where(has_count, years, -np.inf).max(axis=1)
    figures = np.where(years > last[:, None], later, known)
    is_projected = np.isin(years, projected.years) & (years > last[:, None])
    lacking = (np.isnan(figures) & is_projected).any(axis=1)
    figures = np.where(np.isnan(figures), -np.inf, figures)
    return years, np.where(lacking[:, None], np.nan, figures), last


def _placed(columns: Columns, years: NDArray[np.int64]) -> NDArray[np.float64]:
    placed = np.full((len(columns.figures), len(years)), np.nan)
    placed[:, np.searchsorted(years, columns.years)] = columns.figures
    return placed
