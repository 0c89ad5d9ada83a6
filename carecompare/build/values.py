"""From counts to VALUES: every indicator for every area and year it has figures for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.build.peaks import peaks
from carecompare.build.series import QUALIFIED, Columns, CountMatrix
from carecompare.measures.change import Point, change_percent
from carecompare.measures.demand import demand, demand_index
from carecompare.measures.rates import (
    amount,
    as_published,
    density,
    many_ages_unknown,
    proportion,
    unknown_age_bounds,
    without_limits,
)
from carecompare.measures.standardise import indirect_rate
from carecompare.tables import (
    ESTIMATED,
    MISSING,
    NATION,
    NOT_ADDED_UP,
    NOT_APPLICABLE,
    OBSERVED,
    PROJECTED,
    UNKNOWN_AGES,
    VALUES,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from carecompare.catalog import Indicator
    from carecompare.measures.rates import Estimate

AGE_UNKNOWN = "population_age_unknown"
MUNICIPAL_DIGITS = 5
CENSUS_INTERVAL = 5


def indicator_values(indicators: Iterable[Indicator], matrix: CountMatrix) -> pd.DataFrame:
    """Compute every indicator.

    Parameters
    ----------
    indicators : iterable of Indicator
        What to compute.
    matrix : CountMatrix
        Counts with totals.

    Returns
    -------
    DataFrame
        VALUES. An indicator of which a count was never collected has no rows.
    """
    frames = [frame for indicator in indicators for frame in _of_indicator(indicator, matrix)]
    if not frames:
        return pd.DataFrame(columns=list(VALUES.columns))
    return pd.concat(frames, ignore_index=True)[list(VALUES.columns)]


def _of_indicator(indicator: Indicator, matrix: CountMatrix) -> Iterator[pd.DataFrame]:
    later = indicator.projection
    observed = _part(indicator, matrix, indicator.numerator, indicator.denominator)
    imputed = _imputed(indicator, matrix)
    if imputed is not None:
        yield imputed
    new = set() if imputed is None else set(imputed["year"])
    projected = None if later is None else _part(indicator, matrix, later.numerator, later.denominator)
    filled = None
    if later is not None and projected is not None:
        # What was counted since takes the place of what was projected.
        since = new | (set() if observed is None else _counted_years(indicator, observed))
        projected = projected.loc[(projected["year"] >= later.first_year) & ~projected["year"].isin(since)]
        has_value = projected["value"].notna()
        if later.fill_first_year:
            at_base = projected["year"] == later.first_year
            filled = set(projected.loc[at_base & ~has_value, "area"])
            projected = projected.loc[~at_base | has_value]
            status = np.where(projected["year"] == later.first_year, ESTIMATED, PROJECTED)
        else:
            status = np.full(len(projected), PROJECTED)
        projected = projected.assign(status=np.where(projected["value"].notna(), status, projected["status"]))
        yield projected
    if observed is not None:
        last = indicator.last_observed_year
        keep = (observed["year"] >= indicator.first_year) & (observed["year"] <= last)
        keep &= ~observed["year"].isin(new)
        if filled and later is not None:
            keep |= (observed["year"] == later.first_year) & observed["area"].isin(filled)
        yield observed.loc[keep]


def _imputed(indicator: Indicator, matrix: CountMatrix) -> pd.DataFrame | None:
    """Return the part made of imputed counts, or None where none is there."""
    if indicator.imputed is None:
        return None
    part = _part(indicator, matrix, indicator.imputed.numerator, indicator.imputed.denominator)
    return part if part is not None and part["value"].notna().any() else None


def _counted_years(indicator: Indicator, observed: pd.DataFrame) -> set[int]:
    """Return the years of which the indicator shows counted figures."""
    shown = observed["value"].notna() & (observed["year"] <= indicator.last_observed_year)
    return set(observed.loc[shown, "year"])


def _part(
    indicator: Indicator, matrix: CountMatrix, numerator: Sequence[str], denominator: Sequence[str]
) -> pd.DataFrame | None:
    above = _combined(indicator, matrix, numerator)
    if above is None:
        return None
    if indicator.is_a_year:
        return peaks(indicator, matrix, above)
    below, below_years = _denominator(indicator, matrix, denominator, above)
    if denominator and below is None:
        return None
    if below is not None:
        kept = below_years > 0
        above = Columns(above.years[kept], above.figures[:, kept], above.reasons[:, kept])
        below = Columns(below.years[kept], below.figures[:, kept], below.reasons[:, kept])
        below_years = below_years[kept]
    if indicator.kind == "standardised":
        estimate = _standardised(indicator, matrix, above)
    else:
        estimate = _estimate(indicator, above, below)
    method = estimate.method.astype(object)
    if indicator.kind == "published":
        wider = np.array([len(area) < MUNICIPAL_DIGITS for area in matrix.areas])
        method[wider[:, None] & np.isnan(estimate.value)] = NOT_ADDED_UP
    lower, upper = estimate.lower, estimate.upper
    if below is not None and f"-{AGE_UNKNOWN}" in denominator:
        lower, upper, unknown = _with_unknown_ages(indicator, matrix, above, below, lower, upper)
        method[unknown] = UNKNOWN_AGES
    shape = above.figures.shape
    value = estimate.value
    return pd.DataFrame(
        {
            "area": np.repeat(np.array(matrix.areas, dtype=object), shape[1]),
            "year": np.tile(above.years, shape[0]),
            "indicator": indicator.id,
            "value": value.ravel(),
            "lower": lower.ravel(),
            "upper": upper.ravel(),
            "numerator": (above.figures if indicator.kind != "published" else np.full(shape, np.nan)).ravel(),
            "denominator": np.full(shape, np.nan).ravel() if below is None else below.figures.ravel(),
            "denominator_year": pd.array(np.tile(below_years, shape[0]), dtype="Int16")
            if below is not None
            else pd.array([pd.NA] * (shape[0] * shape[1]), dtype="Int16"),
            "method": method.ravel(),
            "status": _statuses(value, above, below).ravel(),
        }
    )


def _denominator(
    indicator: Indicator, matrix: CountMatrix, terms: Sequence[str], above: Columns
) -> tuple[Columns | None, NDArray[np.int64]]:
    """Return the denominator aligned with the numerator's years, and the year each column is of (0: none)."""
    none = np.zeros(len(above.years), dtype=np.int64)
    given = _combined(indicator, matrix, terms) if terms else None
    if given is not None and terms == indicator.denominator:
        given = given.overlaid(matrix.total(indicator.denominator_imputed))
    if given is None or len(given.years) == 0:
        return None, none
    years = none.copy()
    for column, year in enumerate(above.years):
        if indicator.denominator_year in {"base", "five_years_before"}:
            wanted = indicator.base_year or year - CENSUS_INTERVAL
            years[column] = wanted if wanted in given.years else 0
        elif indicator.denominator_year == "nearest":
            years[column] = given.years[np.abs(given.years - year).argmin()]
        elif indicator.denominator_year == "latest_before" and (given.years <= year).any():
            years[column] = given.years[given.years <= year].max()
        elif year in given.years:
            years[column] = year
    at = np.searchsorted(given.years, np.where(years == 0, given.years[0], years))
    return Columns(above.years, given.figures[:, at], given.reasons[:, at]), years


def _estimate(indicator: Indicator, above: Columns, below: Columns | None) -> Estimate:
    if indicator.kind == "proportion" and below is not None:
        return proportion(above.figures, below.figures, per=indicator.per)
    if indicator.kind == "density" and below is not None:
        return density(above.figures, below.figures, per=indicator.per)
    if indicator.kind == "change" and below is not None:
        earlier, later = (Point(above.years, each.figures, indicator.id) for each in (below, above))
        return without_limits(change_percent(earlier, later))
    if indicator.kind == "index" and below is not None:
        return without_limits(demand_index(above.figures, below.figures, per=indicator.per))
    if indicator.kind == "published":
        return as_published(above.figures)
    return amount(above.figures, 1.0 if below is None else below.figures, per=indicator.per)


def _combined(indicator: Indicator, matrix: CountMatrix, terms: Sequence[str]) -> Columns | None:
    """Return the signed sum of counts, or their weighted sum for an index."""
    total = matrix.total(terms)
    if total is None or not indicator.weights:
        return total
    return Columns(total.years, demand(matrix.strata(terms, total.years), indicator.weights), total.reasons)


def _standardised(indicator: Indicator, matrix: CountMatrix, above: Columns) -> Estimate:
    """Return the rate with the nation of the same year as standard; numerator and denominator are paired."""
    counts = matrix.strata(indicator.numerator, above.years)
    populations = matrix.strata(indicator.denominator, above.years)
    nation = [matrix.areas.index(NATION)]
    return indirect_rate(
        above.figures, populations, counts[:, nation], populations[:, nation], per=indicator.per
    )


def _with_unknown_ages(
    indicator: Indicator,
    matrix: CountMatrix,
    above: Columns,
    below: Columns,
    lower: NDArray[np.float64],
    upper: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.bool_]]:
    unknown = matrix.total([AGE_UNKNOWN])
    if unknown is None:
        return lower, upper, np.zeros(lower.shape, dtype=bool)
    at = np.searchsorted(unknown.years, above.years)
    without_age = unknown.figures[:, at]
    everyone = below.figures + without_age
    wide = many_ages_unknown(everyone, without_age)
    low, high = unknown_age_bounds(above.figures, everyone, without_age)
    per = indicator.per
    return np.where(wide, low * per, lower), np.where(wide, high * per, upper), wide


def _statuses(value: NDArray[np.float64], above: Columns, below: Columns | None) -> NDArray[np.str_]:
    reasons = above.reasons
    if below is not None:
        reasons = np.where(np.isnan(above.figures), above.reasons, below.reasons)
        empty = ~np.isnan(above.figures) & (below.figures == 0)
        reasons = np.where(empty, NOT_APPLICABLE, reasons)
    known = np.where(np.isin(above.reasons, QUALIFIED), above.reasons, reasons)
    known = np.where(np.isin(known, QUALIFIED), known, OBSERVED)
    return np.where(np.isnan(value), np.where(reasons == known, MISSING, reasons), known)
