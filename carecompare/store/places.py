"""Where people live and where services are: points, and the islands they lie on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from carecompare.store.files import Store


def town_points(store: Store, municipalities: Sequence[str] | None = None) -> pd.DataFrame:
    """Return the points of towns.

    Parameters
    ----------
    store : Store
        An open store.
    municipalities : sequence of str, optional
        Whose points; those of all when not given.

    Returns
    -------
    DataFrame
        TOWN_POINTS with a position, and ``island``; by municipality, ward, town and koaza.
    """
    chosen = "" if municipalities is None else "WHERE municipality IN (SELECT unnest(?::VARCHAR[]))"
    statement = f"""
        SELECT municipality, ward, town, koaza, latitude, longitude, island
        FROM town_points JOIN islands USING (municipality, latitude, longitude)
        {chosen} ORDER BY municipality, ward, town, koaza
    """  # noqa: S608 - our own words
    return (
        store.cursor().execute(statement, [list(municipalities)] if municipalities is not None else []).df()
    )


def points_without_position(store: Store, municipality: str) -> int:
    """Return how many blocks of a municipality have no position."""
    statement = "SELECT count(*) FROM town_points WHERE municipality = ? AND latitude IS NULL"
    found = store.cursor().execute(statement, [municipality]).fetchone()
    return int(found[0]) if found else 0


def sites(store: Store, service: str = "") -> pd.DataFrame:
    """Return the offices and institutions whose position can be trusted.

    Parameters
    ----------
    store : Store
        An open store.
    service : str
        Number of the care service, or kind of institution; all when empty.

    Returns
    -------
    DataFrame
        ``service``, ``office``, ``municipality``, ``name_ja``, ``latitude``, ``longitude``, ``island``, by
        service, municipality and office. Positions that are absent, far from the own municipality (other
        continents, the middle of Japan) or of an office without a municipality are left out.
    """
    statement = """
        SELECT service, office, municipality, name_ja, latitude, longitude, island
        FROM offices JOIN islands USING (municipality, latitude, longitude)
        WHERE position_status IN ('published', 'town_point') AND ? IN ('', service)
        ORDER BY service, municipality, office, name_ja
    """
    # By way of Arrow words are handed over as they are: `df` makes an object of each, in twice the time.
    found: pd.DataFrame = store.cursor().sql(statement, params=[service]).to_arrow_table().to_pandas()
    return found
