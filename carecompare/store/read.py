"""The questions asked of a store: one function each, one statement each."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import numpy as np

from carecompare.store.files import VALUES_BY_AREA
from carecompare.tables import COUNTS, VALUES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from numpy.typing import NDArray

    from carecompare.store.files import Store
    from carecompare.tables import Row

BY_AREA = itemgetter(*(list(VALUES.columns).index(name) for name in ("area", "indicator", "year")))
BY_COUNT = itemgetter(*(list(COUNTS.columns).index(name) for name in ("count", "area", "year")))


@dataclass(frozen=True)
class CountOrigin:
    """Where the figures of one count and year come from.

    ``holder`` is the count in whose column they stand: that of the averages, for the prefectures and the
    nation of a count that is never added up.
    """

    count: str
    year: int
    source: str
    as_of: str
    edition: str
    file: str
    holder: str


def areas(store: Store) -> pd.DataFrame:
    """Return every area.

    Returns
    -------
    DataFrame
        AREAS, by level and code.
    """
    return store.cursor().execute("SELECT * FROM areas ORDER BY level, area").df()


def insurer_members(store: Store) -> pd.DataFrame:
    """Return the insurer of every municipality.

    Returns
    -------
    DataFrame
        MEMBERS, by municipality.
    """
    return store.cursor().execute("SELECT * FROM insurer_members ORDER BY municipality").df()


def area_groups(store: Store) -> pd.DataFrame:
    """Return the groups that municipalities belong to.

    Returns
    -------
    DataFrame
        AREA_GROUPS, by municipality, kind and group.
    """
    statement = 'SELECT * FROM area_groups ORDER BY municipality, kind, "group"'
    return store.cursor().execute(statement).df()


def neighbours(store: Store) -> pd.DataFrame:
    """Return who borders on whom.

    Returns
    -------
    DataFrame
        NEIGHBOURS, by municipality and neighbour, each pair in both directions. An island municipality
        has no row.
    """
    statement = "SELECT * FROM boundary_neighbours ORDER BY municipality, neighbour"
    return store.cursor().execute(statement).df()


def years(store: Store) -> pd.DataFrame:
    """Return the years of every indicator.

    Returns
    -------
    DataFrame
        Columns ``indicator``, ``year`` and ``projected`` (True where every figure of the year is a
        projection), by indicator and year.
    """
    statement = """
        SELECT indicator, year, bool_and(status = 'projected') AS projected
        FROM indicator_values WHERE value IS NOT NULL
        GROUP BY indicator, year ORDER BY indicator, year
    """
    return store.cursor().execute(statement).df()


def values(store: Store, indicator: str, year: int) -> pd.DataFrame:
    """Return one indicator of one year over all areas.

    Returns
    -------
    DataFrame
        VALUES, by area.
    """
    statement = "SELECT * FROM indicator_values WHERE indicator = ? AND year = ? ORDER BY area"
    return store.cursor().execute(statement, [indicator, year]).df()


def municipal_values(store: Store, years: Mapping[str, int]) -> dict[str, NDArray[Any]]:
    """Return one year of each of some indicators over all municipalities.

    Parameters
    ----------
    store : Store
        Open.
    years : mapping of str to int
        The year wanted, by indicator.

    Returns
    -------
    dict of str to ndarray
        Columns ``area``, ``indicator``, ``value`` and ``status``.
    """
    statement = """
        SELECT area, indicator, value, status
        FROM indicator_values
        JOIN (SELECT unnest(?::VARCHAR[]) AS indicator, unnest(?::SMALLINT[]) AS year)
        USING (indicator, year)
        WHERE length(area) = 5
    """
    columns = store.cursor().execute(statement, [list(years), list(years.values())]).fetchnumpy()
    return {name: np.ma.asarray(column) for name, column in columns.items()}


def values_over_years(store: Store, indicators: Sequence[str], codes: Sequence[str]) -> pd.DataFrame:
    """Return indicators of some areas over all years.

    Returns
    -------
    DataFrame
        VALUES, by indicator, area and year.
    """
    statement = """
        SELECT * FROM indicator_values
        WHERE indicator IN (SELECT unnest(?::VARCHAR[])) AND area IN (SELECT unnest(?::VARCHAR[]))
        ORDER BY indicator, area, year
    """
    return store.cursor().execute(statement, [list(indicators), list(codes)]).df()


def rows_of_areas(store: Store, codes: Sequence[str]) -> list[tuple[object, ...]]:
    """Return every indicator and year of some areas.

    Returns
    -------
    list of tuple
        Rows of VALUES, by area, indicator and year; a missing number is None.
    """
    wanted = ", ".join("?" * len(codes))  # an IN with a subquery would read the whole table
    statement = f"SELECT * FROM {VALUES_BY_AREA} WHERE area IN ({wanted})"  # noqa: S608 - own name and placeholders
    # The table lies in this order, but several areas may be read in any: to sort what is nearly sorted costs
    # nothing here, and a third of the reading there.
    return sorted(store.cursor().execute(statement, list(codes)).fetchall(), key=BY_AREA)


def rows_at(store: Store, years: Mapping[str, int], codes: Sequence[str]) -> list[tuple[object, ...]]:
    """Return one year of each indicator, of some areas.

    Parameters
    ----------
    store : Store
        Open.
    years : mapping of str to int
        The year wanted, by indicator.
    codes : sequence of str
        Areas; one that has no figure has no row.

    Returns
    -------
    list of tuple
        Rows of VALUES in no order; a missing number is None.
    """
    wanted = ", ".join("?" * len(codes))  # as above
    columns = ", ".join(VALUES.columns)
    statement = f"""
        SELECT {columns} FROM {VALUES_BY_AREA}
        JOIN (SELECT unnest(?::VARCHAR[]) AS indicator, unnest(?::SMALLINT[]) AS year)
        USING (indicator, year)
        WHERE area IN ({wanted})
    """  # noqa: S608 - own names and placeholders
    return store.cursor().execute(statement, [list(years), list(years.values()), *codes]).fetchall()


def figures_of_counts(store: Store, counts: Sequence[str], codes: Sequence[str]) -> list[Row]:
    """Return counts of some areas over all years.

    Returns
    -------
    list of Row
        COUNTS, by count, area and year; a missing value is NaN.
    """
    # Single codes tell the reading where in the table to look, a list of them does not.
    statement = f"""
        SELECT area, year, count, coalesce(value, 'nan'::DOUBLE), status, source, as_of FROM counts
        WHERE area IN ({", ".join("?" * len(codes))}) AND count IN ({", ".join("?" * len(counts))})
    """  # noqa: S608 - placeholders
    found = sorted(store.cursor().execute(statement, [*codes, *counts]).fetchall(), key=BY_COUNT)
    return [dict(zip(COUNTS.columns, cells, strict=True)) for cells in found]


def counts_of_municipalities(store: Store, counts: Sequence[str]) -> dict[str, list[Row]]:
    """Return counts of every municipality over all years.

    Returns
    -------
    dict of str to list of Row
        By area: ``area``, ``year``, ``count`` and ``value`` of COUNTS, in no order; a missing value is NaN.
    """
    statement = f"""
        SELECT area, year, count, coalesce(value, 'nan'::DOUBLE) FROM counts
        WHERE length(area) = 5 AND count IN ({", ".join("?" * len(counts))})
    """  # noqa: S608 - placeholders
    of_area: dict[str, list[Row]] = {}
    for area, year, count, value in store.cursor().execute(statement, list(counts)).fetchall():
        of_area.setdefault(area, []).append({"area": area, "year": year, "count": count, "value": value})
    return of_area


def counts_in_year(store: Store, counts: Sequence[str], year: int) -> dict[str, dict[str, float]]:
    """Return counts of one year over all areas.

    Returns
    -------
    dict of str to dict of str to float
        By area, then by count; a missing value is NaN.
    """
    statement = """
        SELECT area, count, coalesce(value, 'nan'::DOUBLE) FROM counts WHERE count = ANY(?) AND year = ?
    """
    of_area: dict[str, dict[str, float]] = {}
    for area, count, value in store.cursor().execute(statement, [list(counts), year]).fetchall():
        of_area.setdefault(area, {})[count] = value
    return of_area


def count_origins(store: Store) -> list[CountOrigin]:
    """Return where the figures of every count and year come from.

    Returns
    -------
    list of CountOrigin
        By count and year; its own column before that of its averages.
    """
    statement = """
        SELECT count, year, source, as_of, edition, file, holder FROM count_origins
        ORDER BY count, year, holder <> count
    """
    return [CountOrigin(*row) for row in store.cursor().execute(statement).fetchall()]


def offices(store: Store, municipality: str) -> pd.DataFrame:
    """Return the offices of one municipality.

    Returns
    -------
    DataFrame
        OFFICES, by service and office number.
    """
    statement = "SELECT * FROM offices WHERE municipality = ? ORDER BY service, office"
    return store.cursor().execute(statement, [municipality]).df()


def initiatives(store: Store) -> pd.DataFrame:
    """Return every initiative.

    Returns
    -------
    DataFrame
        INITIATIVES, by area and type.
    """
    return store.cursor().execute("SELECT * FROM initiatives ORDER BY area, initiative").df()
