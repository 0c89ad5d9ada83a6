"""What the store holds and what it lacks, by source."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from carecompare.store.files import Store

# Every count of a source in its latest year that is no projection, beside every municipality. What is
# published for prefectures and the nation alone is no gap of a municipality.
_CELLS = """
    WITH counted AS (
        SELECT source, count, max(year) FILTER (WHERE status <> 'projected') AS year,
            bool_or(status = 'projected') AS is_projection,
            bool_or(level = 'insurer') AS is_by_insurer
        FROM counts JOIN areas USING (area) GROUP BY source, count
        HAVING bool_or(level IN ('municipality', 'insurer'))
    ), cells AS (
        SELECT c.source, c.count, c.year, a.area, a.prefecture, v.value, v.status,
            c.is_projection, c.is_by_insurer AND m.insurer IS NULL AS is_unassigned
        FROM counted c
        CROSS JOIN (SELECT area, prefecture FROM areas WHERE level = 'municipality') a
        LEFT JOIN counts v ON v.count = c.count AND v.year = c.year AND v.area = a.area
            AND v.source = c.source
        LEFT JOIN insurer_members m ON m.municipality = a.area
        WHERE c.year IS NOT NULL
    )
"""


def figures_held(store: Store) -> pd.DataFrame:
    """Return how many figures of each source each municipality has.

    Returns
    -------
    DataFrame
        Columns ``source``, ``area``, ``prefecture``, ``held`` and ``counts`` (those of the source), by source
        and area; of each count the latest year that is no projection.
    """
    statement = f"""{_CELLS}
        SELECT source, area, prefecture, count(value)::INTEGER AS held, count(*)::INTEGER AS counts
        FROM cells GROUP BY source, area, prefecture ORDER BY source, area
    """  # noqa: S608 - our own words
    return store.cursor().execute(statement).df()


def outside_positions(store: Store) -> list[tuple[str, float, float, int]]:
    """Return where offices stand whose position lies outside their municipality.

    Returns
    -------
    list of tuple of str, float, float and int
        Service, latitude, longitude, offices there; by service.
    """
    statement = """
        SELECT service, latitude, longitude, count(*)::INTEGER FROM offices
        WHERE position_status = 'outside' GROUP BY ALL ORDER BY ALL
    """
    return store.cursor().execute(statement).fetchall()


def gaps(store: Store) -> pd.DataFrame:
    """Return how many figures are missing and why.

    Returns
    -------
    DataFrame
        Columns ``source``, ``reason``, ``cells`` (municipalities times counts) and ``municipalities``, by
        source. Reasons are the statuses of cells without a value, ``insurer_unknown``, ``no_projection``, and
        ``insurer_level`` for a value that stands for several municipalities.
    """
    statement = f"""{_CELLS}
        SELECT source,
            CASE WHEN value IS NOT NULL THEN status
                WHEN is_unassigned THEN 'insurer_unknown'
                WHEN status IN ('suppressed', 'not_applicable', 'not_collected') THEN status
                WHEN is_projection THEN 'no_projection'
                ELSE 'missing' END AS reason,
            count(*)::INTEGER AS cells, count(DISTINCT area)::INTEGER AS municipalities
        FROM cells WHERE value IS NULL OR status = 'insurer_level'
        GROUP BY ALL ORDER BY source, reason
    """  # noqa: S608 - our own words
    return store.cursor().execute(statement).df()
