"""Districts side by side, the list for the plan, the effect of an office: on the project's own figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from carecompare.comparisons.access.district_figures import (
    district_offices,
    district_reach,
    district_shares,
    districts_of_points,
)
from carecompare.comparisons.access.hard_to_reach import CUT_OFF, FAR, REMARK, SEA, Criteria, hard_to_reach
from carecompare.comparisons.access.new_office import effect, with_office, without_office
from carecompare.comparisons.access.reach import Offices, offices_by_service, reach
from carecompare.comparisons.access.reach_summary import summary
from carecompare.own.contents.districts import DistrictFigure
from carecompare.store import sites, town_points

if TYPE_CHECKING:
    import pandas as pd

    from carecompare.store import Store

TOWN = "43212"


@pytest.fixture(scope="module")
def listed(store: Store) -> pd.DataFrame:
    return sites(store)


@pytest.fixture(scope="module")
def offices(listed: pd.DataFrame) -> dict[str, Offices]:
    return offices_by_service(listed)


@pytest.fixture(scope="module")
def points(store: Store) -> pd.DataFrame:
    return town_points(store, [TOWN])


def four_towns(points: pd.DataFrame) -> np.ndarray:
    """The four former towns, which are its districts; one block is left out."""
    names = {
        ("", town): next(
            each for each in ("大矢野町", "松島町", "姫戸町", "龍ヶ岳町") if town.startswith(each)
        )
        for town in points["town"]
        if town != "大矢野町湯島"
    }
    return districts_of_points(points, names)


def test_districts_share_out_the_points_and_add_up(points: pd.DataFrame, offices: dict[str, Offices]) -> None:
    of_point = four_towns(points)
    reached = reach(points, offices["110"])
    found = district_reach(reached, of_point, 30.0)
    assert {name: each.points for name, each in found.items()} == {
        "大矢野町": 4,
        "姫戸町": 2,
        "松島町": 5,
        "龍ヶ岳町": 3,
    }
    whole = summary(reached, 30.0, chosen=of_point != "")
    assert sum(each.within for each in found.values()) == whole.within
    assert {each.reason for each in found.values()} == {"few"}


def test_every_office_of_the_town_stands_in_one_district(points: pd.DataFrame, listed: pd.DataFrame) -> None:
    own = listed[listed["municipality"] == TOWN]
    found = district_offices(points, four_towns(points), own)
    assert sum(sum(each.values()) for each in found.values()) == len(own)
    assert district_offices(points, four_towns(points), own.iloc[:0]) == {
        name: {} for name in ("大矢野町", "姫戸町", "松島町", "龍ヶ岳町")
    }


def test_figures_of_districts_keep_to_the_rules_for_small_numbers() -> None:
    figures = {
        "北": [DistrictFigure("認定者", 120, 600)],
        "南": [DistrictFigure("認定者", 9, 40)],
        "東": [DistrictFigure("世帯", 300)],
        "西": [DistrictFigure("認定者", 50, 40)],
    }
    found = district_shares(figures, "認定者")
    assert {name: each.reason for name, each in found.items()} == {
        "北": "",
        "南": "few",
        "東": "missing",
        "西": "not_a_share",
    }
    assert found["北"].share == 0.2
    assert found["北"].lower < 0.2 < found["北"].upper
    assert district_shares(figures, "世帯")["東"].value == 300


def test_the_list_for_the_plan_has_evidence_in_every_line(
    points: pd.DataFrame, offices: dict[str, Offices]
) -> None:
    criteria = Criteria(("110", "155"), minutes=30)
    reached = {service: reach(points, offices[service]) for service in criteria.services}
    remarks = {("", "松島町教良木"): "冬に凍結する峠", ("", "姫戸町姫浦"): " "}
    found = hard_to_reach(reached, criteria, remarks)
    by_town = {each.town: each for each in found}
    yushima = {each.service: each for each in by_town["大矢野町湯島"].evidence}
    assert yushima["110"].kind == CUT_OFF
    assert yushima["110"].office_area == "42214"
    assert yushima["110"].minutes == pytest.approx(18.9, abs=0.1)
    assert [each.remark for each in by_town["松島町教良木"].evidence if each.kind == REMARK] == [
        "冬に凍結する峠"
    ]
    assert all(line.evidence for line in found)
    longest = [
        max((each.minutes for each in line.evidence if each.kind != REMARK), default=-1.0) for line in found
    ]
    assert longest == sorted(longest, reverse=True)


def test_criteria_decide_what_is_listed(points: pd.DataFrame, offices: dict[str, Offices]) -> None:
    reached = {"110": reach(points, offices["110"])}
    near = hard_to_reach(reached, Criteria(("110",), minutes=5))
    far = hard_to_reach(reached, Criteria(("110",), minutes=30))
    assert {each.town for each in far} < {each.town for each in near}
    assert {each.evidence[0].kind for each in near} <= {FAR, SEA, CUT_OFF}
    both = Criteria(("110", "150"), minutes=5, all_services=True)
    services = {**reached, "150": reach(points, offices["150"])}
    assert all(len(each.evidence) == 2 for each in hard_to_reach(services, both))
    persons = np.arange(len(points), dtype=float)
    weighed = hard_to_reach(reached, Criteria(("110",)), persons=persons)
    assert all(each.persons is not None for each in weighed)


def test_a_block_with_its_office_over_the_sea_is_listed_or_not_as_the_town_sets(store: Store) -> None:
    """On the coast of the strait the nearest hospital lies on the other side, another on this one."""
    coast = town_points(store, ["35201", "40101"])
    reached = {"hospital": reach(coast, offices_by_service(sites(store, "hospital"))["hospital"])}
    with_sea = hard_to_reach(reached, Criteria(("hospital",)))
    without = hard_to_reach(reached, Criteria(("hospital",), over_sea=False))
    kinds = {each.evidence[0].kind for each in without}
    assert kinds <= {FAR, CUT_OFF}
    assert len(without) <= len(with_sea)


def test_a_new_office_brings_points_within_reach_here_and_next_door(
    store: Store, offices: dict[str, Offices]
) -> None:
    around = town_points(store, [TOWN, "43215"])
    yushima = around[around["town"] == "大矢野町湯島"].iloc[0]
    island = int(yushima["island"])
    changed = with_office(offices["110"], TOWN, yushima["latitude"], yushima["longitude"], island)
    found = effect(around, offices["110"], changed, 30.0)
    assert around[found.gained]["town"].tolist() == ["大矢野町湯島"]
    assert not found.lost.any()
    assert np.isinf(found.nearer).sum() == 1
    assert found.towns_after[TOWN].within == found.towns_before[TOWN].within + 1
    assert found.towns_after["43215"] == found.towns_before["43215"]


def test_closing_an_office_takes_what_it_alone_reached(store: Store, offices: dict[str, Offices]) -> None:
    around = town_points(store, ["46523"])
    reached = reach(around, offices["110"])
    closed = offices["110"]
    for office in {closed.listed["office"].iloc[site] for site in reached.nearest}:
        closed = without_office(closed, str(office))
    found = effect(around, offices["110"], closed, 4.0)
    assert not found.gained.any()
    assert (found.farther > 0).all()
    assert found.towns_after["46523"].median > found.towns_before["46523"].median
