"""What the command ``reach`` writes: a row per point of a town."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.commands.store_in_use import store_in_use
from carecompare.comparisons.access.reach import SPEEDS, offices_by_service, reach, reach_rows
from carecompare.comparisons.areas import MUNICIPALITY
from carecompare.errors import SelectionError
from carecompare.store import areas, open_store, points_without_position, sites, town_points

if TYPE_CHECKING:
    from carecompare.paths import Paths

COLUMNS = (
    "town",
    "koaza",
    "latitude",
    "longitude",
    "office",
    "office_area",
    "distance_km",
    "road_km",
    "minutes",
    "over_sea",
)
CAR = SPEEDS["car"]


def reached_points(paths: Paths, area: str, service: str, speed: float = CAR) -> tuple[pd.DataFrame, int]:
    """Return what each point of a town reaches.

    Parameters
    ----------
    paths : Paths
        Where the store is; it is built first where it is missing or stale.
    area : str
        Code of a municipality.
    service : str
        Number of the care service, or kind of institution.
    speed : float
        Kilometres per hour.

    Returns
    -------
    tuple of DataFrame and int
        Columns ``COLUMNS``, and how many blocks have no position and hence no row.

    Raises
    ------
    SelectionError
        If the municipality or service is unknown, the municipality has no points, positions of the service
        were not collected in the whole country, or the speed is not above zero.
    """
    if not 0 < speed < float("inf"):
        raise SelectionError("speed_wrong", found=speed)
    with closing(open_store(store_in_use(paths))) as store:
        names = {each["area"]: each["name_ja"] for each in areas(store) if each["level"] == MUNICIPALITY}
        if area not in names:
            raise SelectionError("area_unknown", found=area)
        offices = offices_by_service(sites(store, service)) if service else {}
        if service not in offices:
            raise SelectionError("service_without_offices", found=service)
        if not offices[service].is_collected:
            raise SelectionError("positions_not_collected", found=service)
        points = town_points(store, [area])
        if not len(points):
            raise SelectionError("points_none", found=names[area])
        rows = reach_rows(reach(points, offices[service]), speed)
        return pd.DataFrame(rows, columns=list(COLUMNS)), points_without_position(store, area)


def written(rows: pd.DataFrame, kind: str) -> str:
    """Return rows as text: ``csv``, or ``json`` with a record per row."""
    if kind == "csv":
        return rows.to_csv(index=False, lineterminator="\n").rstrip("\n")
    known = rows.astype(object).where(rows.notna(), None)
    return json.dumps(known.to_dict("records"), ensure_ascii=False)
