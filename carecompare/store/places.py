"""Where people live and where services are: points, and the islands they lie on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from carecompare.store.files import Store


def town_points(store: Store, municipality: str = "") -> pd.DataFrame:
    """Return the points of towns.

    Parameters
    ----------
    store : Store
        An open store.
    municipality : str
        Whose points; all municipalities when empty.

    Returns
    -------
    DataFrame
        TOWN_POINTS with a position, and ``island``; by municipality, ward, town and koaza.
    """
    statement = """
        SELECT municipality, ward, town, koaza, latitude, longitude, island
        FROM town_points JOIN islands USING (municipality, latitude, longitude)
        WHERE ? IN ('', municipality) ORDER BY municipality, ward, town, koaza
    """
    return store.cursor().execute(statement, [municipality]).df()


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
    return store.cursor().execute(statement, [service]).df()
