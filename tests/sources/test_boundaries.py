"""Who borders on whom, from arcs that two municipalities share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.catalog import load_catalog
from carecompare.paths import project_paths
from carecompare.sources import read_file, read_places
from carecompare.sources.publishers.boundaries import neighbours

if TYPE_CHECKING:
    from pathlib import Path


def drawn(code: str, *arcs: int) -> dict[str, object]:
    return {"type": "Polygon", "arcs": [list(arcs)], "properties": {"lg_code_5": code}}


def test_areas_that_draw_the_same_arc_are_neighbours_in_both_directions() -> None:
    pairs = neighbours([drawn("01100", 0, 1), drawn("01202", ~1, 2), drawn("01203", 3)])
    assert pairs.to_numpy().tolist() == [["01100", "01202"], ["01202", "01100"]]


def test_a_hole_is_a_boundary_with_what_lies_in_it() -> None:
    around = {"type": "MultiPolygon", "arcs": [[[4]], [[5], [6]]], "properties": {"lg_code_5": "01100"}}
    assert neighbours([around, drawn("01202", ~6)])["neighbour"].tolist() == ["01202", "01100"]


def test_the_published_file_gives_the_neighbours_that_are_shipped(official: Path) -> None:
    paths = project_paths()
    known = read_places(paths.figures)
    path = official / "boundaries" / "ja_municipality_area.topojson"
    reading = read_file(path, load_catalog(paths.catalog), "2025-01-01", known)
    assert reading.places is not None
    assert reading.places.neighbours.equals(known.neighbours)
