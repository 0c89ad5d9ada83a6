"""Who can reach what, on the project's own figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyproj
import pytest

from carecompare.comparisons.access.reach import (
    Offices,
    every_reach,
    islands_of,
    offices_by_service,
    reach,
    reach_rows,
)
from carecompare.comparisons.access.reach_summary import farthest_towns, summaries, summary, summary_ranks
from carecompare.store import sites, town_points

if TYPE_CHECKING:
    import pandas as pd

    from carecompare.store import Store

TOWNS = ("07546", "13112", "13402", "22130", "43212", "44208", "46523")
PAIRS = 2_000
GEOD = pyproj.Geod(ellps="GRS80")


@pytest.fixture(scope="module")
def offices(store: Store) -> dict[str, Offices]:
    return offices_by_service(sites(store))


@pytest.fixture(scope="module")
def points(store: Store) -> pd.DataFrame:
    return town_points(store, TOWNS)


def of(points: pd.DataFrame, code: str) -> pd.DataFrame:
    return points[points["municipality"] == code].reset_index(drop=True)


def test_two_thousand_random_points_and_services_equal_brute_force(
    store: Store, offices: dict[str, Offices]
) -> None:
    """By geodesics on the ellipsoid to every office of the service."""
    everywhere = town_points(store)
    random = np.random.default_rng(30)
    services = sorted(each for each, held in offices.items() if held.is_collected)
    chosen = random.choice(services, PAIRS)
    rows = random.choice(len(everywhere), PAIRS)
    for service in np.unique(chosen):
        asked = everywhere.iloc[rows[chosen == service]].reset_index(drop=True)
        found = reach(asked, offices[service])
        listed = offices[service].listed
        y, x = listed["latitude"].to_numpy(), listed["longitude"].to_numpy()
        for place, (latitude, longitude) in enumerate(
            zip(asked["latitude"], asked["longitude"], strict=True)
        ):
            # Beyond a first look on the sphere only the nearest hundred can be the nearest.
            apart = (y - latitude) ** 2 + ((x - longitude) * np.cos(np.radians(latitude))) ** 2
            near = np.argsort(apart, kind="stable")[:100]
            every = GEOD.inv(np.full(len(near), longitude), np.full(len(near), latitude), x[near], y[near])[2]
            least = np.sort(every)[:2] / 1000
            assert found.km[place] == pytest.approx(least[0], rel=5e-3, abs=1e-6)
            assert found.second_km[place] == pytest.approx(least[1], rel=5e-3, abs=1e-6)


def test_the_nearest_on_the_same_island_equals_brute_force(store: Store, offices: dict[str, Offices]) -> None:
    everywhere = town_points(store)
    found = reach(everywhere, offices["150"])
    across = np.flatnonzero(found.over_sea)
    assert len(across) > 500
    listed = offices["150"].listed
    for place in np.random.default_rng(31).choice(across, 200, replace=False):
        island, latitude, longitude = everywhere[["island", "latitude", "longitude"]].iloc[place]
        there = listed[listed["island"] == island]
        if not len(there):
            assert (found.on_land[place], found.land_km[place]) == (-1, np.inf)
            continue
        starts = np.full(len(there), longitude), np.full(len(there), latitude)
        every = GEOD.inv(*starts, there["longitude"].to_numpy(), there["latitude"].to_numpy())[2]
        assert found.land_km[place] == pytest.approx(every.min() / 1000, rel=5e-3, abs=1e-6)
        assert listed["island"].iloc[found.on_land[place]] == island


@pytest.mark.parametrize("bridges", [(), ((("43212", "大矢野町維和"), ("43212", "大矢野町登立")),)])
def test_services_asked_together_are_what_each_is_alone(
    points: pd.DataFrame, offices: dict[str, Offices], bridges: tuple[tuple[tuple[str, str], ...], ...]
) -> None:
    services = ("110", "150", "hospital")
    together = every_reach(points, {each: offices[each] for each in services}, bridges)
    for service in services:
        alone = reach(points, offices[service], bridges)
        for name in ("nearest", "second", "km", "second_km", "over_sea", "on_land", "land_km"):
            np.testing.assert_array_equal(getattr(together[service], name), getattr(alone, name))


def test_positions_that_cannot_be_trusted_are_left_out(store: Store) -> None:
    every = sites(store)
    assert every["latitude"].between(20, 46).all()
    assert every["longitude"].between(122, 154).all()
    middle_of_japan = every["latitude"].eq(36.20482) & every["longitude"].eq(138.25292)
    assert middle_of_japan.sum() == 0
    assert len(every) == 206_985


def test_an_institution_known_in_ten_prefectures_has_no_nearest(offices: dict[str, Offices]) -> None:
    partly = {service for service, held in offices.items() if not held.is_collected}
    assert partly == {"clinic", "dental_clinic", "pharmacy"}


def test_the_island_of_yushima_lies_over_the_sea_and_a_bridge_brings_another_near(
    points: pd.DataFrame, offices: dict[str, Offices]
) -> None:
    town = of(points, "43212")
    plain = reach(town, offices["110"])
    sea = dict(zip(town["town"], plain.over_sea, strict=True))
    assert sea["大矢野町湯島"]
    assert sea["大矢野町維和"]
    assert not sea["大矢野町登立"]
    bridge = (("43212", "大矢野町維和"), ("43212", "大矢野町登立"))
    after = reach(town, offices["110"], [bridge])
    over = dict(zip(town["town"], after.over_sea, strict=True))
    assert over["大矢野町湯島"]
    assert not over["大矢野町維和"]
    assert len(islands_of(town)) == 6
    assert islands_of(town)[0][1][0] == "姫戸町二間戸"


def test_of_what_lies_over_the_sea_the_nearest_on_land_stands_beside(
    points: pd.DataFrame, offices: dict[str, Offices]
) -> None:
    town = of(points, "43212")
    found = reach(town, offices["110"])
    place = town.index[town["town"] == "大矢野町湯島"][0]
    assert (found.on_land[place], found.land_km[place]) == (-1, np.inf)
    near = ~found.over_sea
    assert (found.on_land[near] == found.nearest[near]).all()
    assert (found.land_km >= found.km).all()


def test_shares_medians_and_the_farthest_of_towns_of_every_kind(
    points: pd.DataFrame, offices: dict[str, Offices]
) -> None:
    found = summaries(reach(points, offices["110"]), 30.0)
    assert {code: each.points for code, each in found.items()} == {
        "07546": 218,
        "13112": 277,
        "13402": 2,
        "22130": 551,
        "43212": 15,
        "44208": 83,
        "46523": 11,
    }
    assert found["13112"].share == 1.0
    assert found["13112"].farthest < 5
    assert (found["13402"].share, found["13402"].cut_off, found["13402"].over_sea) == (0, 2, 2)
    assert np.isinf(found["13402"].median)
    assert found["43212"].cut_off == 4
    for each in found.values():
        assert 0 <= each.share <= 1
        assert each.median <= each.ninth_decile <= each.farthest
    ranks = summary_ranks(found)
    assert ranks["13402"] == (None, 6)
    assert ranks["13112"] == (1, 6)


def test_a_slower_way_reaches_less(points: pd.DataFrame, offices: dict[str, Offices]) -> None:
    found = reach(of(points, "44208"), offices["150"])
    car, foot = summary(found, 30.0), summary(found, 4.0)
    assert foot.share < car.share
    assert foot.median == pytest.approx(car.median * 7.5)


def test_persons_weigh_where_they_are_known(points: pd.DataFrame, offices: dict[str, Offices]) -> None:
    town = of(points, "43212")
    found = reach(town, offices["110"])
    weights = np.where(town["town"] == "大矢野町湯島", 300.0, 0.0)
    alone = summary(found, 30.0, weights)
    assert (alone.weight, alone.within, alone.cut_off) == (300, 0, 300)
    assert np.isinf(alone.median)
    assert summary(found, 30.0, np.zeros(len(town))).reason == "missing"


def test_the_farthest_blocks_come_with_their_office(
    points: pd.DataFrame, offices: dict[str, Offices]
) -> None:
    found = farthest_towns(reach(of(points, "43212"), offices["110"]), 30.0)
    assert [each["town"] for each in found[:2]] == ["大矢野町湯島", "龍ヶ岳町樋島"]
    assert found[0]["office_area"] == "42214"
    assert found[0]["over_sea"]
    assert len(found) == 15
    rows = farthest_towns(reach(of(points, "22130"), offices["110"]), 30.0, 5)
    assert len(rows) == 5
    assert rows[0]["minutes"] >= rows[-1]["minutes"]


def test_without_any_office_a_row_says_so(points: pd.DataFrame, offices: dict[str, Offices]) -> None:
    nothing = Offices(offices["110"].listed.iloc[:0])
    rows = reach_rows(reach(of(points, "13402"), nothing), 30.0)
    assert [(row["office"], row["minutes"], row["over_sea"]) for row in rows] == [(None, None, False)] * 2
    listed = farthest_towns(reach(of(points, "13402"), nothing), 30.0)
    assert [(row["office_name"], row["minutes"], row["land_minutes"]) for row in listed] == [
        (None, np.inf, np.inf)
    ] * 2
