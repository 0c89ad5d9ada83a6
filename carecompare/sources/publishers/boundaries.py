"""Boundaries of the Digital Agency (TopoJSON) → a polygon per municipality, and the project's GeoJSON."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely
from shapely.geometry.polygon import orient

from carecompare.errors import SourceError
from carecompare.sources.files import sha256, text_of
from carecompare.sources.notes import Note
from carecompare.sources.reading import Reading
from carecompare.tables import NEIGHBOURS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from numpy.typing import NDArray

    from carecompare.catalog import Catalog
    from carecompare.sources.files import Head
    from carecompare.sources.places import Places


SOURCE = "boundaries"
CODE = "lg_code_5"
# Four decimals are 11 m; the publisher's own grid is 14 m.
DECIMALS = 4
_SMALLEST_RING = 4


def recognises(head: Head, catalog: Catalog) -> bool:  # noqa: ARG001 (readers are asked alike)
    """Return whether the file begins like a TopoJSON."""
    beginning = "".join(cell for row in head.rows[:3] for cell in row[:3])
    return beginning.lstrip().startswith("{") and "Topology" in beginning


def read(path: Path, catalog: Catalog, places: Places, as_of: str) -> Reading:  # noqa: ARG001 (readers are called alike)
    """Read the boundaries.

    Parameters
    ----------
    path : Path
        TopoJSON with one object whose geometries carry ``lg_code_5``.
    catalog : Catalog
        Not needed here.
    places : Places
        The municipalities of today.
    as_of : str
        Day of the boundaries, which the file does not state; empty for the first ones.

    Returns
    -------
    Reading
        With ``places``: a valid polygon in degrees for every municipality, no island left out, and who
        borders on whom.

    Raises
    ------
    SourceError
        If the file is no such TopoJSON, or a municipality has no polygon.

    References
    ----------
    Bostock, M., Metcalf, C.: The TopoJSON Format Specification (quantised, delta-encoded arcs).
    """
    try:
        topology = json.loads(text_of(path))
        arcs = _arcs(topology)
        (collection,) = topology["objects"].values()
        drawn = {
            geometry["properties"][CODE]: _polygon(geometry, arcs) for geometry in collection["geometries"]
        }
        pairs = neighbours(collection["geometries"])
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise SourceError("topojson_wrong", file=path.name) from error
    missing = sorted(places.names.keys() - drawn.keys())
    if missing:
        raise SourceError(
            "areas_missing", file=path.name, found=len(missing), expected=len(places.names), area=missing[0]
        )
    left_out = drawn.keys() - places.names.keys()
    notes = [Note("area_left_out", len(left_out), {"found": min(left_out)})] if left_out else []
    boundaries = {code: drawn[code] for code in sorted(places.names)}
    return Reading(
        SOURCE,
        path.name,
        sha256(path),
        as_of,
        places=replace(
            places,
            boundaries=boundaries,
            neighbours=pairs[pairs.isin(places.names.keys()).all(axis=1)].reset_index(drop=True),
        ),
        notes=tuple(notes),
    )


def neighbours(geometries: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Return which areas have a stretch of boundary in common: those drawn with the same arc.

    Parameters
    ----------
    geometries : sequence of mappings
        Of one object of a TopoJSON; a common boundary is stored once and referred to by both sides.

    Returns
    -------
    DataFrame
        NEIGHBOURS, in both directions, by code. Areas that meet only in a point, or across water, are
        none.
    """
    sides: dict[int, set[str]] = {}
    for geometry in geometries:
        for arc in _arc_numbers(geometry["arcs"]):
            sides.setdefault(arc, set()).add(geometry["properties"][CODE])
    pairs = {(one, other) for both in sides.values() for one in both for other in both if one != other}
    return pd.DataFrame(sorted(pairs), columns=list(NEIGHBOURS.columns), dtype="str")


def geojson(boundaries: Mapping[str, shapely.Geometry]) -> str:
    """Return the boundaries as GeoJSON: a line each, rings clockwise, the code as only property."""
    lines = (
        json.dumps(
            {
                "type": "Feature",
                "properties": {"code": code},
                "geometry": shapely.geometry.mapping(_clockwise(shape)),
            },
            separators=(",", ":"),
        )
        for code, shape in sorted(boundaries.items())
    )
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"


def shapes(text: str) -> dict[str, shapely.Geometry]:
    """Return the polygons of a GeoJSON written by :func:`geojson`, by code."""
    features = json.loads(text)["features"]
    return {each["properties"]["code"]: shapely.geometry.shape(each["geometry"]) for each in features}


def _arcs(topology: dict[str, Any]) -> list[NDArray[np.float64]]:
    scale = np.array(topology["transform"]["scale"], dtype=float)
    shift = np.array(topology["transform"]["translate"], dtype=float)
    return [np.cumsum(np.array(arc), axis=0) * scale + shift for arc in topology["arcs"]]


def _arc_numbers(rings: Sequence[Any]) -> Iterator[int]:
    """Yield the number of every arc, whichever way it is drawn."""
    for each in rings:
        if isinstance(each, int):
            yield max(each, ~each)
        else:
            yield from _arc_numbers(each)


def _ring(numbers: Sequence[int], arcs: Sequence[NDArray[np.float64]]) -> NDArray[np.float64]:
    parts = [arcs[number] if number >= 0 else arcs[~number][::-1] for number in numbers]
    return np.vstack([parts[0], *(part[1:] for part in parts[1:])])


def _polygon(geometry: Mapping[str, Any], arcs: Sequence[NDArray[np.float64]]) -> shapely.Geometry:
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    parts = []
    for rings in polygons:
        outer, *holes = (_ring(numbers, arcs).round(DECIMALS) for numbers in rings)
        if len(outer) >= _SMALLEST_RING:
            parts.append(shapely.Polygon(outer, [hole for hole in holes if len(hole) >= _SMALLEST_RING]))
    shape = shapely.MultiPolygon(parts)
    if shape.is_valid:
        return shape
    # Rounding can pinch a ring: keep the areas of the repaired shape, not the lines.
    repaired = shapely.make_valid(shape)
    areas = [part for part in shapely.get_parts(repaired) if part.geom_type.endswith("Polygon")]
    return shapely.multipolygons(shapely.get_parts(np.array(areas)))


def _clockwise(shape: shapely.Geometry) -> shapely.Geometry:
    return shapely.MultiPolygon([orient(part, -1) for part in shapely.get_parts(shape)])
