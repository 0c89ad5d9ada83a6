"""The outlines that are drawn: every municipality is there, in its place and of its size."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import shapely

from carecompare.build import fresh_map
from carecompare.sources import read_places

if TYPE_CHECKING:
    from carecompare.paths import Paths
    from carecompare.sources import Places

MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def places(paths: Paths) -> Places:
    return read_places(paths.figures)


@pytest.fixture(scope="module")
def features(paths: Paths) -> list[dict[str, Any]]:
    folder = fresh_map(paths)
    assert folder is not None
    held: list[dict[str, Any]] = json.loads((folder / "areas.geojson").read_bytes())["features"]
    return held


@pytest.fixture(scope="module")
def drawn(features: list[dict[str, Any]]) -> dict[str, shapely.Geometry]:
    return _shapes(features[: len(features) // 2])


def _shapes(features: list[dict[str, Any]]) -> dict[str, shapely.Geometry]:
    return {each["properties"]["c"]: shapely.geometry.shape(each["geometry"]) for each in features}


def test_every_municipality_keeps_its_polygons_and_its_size(
    places: Places, drawn: dict[str, shapely.Geometry]
) -> None:
    assert list(drawn) == sorted(places.names)
    assert len(drawn) == 1741
    for code, shape in drawn.items():
        whole = places.boundaries[code]
        assert shape.is_valid, code
        assert len(shapely.get_parts(shape)) == len(shapely.get_parts(whole)), code
        assert shape.symmetric_difference(whole).area < 0.06 * whole.area, code


def test_every_municipality_has_a_dot_of_its_own_small_and_inside(
    features: list[dict[str, Any]], drawn: dict[str, shapely.Geometry]
) -> None:
    dots = _shapes(features[len(features) // 2 :])
    assert list(dots) == list(drawn)
    for code, dot in dots.items():
        assert dot.area < 0.1 * drawn[code].area, code
        assert drawn[code].contains(dot), code


def test_the_islands_of_the_cases_are_all_there(drawn: dict[str, shapely.Geometry]) -> None:
    assert len(shapely.get_parts(drawn["43212"])) == 20
    assert drawn["46523"].area > 0.008


def test_the_outlines_are_light(paths: Paths) -> None:
    folder = fresh_map(paths)
    assert folder is not None
    # A fifth of it are the dots, which spare the graphics card a program of their own.
    assert (folder / "areas.geojson").stat().st_size < 2.3 * MEGABYTE
    assert sum(path.stat().st_size for path in folder.iterdir()) < 4 * MEGABYTE
    assert max(path.stat().st_size for path in folder.glob("[0-9][0-9].json")) < 0.3 * MEGABYTE
