"""Questions about single indicators, for who needs few of them once; pages ask `in_memory`."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.rows import ValueRow
    from carecompare.store.files import Store


def values_over_years(store: Store, indicators: Sequence[str], codes: Sequence[str] = ()) -> list[ValueRow]:
    """Return indicators over all years, of some areas, or of every area where none is named.

    Returns
    -------
    list of ValueRow
        VALUES, by indicator, area and year; a missing number or year is NaN.
    """
    of_areas = f"AND area IN ({', '.join('?' * len(codes))})" if codes else ""
    statement = f"""
        SELECT area, year, indicator, coalesce(value, 'nan'::DOUBLE), coalesce(lower, 'nan'::DOUBLE),
            coalesce(upper, 'nan'::DOUBLE), coalesce(numerator, 'nan'::DOUBLE),
            coalesce(denominator, 'nan'::DOUBLE), denominator_year, method, status
        FROM indicator_values WHERE indicator IN ({", ".join("?" * len(indicators))}) {of_areas}
        ORDER BY indicator, area, year
    """  # noqa: S608 - placeholders
    return [
        {
            "area": area,
            "year": year,
            "indicator": indicator,
            "value": value,
            "lower": lower,
            "upper": upper,
            "numerator": numerator,
            "denominator": denominator,
            "denominator_year": nan if denominator_year is None else denominator_year,
            "method": method,
            "status": status,
        }
        for (
            area,
            year,
            indicator,
            value,
            lower,
            upper,
            numerator,
            denominator,
            denominator_year,
            method,
            status,
        ) in store.cursor().execute(statement, [*indicators, *codes]).fetchall()
    ]


def is_indicator(store: Store, indicator: str) -> bool:
    """Return whether an indicator is defined, with figures or without."""
    statement = "SELECT 1 FROM indicator_definitions WHERE id = ?"
    return store.cursor().execute(statement, [indicator]).fetchone() is not None
