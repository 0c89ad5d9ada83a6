"""The nearest of many sites: against brute force and against geodesics."""

from __future__ import annotations

import numpy as np
import pyproj
import pytest
from scipy.spatial import KDTree

from carecompare.measures.nearest import (
    Sites,
    in_space,
    on_island,
    over_ground,
    pairs_within,
    with_island,
)


def places(seed: int, number: int, box: tuple[float, float, float, float]) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    south, north, west, east = box
    return random.uniform(south, north, number), random.uniform(west, east, number)


@pytest.mark.parametrize("reach_km", [0.1, 1, 10, 100, 1500])
def test_distances_are_within_half_a_percent_of_the_geodesic(reach_km: float) -> None:
    degrees = reach_km / 111
    latitude, longitude = places(1, 2000, (24, 46, 123, 146))
    north, east = places(2, 2000, (-degrees, degrees, -degrees, degrees))
    to_latitude, to_longitude = latitude + north, longitude + east
    straight = np.linalg.norm(in_space(latitude, longitude) - in_space(to_latitude, to_longitude), axis=1)
    geodesic = pyproj.Geod(ellps="GRS80").inv(longitude, latitude, to_longitude, to_latitude)[2] / 1000
    assert np.abs(over_ground(straight) / geodesic - 1).max() < (0.0001 if reach_km <= 100 else 0.005)


def test_the_two_nearest_are_those_of_brute_force() -> None:
    sites, asked = (
        in_space(*places(3, 500, (33, 36, 130, 140))),
        in_space(*places(4, 400, (33, 36, 130, 140))),
    )
    found = Sites(sites).two_nearest(asked)
    every = np.linalg.norm(asked[:, None] - sites[None], axis=2)
    order = np.argsort(every, axis=1)[:, :2]
    assert found.site.tolist() == order.tolist()
    np.testing.assert_allclose(found.km, over_ground(np.take_along_axis(every, order, 1)), rtol=1e-9)


def test_of_two_offices_in_one_house_the_other_is_the_second_nearest() -> None:
    sites = in_space([35.0, 35.1, 35.0], [135.0, 135.0, 135.0])
    found = Sites(sites).two_nearest(in_space([35.01], [135.0]))
    assert found.site.tolist() == [[0, 2]]
    assert found.km[0, 0] == found.km[0, 1]


def test_where_there_is_one_office_or_none_nothing_is_made_up() -> None:
    asked = in_space([35.01], [135.0])
    one = Sites(in_space([35.0], [135.0])).two_nearest(asked)
    none = Sites(in_space([], [])).two_nearest(asked)
    assert one.site.tolist() == [[0, -1]]
    assert none.site.tolist() == [[-1, -1]]
    assert np.isinf([one.km[0, 1], *none.km[0]]).all()


def test_an_office_on_another_island_is_out_of_reach_over_land() -> None:
    sites, asked = in_space([35.0, 36.0], [135.0, 135.0]), in_space([35.1, 35.1], [135.0, 135.0])
    apart = Sites(with_island(sites, np.array([1, 2], dtype=np.int16)))
    found = on_island(apart.two_nearest(with_island(asked, np.array([2, 3], dtype=np.int16))))
    assert found.site[:, 0].tolist() == [1, -1]
    assert found.km[0, 0] == pytest.approx(99.9, abs=0.2)
    assert np.isinf(found.km[1, 0])


def test_islands_lie_apart_and_keep_their_distances_to_a_millimetre() -> None:
    box = (24, 46, 123, 146)
    land = in_space(*places(5, 300, box))
    every = np.linalg.norm(land[:, None] - land[None], axis=2)
    for island in (0, 1211, 9999):
        moved = with_island(land, np.full(300, island, dtype=np.int16))
        between = np.linalg.norm(moved[:, None] - moved[None], axis=2)
        np.testing.assert_allclose(between, every, rtol=0, atol=1e-6)
        away = with_island(land, np.full(300, island + 1, dtype=np.int16))
        assert np.linalg.norm(moved[:, None] - away[None], axis=2).min() > 2 * 6378.137


@pytest.mark.parametrize("seed", range(4))
def test_the_two_nearest_are_scipy_s(seed: int) -> None:
    box = (33, 36, 130, 140)
    sites, asked = in_space(*places(seed, 3000, box)), in_space(*places(seed + 50, 2000, box))
    found = Sites(sites).two_nearest(asked)
    straight, site = KDTree(sites).query(asked, k=2)
    assert (found.site == site).all()
    np.testing.assert_allclose(found.km, over_ground(straight), rtol=1e-12)


@pytest.mark.parametrize("km", [5, 12, 400])
def test_pairs_are_those_that_scipy_finds_and_none_over_the_sea(km: float) -> None:
    box = (33, 36, 130, 140)
    random = np.random.default_rng(7)
    asked = with_island(in_space(*places(8, 500, box)), random.integers(0, 3, 500).astype(np.int16))
    sites = with_island(in_space(*places(9, 700, box)), random.integers(0, 3, 700).astype(np.int16))
    near = KDTree(asked).query_ball_tree(KDTree(sites), km)
    place, site = pairs_within(asked, sites, km)
    found = sorted(zip(place.tolist(), site.tolist(), strict=True))
    assert found == [(one, other) for one, others in enumerate(near) for other in sorted(others)]
    assert found


def test_there_are_no_pairs_where_there_is_nobody() -> None:
    none, one = in_space([], []), in_space([35.0], [135.0])
    for places_asked, sites in ((none, one), (one, none), (none, none)):
        assert [len(each) for each in pairs_within(places_asked, sites, 10.0)] == [0, 0]
