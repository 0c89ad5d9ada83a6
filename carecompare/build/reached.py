"""Offices within reach of each municipality's residents: shared out by two-step floating catchment areas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.measures.access import CATCHMENT_MINUTES, shared_out
from carecompare.measures.nearest import in_space, pairs_within, with_island
from carecompare.sources.figures import TOWN_POINTS_FILE
from carecompare.sources.publishers.office_places import one_of_each_place
from carecompare.sources.publishers.town_points import SOURCE
from carecompare.tables import COUNTS, ESTIMATED, MISSING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from carecompare.build.places import Placed
    from carecompare.catalog import Catalog
    from carecompare.sources.manifest import Manifest

# Straight kilometres of half an hour at 30 km/h on roads that are 1.3 times as long.
CATCHMENT_KM = CATCHMENT_MINUTES / 60 * 30 / 1.3
# Cells of the standard grid of about a kilometre (30 by 45 seconds): what lies in one is put together.
ROWS_PER_DEGREE, COLUMNS_PER_DEGREE = 120, 80
RESIDENTS = "population_75_and_over"
_KEY = ["row", "column", "island"]


def reached_counts(placed: Placed, counts: pd.DataFrame, catalog: Catalog) -> pd.DataFrame:
    """Return the offices that the residents of each municipality share.

    Parameters
    ----------
    placed : Placed
        Points, offices and islands.
    counts : DataFrame
        COUNTS of municipalities: residents aged 75 and over, and offices by service.
    catalog : Catalog
        Whose counts name the services, in the column of the points.

    Returns
    -------
    DataFrame
        COUNTS, `estimated`: added up over all municipalities they are the offices that reach somebody.
        Residents are spread evenly over the points of their municipality, each office counts one, and where
        several services are one figure each place does; all have half an hour by car, nobody crosses the sea.
        Nothing where offices or points are missing.
    """
    wanted = {each.id: each.read[SOURCE].split() for each in catalog.counts.values() if SOURCE in each.read}
    listed = {f"care_offices_{service}" for services in wanted.values() for service in services}
    offices = counts[counts["count"].isin(listed)]
    people = counts[counts["count"] == RESIDENTS]
    if not (len(offices) and len(people) and len(placed.dwellings) and len(placed.sites)):
        return pd.DataFrame(columns=list(COUNTS.columns))
    residents = people[people["year"] == people["year"].max()].set_index("area")["value"]
    shared = _shared(placed, residents, list(wanted.values()))
    frames = []
    for column, (count, services) in enumerate(wanted.items()):
        held = offices[offices["count"].isin({f"care_offices_{service}" for service in services})]
        if held["count"].nunique() < len(services):
            continue
        value = shared[:, column]
        frames.append(
            pd.DataFrame(
                {
                    "area": residents.index,
                    "year": int(held["year"].max()),
                    "count": count,
                    "value": value,
                    "status": np.where(np.isnan(value), MISSING, ESTIMATED),
                    "source": SOURCE,
                    "as_of": held["as_of"].max(),
                }
            )
        )
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=list(COUNTS.columns))


def reached_origins(
    manifest: Manifest, catalog: Catalog
) -> Iterator[tuple[str, int, str, str, str, str, str]]:
    """Yield the origins of each count of offices within reach: the points and the offices.

    Yields
    ------
    tuple
        Count, year, source, date, edition, file and the count again; points are as old as they are, whatever
        the year of the offices.
    """
    points = manifest.tables.get(TOWN_POINTS_FILE)
    if points is None:
        return
    file, day = next(iter(points.origins.values())).file, catalog.sources[SOURCE].as_of
    for count in catalog.counts.values():
        services = [f"care_offices_{service}" for service in count.read.get(SOURCE, "").split()]
        dated = [
            (entry.year, entry.source, entry.origins[service])
            for entry in manifest.tables.values()
            for service in services
            if entry.year is not None and service in entry.origins
        ]
        newest = max((year for year, _, _ in dated), default=0)
        if dated:
            yield count.id, newest, SOURCE, day, "", file, count.id
        for year, source, read in dated:
            if year == newest:
                yield count.id, year, source, read.as_of, read.edition, read.file, count.id


def _shared(placed: Placed, residents: pd.Series[float], kinds: list[list[str]]) -> NDArray[np.float64]:
    """Return offices by municipality (rows as the residents) and kind."""
    dwellings, sites = placed.dwellings, placed.sites
    number = dwellings["municipality"].map(dwellings["municipality"].value_counts())
    persons = (dwellings["municipality"].map(residents) / number).fillna(0.0).to_numpy()
    wanted = sites[sites["service"].isin({service for services in kinds for service in services})]
    places, at_place = _cells(dwellings)
    houses, at_house = _cells(wanted)
    counted = [
        one_of_each_place(wanted, each) if len(each) > 1 else wanted[wanted["service"].isin(each)]
        for each in kinds
    ]
    supply = np.column_stack(
        [np.bincount(at_house, wanted.index.isin(each.index), len(houses)).astype(float) for each in counted]
    )
    place, site = pairs_within(places, houses, CATCHMENT_KM)
    people = np.bincount(at_place, persons, len(places)).astype(float)
    access = shared_out(supply, people, place, site)[at_place] * persons[:, None]
    of_town = pd.DataFrame(access).groupby(dwellings["municipality"].to_numpy()).sum()
    known = of_town.reindex(residents.index).to_numpy(dtype=float, copy=True)
    known[residents.isna().to_numpy()] = np.nan
    return known


def _cells(places: pd.DataFrame) -> tuple[NDArray[np.float64], NDArray[np.intp]]:
    """Return the middle of what lies in each cell of an island, in space, and the cell of each place."""
    keys = pd.DataFrame(
        {
            "row": np.floor(places["latitude"] * ROWS_PER_DEGREE),
            "column": np.floor(places["longitude"] * COLUMNS_PER_DEGREE),
            "island": places["island"],
        }
    )
    grouped = keys.groupby(_KEY, sort=True)
    cell = np.asarray(grouped.ngroup(), dtype=np.intp)
    middle = places[["latitude", "longitude", "island"]].groupby(cell).mean()
    space = in_space(middle["latitude"], middle["longitude"])
    return with_island(space, middle["island"].to_numpy()), cell
