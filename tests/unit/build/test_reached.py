"""Offices within reach of each municipality's residents."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from carecompare.build.places import Placed
from carecompare.build.reached import CATCHMENT_KM, reached_counts
from carecompare.comparisons.access.access_gaps import access_gaps
from carecompare.measures.access import shared_out
from carecompare.store import counts_in_year
from carecompare.tables import ISLANDS, TOWN_POINTS

if TYPE_CHECKING:
    from carecompare.catalog import Catalog
    from carecompare.store import Store

COUNT = "home_help_offices_within_reach"
# A kilometre in degrees of latitude.
KM = 1 / 111


def made(dwellings: list[tuple[str, float, int]], sites: list[tuple[float, int]]) -> Placed:
    """Places along a meridian: municipality, kilometres to the north, island; offices likewise."""
    columns = ["municipality", "latitude", "longitude", "island"]
    homes = pd.DataFrame(
        [(code, 35 + KM * km, 135.0, island) for code, km, island in dwellings], columns=columns
    )
    offices = pd.DataFrame([("1", 35 + KM * km, 135.0, island) for km, island in sites], columns=columns)
    empty = pd.DataFrame(columns=list(TOWN_POINTS.columns)), pd.DataFrame(columns=list(ISLANDS.columns))
    return Placed(*empty, homes, offices.assign(service="110", office=offices.index.astype(str), place="p"))


def counts(residents: dict[str, float], offices: float) -> pd.DataFrame:
    rows = [
        (code, 2020, "population_75_and_over", value, "observed", "c", "2020")
        for code, value in residents.items()
    ]
    rows += [
        (code, 2025, "care_offices_110", offices, "observed", "care_offices", "2025-06") for code in residents
    ]
    return pd.DataFrame(rows, columns=["area", "year", "count", "value", "status", "source", "as_of"])


def shared(catalog: Catalog, placed: Placed, residents: dict[str, float]) -> dict[str, float]:
    found = reached_counts(placed, counts(residents, 1), catalog)
    assert set(found["count"]) == {COUNT}
    assert (set(found["year"]), set(found["as_of"])) == ({2025}, {"2025-06"})
    return dict(zip(found["area"], found["value"], strict=True))


def test_offices_are_shared_out_as_the_method_says(catalog: Catalog) -> None:
    places = [("1", 0.0, 0), ("1", 10.0, 0), ("2", 20.0, 0), ("3", 60.0, 0)]
    offices = [0.0, 12.0, 15.0, 90.0]
    found = shared(catalog, made(places, [(km, 0) for km in offices]), {"1": 200, "2": 50, "3": 70})
    apart = np.abs(np.array([[km] for _, km, _ in places]) - offices)
    people = np.array([100.0, 100.0, 50.0, 70.0])
    expected = shared_out(np.ones((4, 1)), people, *np.nonzero(apart <= CATCHMENT_KM))[:, 0] * people
    assert found == pytest.approx({"1": expected[0] + expected[1], "2": expected[2], "3": 0})
    assert sum(found.values()) == pytest.approx(3)


def test_nobody_crosses_the_sea(catalog: Catalog) -> None:
    found = shared(catalog, made([("1", 0.0, 0), ("2", 3.0, 1)], [(1.0, 0)]), {"1": 10, "2": 1000})
    assert found == {"1": 1, "2": 0}


def test_where_residents_are_unknown_so_is_the_share(catalog: Catalog) -> None:
    found = shared(catalog, made([("1", 0.0, 0), ("2", 3.0, 0)], [(1.0, 0)]), {"1": 10, "2": float("nan")})
    assert found["1"] == 1
    assert np.isnan(found["2"])


def test_two_designations_at_one_place_are_one_where_services_are_one_figure(catalog: Catalog) -> None:
    """Of three designations two share an address; at another town the same address is another place."""
    placed = made([("1", 0.0, 0), ("2", 5.0, 0)], [(0.0, 0), (0.0, 0), (0.0, 0)])
    sites = placed.sites.assign(service=["150", "780", "780"], place=["a", "a", "b"])
    sites = pd.concat([sites, sites.head(1).assign(municipality="2", office="9")], ignore_index=True)
    listed = counts({"1": 10, "2": 30}, 1)
    rows = listed["count"] == "care_offices_110"
    both = [listed[~rows], *(listed[rows].assign(count=f"care_offices_{each}") for each in ("150", "780"))]
    found = reached_counts(replace(placed, sites=sites), pd.concat(both), catalog)
    assert set(found["count"]) == {"day_care_offices_within_reach"}
    assert found.set_index("area")["value"].to_dict() == pytest.approx({"1": 0.75, "2": 2.25})


def test_the_nation_shares_out_every_place_of_day_care_with_a_position(store: Store) -> None:
    """42,542 designations with a position are 41,804 places, of which three reach nobody."""
    name = "day_care_offices_within_reach"
    held = counts_in_year(store, [name, "day_care_places"], 2025)
    assert held["00"][name] == pytest.approx(41_801)
    assert held["00"][name] < held["00"]["day_care_places"]


def test_without_points_or_offices_nothing_is_made_up(catalog: Catalog) -> None:
    assert len(reached_counts(made([], []), counts({"1": 10}, 1), catalog)) == 0


def test_the_nation_shares_out_every_office_with_a_position(store: Store) -> None:
    held = counts_in_year(store, [COUNT, "care_offices_110"], 2025)
    assert held["00"][COUNT] == pytest.approx(34_721)
    assert held["00"][COUNT] < held["00"]["care_offices_110"]
    assert held["13362"][COUNT] == 0
    towns = [each[COUNT] for code, each in held.items() if len(code) == 5 and COUNT in each]
    assert sum(towns) == pytest.approx(34_721)


def test_access_and_density_disagree_most_where_neighbours_have_the_offices() -> None:
    density = {"a": 0.0, "b": 3.0, "c": 2.0, "d": float("nan")}
    access_of = {"a": 2.5, "b": 2.0, "c": 1.0, "d": 9.0}
    (first, *others) = access_gaps(density, access_of)
    assert (first.area, first.density_rank, first.access_rank, first.ranked) == ("a", 3, 1, 3)
    assert first.difference == 2
    assert [each.area for each in others] == ["b", "c"]
