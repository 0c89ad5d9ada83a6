"""The questions asked of a store: one function each, one statement each."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from carecompare.tables import COUNTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from carecompare.rows import AgeRow, AreaRow, CountFigure, CountRow, GroupRow
    from carecompare.store.files import Store

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


@dataclass(frozen=True)
class ListGap:
    """How many institutions are listed, of how many the figure is known, and how many there should be.

    ``expected`` is NaN where not one is listed and no other source counts them.
    """

    area: str
    year: int
    count: str
    listed: float
    known: float
    expected: float


def areas(store: Store) -> list[AreaRow]:
    """Return every area.

    Returns
    -------
    list of AreaRow
        By level and code.
    """
    statement = """
        SELECT area, level, name_ja, coalesce(kana, ''), coalesce(prefecture, ''),
            coalesce(prefecture_ja, ''), coalesce(latitude, 'nan'::DOUBLE),
            coalesce(longitude, 'nan'::DOUBLE)
        FROM areas ORDER BY level, area
    """
    return [
        {
            "area": area,
            "level": level,
            "name_ja": name,
            "kana": kana,
            "prefecture": prefecture,
            "prefecture_ja": prefecture_name,
            "latitude": latitude,
            "longitude": longitude,
        }
        for area, level, name, kana, prefecture, prefecture_name, latitude, longitude in _rows(
            store, statement
        )
    ]


def insurer_members(store: Store) -> dict[str, str]:
    """Return the insurer of every municipality whose insurer is known.

    Returns
    -------
    dict of str to str
        By municipality.
    """
    statement = """
        SELECT municipality, insurer FROM insurer_members WHERE insurer IS NOT NULL ORDER BY municipality
    """
    return dict(_rows(store, statement))


def area_groups(store: Store) -> list[GroupRow]:
    """Return the groups that municipalities belong to.

    Returns
    -------
    list of GroupRow
        By municipality, kind and group.
    """
    statement = """
        SELECT municipality, kind, "group", name_ja, coalesce(note, '') FROM area_groups
        ORDER BY municipality, kind, "group"
    """
    return [
        {"municipality": municipality, "kind": kind, "group": group, "name_ja": name, "note": note}
        for municipality, kind, group, name, note in _rows(store, statement)
    ]


def neighbours(store: Store) -> dict[str, tuple[str, ...]]:
    """Return who borders on whom.

    Returns
    -------
    dict of str to tuple of str
        By municipality, in order, each pair in both directions. An island municipality is not in it.
    """
    statement = "SELECT municipality, neighbour FROM boundary_neighbours ORDER BY municipality, neighbour"
    bordering: dict[str, list[str]] = {}
    for municipality, neighbour in _rows(store, statement):
        bordering.setdefault(municipality, []).append(neighbour)
    return {municipality: tuple(codes) for municipality, codes in bordering.items()}


def former_names(store: Store) -> dict[str, tuple[str, ...]]:
    """Return the municipalities of today by each name that is no more.

    Returns
    -------
    dict of str to tuple of str
        By name, in order; several where the name was given twice or its bearer was divided.
    """
    followers: dict[str, list[str]] = {}
    for name, municipality in _rows(
        store, "SELECT name_ja, municipality FROM former_names ORDER BY municipality, name_ja"
    ):
        followers.setdefault(name, []).append(municipality)
    return {name: tuple(codes) for name, codes in followers.items()}


def figures_of_counts(store: Store, counts: Sequence[str], codes: Sequence[str]) -> list[CountRow]:
    """Return counts of some areas over all years.

    Returns
    -------
    list of CountRow
        By count, area and year; a missing value is NaN.
    """
    # Single codes tell the reading where in the table to look, a list of them does not.
    statement = f"""
        SELECT area, year, count, coalesce(value, 'nan'::DOUBLE), status, source, as_of FROM counts
        WHERE area IN ({", ".join("?" * len(codes))}) AND count IN ({", ".join("?" * len(counts))})
    """  # noqa: S608 - placeholders
    found = sorted(store.cursor().execute(statement, [*codes, *counts]).fetchall(), key=BY_COUNT)
    return [
        {
            "area": area,
            "year": year,
            "count": count,
            "value": value,
            "status": status,
            "source": source,
            "as_of": as_of,
        }
        for area, year, count, value, status, source, as_of in found
    ]


def counts_of_municipalities(store: Store, counts: Sequence[str]) -> dict[str, list[CountFigure]]:
    """Return counts of every municipality over all years.

    Returns
    -------
    dict of str to list of CountFigure
        By area, in no order.
    """
    statement = f"""
        SELECT area, year, count, coalesce(value, 'nan'::DOUBLE) FROM counts
        WHERE length(area) = 5 AND count IN ({", ".join("?" * len(counts))})
    """  # noqa: S608 - placeholders
    of_area: dict[str, list[CountFigure]] = {}
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


def list_gaps(store: Store) -> list[ListGap]:
    """Return where a list misses institutions.

    Returns
    -------
    list of ListGap
        By count, year and area.
    """
    statement = """
        SELECT area, year, count, listed, known, coalesce(expected, 'nan'::DOUBLE) FROM list_gaps
        ORDER BY count, year, area
    """
    return [ListGap(*row) for row in store.cursor().execute(statement).fetchall()]


def offices(store: Store, municipality: str) -> pd.DataFrame:
    """Return the offices of one municipality.

    Returns
    -------
    DataFrame
        OFFICES, by service and office number.
    """
    statement = "SELECT * FROM offices WHERE municipality = ? ORDER BY service, office"
    return store.cursor().execute(statement, [municipality]).df()


def ages_of(store: Store, area: str) -> list[AgeRow]:
    """Return the residents of one area by sex and age, in every year counted or projected by age.

    Returns
    -------
    list of AgeRow
        AGES, by source, year, sex and age; none where the area has no figures by age.
    """
    statement = """
        SELECT area, year, source, sex, age, persons FROM ages WHERE area = ?
        ORDER BY source, year, sex, age
    """
    return [
        {"area": area, "year": year, "source": source, "sex": sex, "age": age, "persons": persons}
        for area, year, source, sex, age, persons in store.cursor().execute(statement, [area]).fetchall()
    ]


def residents_from(store: Store, age: int, year: int) -> dict[str, int]:
    """Return the residents of an age and over whom the census of a year counted.

    Returns
    -------
    dict of str to int
        By municipality.
    """
    statement = """
        SELECT area, sum(persons)::INTEGER FROM ages
        WHERE source = 'census' AND year = ? AND age >= ? AND length(area) = 5 GROUP BY area
    """
    return dict(store.cursor().execute(statement, [year, age]).fetchall())


def _rows(store: Store, statement: str) -> list[tuple[Any, ...]]:
    return store.cursor().execute(statement).fetchall()
