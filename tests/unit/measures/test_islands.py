from __future__ import annotations

import shapely

from carecompare.measures.islands import islands, joined

MAINLAND = {
    "01001": shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(3, 0, 3.1, 0.1)]),
    "01002": shapely.MultiPolygon([shapely.box(1, 0, 2, 1)]),
    "01003": shapely.MultiPolygon([shapely.box(5, 5, 6, 6)]),
}


def test_municipalities_that_touch_share_their_island_and_others_have_their_own() -> None:
    found = islands(
        MAINLAND, ["01001", "01001", "01002", "01003"], [0.5, 0.05, 0.5, 5.5], [0.5, 3.05, 1.5, 5.5]
    )
    assert found[0] == found[2]
    assert len(set(found.tolist())) == 3


def test_a_place_beyond_the_outline_lies_on_the_nearest_island_of_its_municipality() -> None:
    near_the_rock, near_the_shore = islands(MAINLAND, ["01001", "01001"], [0.05, 0.05], [2.9, 1.05])
    inside = islands(MAINLAND, ["01001", "01001"], [0.05, 0.05], [3.05, 0.5])
    assert [near_the_rock, near_the_shore] == inside.tolist()


def test_a_place_without_boundary_or_position_lies_on_no_island() -> None:
    assert islands(MAINLAND, ["09999", "01001"], [0.5, float("nan")], [0.5, float("nan")]).tolist() == [
        -1,
        -1,
    ]


def test_a_gap_narrower_than_outlines_are_drawn_is_no_sea() -> None:
    drawn = {"1": shapely.box(0, 0, 1, 1), "2": shapely.box(1.0001, 0, 2, 1), "3": shapely.box(2.01, 0, 3, 1)}
    found = islands(drawn, ["1", "2", "3"], [0.5] * 3, [0.5, 1.5, 2.5])
    assert found[0] == found[1] != found[2]


def test_bridges_make_a_chain_and_join_nothing_else() -> None:
    assert joined([0, 1, 2, 3, 4, -1], [(3, 2), (2, 1)]).tolist() == [0, 1, 1, 1, 4, -1]
    assert joined([0, 1, -1], [(-1, 0)]).tolist() == [0, 1, -1]
