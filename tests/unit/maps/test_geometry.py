from __future__ import annotations

import json
import math

import pytest
import shapely

from carecompare.maps import Camera, camera, map_files, together, window, windows
from carecompare.maps.geometry import inner_borders, reduced

WEST, EAST = (
    shapely.MultiPolygon([shapely.box(139, 35, 140, 36)]),
    shapely.MultiPolygon([shapely.box(140, 35, 141, 36)]),
)
ISLET = shapely.box(138.0, 34.0, 138.001, 34.001)


def test_common_boundaries_stay_common_and_no_island_is_lost() -> None:
    bent = shapely.LineString([(140, 35), (140.0001, 35.01), (139.9999, 35.02), (140, 36)])
    left = shapely.Polygon([(139, 35), *bent.coords, (139, 36)])
    right = shapely.Polygon([(141, 35), *bent.coords, (141, 36)])
    light = reduced([shapely.MultiPolygon([left, ISLET]), shapely.MultiPolygon([right])])
    assert len(shapely.get_parts(light[0])) == 2
    assert shapely.intersection(*light).area == pytest.approx(0, abs=1e-12)
    assert shapely.get_num_coordinates(light[1]) < shapely.get_num_coordinates(right)


def test_the_files_hold_every_municipality_in_the_order_of_the_codes() -> None:
    files = map_files({"13102": EAST, "13101": WEST}, {"13101": "西", "13102": "東"})
    assert set(files) == {"areas.geojson", "marks.json", "00.json", "13.json"}
    features = json.loads(files["areas.geojson"])["features"]
    assert [feature["properties"] for feature in features] == [
        {"i": 0, "c": "13101", "n": "西"},
        {"i": 1, "c": "13102", "n": "東"},
    ]
    marks = json.loads(files["marks.json"])
    assert [WEST, EAST][marks[1]["i"]].contains(shapely.Point(marks[1]["p"]))


def test_a_border_is_what_two_have_in_common_and_no_coast() -> None:
    border = inner_borders([WEST, EAST])
    assert border.length == pytest.approx(1)
    assert set(shapely.get_coordinates(border)[:, 0]) == {140}
    assert inner_borders([WEST]).is_empty


def test_a_camera_shows_the_whole_area() -> None:
    view = camera((139, 35, 141, 36), 500, 500)
    assert view.longitude == 140
    assert 35 < view.latitude < 36
    shown_degrees = 500 * 360 / (512 * 2**view.zoom)
    assert 2 < shown_degrees < 2.3


def test_a_pixel_at_zoom_zero_is_the_equator_divided_by_the_world() -> None:
    assert Camera(0, 0, 0).km_per_px == pytest.approx(40_075.017 / 512)
    assert Camera(0, 60, 1).km_per_px == pytest.approx(40_075.017 / 512 / 2 * math.cos(math.radians(60)))


def test_rocks_far_out_at_sea_do_not_make_a_municipality_small() -> None:
    with_rock = shapely.MultiPolygon([shapely.box(139, 35, 140, 36), shapely.box(153, 24, 153.01, 24.01)])
    assert window([with_rock]) == (139, 35, 140, 36)
    with_island = shapely.MultiPolygon([shapely.box(139, 35, 140, 36), shapely.box(140.5, 35, 140.6, 35.1)])
    assert window([with_island]) == (139, 35, 140.6, 36)


def test_far_islands_are_left_out_unless_they_are_asked_for() -> None:
    near = [shapely.MultiPolygon([shapely.box(139 + x, 35, 139.9 + x, 36)]) for x in range(6)]
    far = shapely.MultiPolygon([shapely.box(160, 24, 161, 25)])
    assert window([*near, far])[2] == pytest.approx(144.9)
    assert together([window([*near, far]), window([far])]) == (139, 24, 161, 36)
    prefectures = windows({"13101": near[0], "13102": near[1], "47101": near[5]})
    assert prefectures["13"][2] == pytest.approx(140.9)
    assert together(prefectures.values())[2] == pytest.approx(144.9)
