"""Boundaries as the browser gets them: one light file for the whole country, fetched once."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely

from carecompare.tables import NATION

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

# West, south, east and north in degrees.
Bounds = tuple[float, float, float, float]
# In degrees: corners that matter less than a triangle with sides of about this size are left out.
COARSE, FINE = 0.006, 0.003
# Whose shape would change by a larger share than this keeps its finer outline.
MOST_CHANGED = 0.05
DECIMALS = 4
# Half the height of a dot: in degrees, and beside the radius of the largest circle inside the municipality.
LARGEST_DOT, DOT_SHARE = 0.012, 0.3
# deck.gl's world is 512 px wide at zoom 0.
WORLD_PX = 512.0
DEGREES = 360.0
EQUATOR_KM = 40_075.017
MARGIN = 0.92
# Times the distance of the third quartile from the middle.
FAR = 3.5
# A part of a municipality that is smaller than this share of its largest, and farther from it than that is
# wide, does not widen the picture.
SMALL_PART = 0.1


@dataclass(frozen=True)
class Camera:
    """Where a map looks.

    Parameters
    ----------
    longitude, latitude : float
        Middle of the picture in degrees.
    zoom : float
        Of deck.gl: each step doubles the size.
    """

    longitude: float
    latitude: float
    zoom: float

    @property
    def km_per_px(self) -> float:
        """Return the kilometres that one pixel shows in the middle of the picture."""
        return EQUATOR_KM * math.cos(math.radians(self.latitude)) / (WORLD_PX * 2**self.zoom)


def reduced(shapes: Sequence[shapely.Geometry]) -> list[shapely.Geometry]:
    """Return outlines with fewer corners; common boundaries stay common and no island is lost.

    Parameters
    ----------
    shapes : sequence of geometry
        Polygons in degrees that border on each other.

    Returns
    -------
    list of geometry
        None differs from its original by more than a twentieth of its area.

    References
    ----------
    Visvalingam, M., Whyatt, J. D. (1993): Line generalisation by repeated elimination of points.
    """
    given = np.array(shapes, dtype=object)
    coarse = shapely.coverage_simplify(given, COARSE)
    changed = shapely.area(shapely.symmetric_difference(coarse, given)) / shapely.area(given)
    return list(np.where(changed > MOST_CHANGED, shapely.coverage_simplify(given, FINE), coarse))


def map_files(boundaries: Mapping[str, shapely.Geometry], names: Mapping[str, str]) -> dict[str, bytes]:
    """Return the files that maps of the country draw.

    Parameters
    ----------
    boundaries : mapping of str to geometry
        Polygon of each municipality in degrees.
    names : mapping of str to str
        What each is called on the map.

    Returns
    -------
    dict of str to bytes
        ``areas.geojson``: a municipality per feature in the order of the codes, with its place in that order
        as ``i``, its code as ``c`` and its name as ``n``, and the place of its colour as ``k``; then a dot in
        each, alike but for ``k``: a layer of its own would cost a program of its own on the graphics card.
        ``00.json``: pieces of line from ``a`` to ``b``, of the borders between prefectures;
        ``<prefecture>.json``: of those between its municipalities.
    """
    codes = sorted(boundaries)
    light = reduced([boundaries[code] for code in codes])
    members: dict[str, list[shapely.Geometry]] = {}
    for code, shape in zip(codes, light, strict=True):
        members.setdefault(code[:2], []).append(shape)
    files: dict[str, object] = {
        "areas.geojson": collection(
            feature(drawn, i=place, c=code, n=names[code], k=place + first)
            for shapes, first in ((light, 0), ([_dot(shape) for shape in light], len(codes)))
            for place, (code, drawn) in enumerate(zip(codes, shapes, strict=True))
        ),
    }
    wide = inner_borders([shapely.union_all(each) for each in members.values()])
    files[f"{NATION}.json"] = pieces(wide)
    for prefecture, shapes in members.items():
        files[f"{prefecture}.json"] = pieces(inner_borders(shapes))
    return {
        name: json.dumps(content, separators=(",", ":"), ensure_ascii=False).encode()
        for name, content in files.items()
    }


def inner_borders(shapes: Sequence[shapely.Geometry]) -> shapely.Geometry:
    """Return the lines that two of the shapes have in common: borders without the coast."""
    tree = shapely.STRtree(shapes)
    one, other = tree.query(shapes, predicate="intersects")
    pairs = one < other
    outlines = shapely.boundary(np.array(shapes, dtype=object))
    shared = shapely.intersection(outlines[one[pairs]], outlines[other[pairs]])
    lines = [part for part in shapely.get_parts(shared) if part.geom_type == "LineString"]
    return shapely.line_merge(shapely.multilinestrings(lines)) if lines else shapely.MultiLineString()


def pieces(shape: shapely.Geometry, **properties: object) -> list[dict[str, object]]:
    """Return a shape's lines in straight pieces: of all that can be drawn, they cost a browser least.

    Parameters
    ----------
    shape : geometry
        Polygons or lines in degrees.
    **properties : object
        Of every piece.

    Returns
    -------
    list of dict
        ``a`` and ``b``, both ends of each piece, and the properties.
    """
    lines = shapely.get_parts(shapely.boundary(shape) if shape.geom_type.endswith("Polygon") else shape)
    runs = (shapely.get_coordinates(line).round(DECIMALS).tolist() for line in shapely.get_parts(lines))
    return [{"a": start, "b": stop, **properties} for run in runs for start, stop in pairwise(run)]


def _dot(shape: shapely.Geometry) -> shapely.Polygon:
    """Return a diamond in the widest place of a municipality, small beside it."""
    parts = shapely.get_parts(shape)
    widest = shapely.maximum_inscribed_circle(parts[shapely.area(parts).argmax()])
    x, y = shapely.get_coordinates(widest)[0].tolist()
    high = min(LARGEST_DOT, DOT_SHARE * widest.length)
    wide = high / math.cos(math.radians(y))
    return shapely.Polygon([(x - wide, y), (x, y - high), (x + wide, y), (x, y + high)])


def collection(features: Iterable[dict[str, object]]) -> dict[str, object]:
    """Return features as GeoJSON."""
    return {"type": "FeatureCollection", "features": list(features)}


def feature(shape: shapely.Geometry, **properties: object) -> dict[str, object]:
    """Return a polygon as a GeoJSON feature, its corners to about ten metres."""
    polygons = [
        [shapely.get_coordinates(ring).round(DECIMALS).tolist() for ring in (part.exterior, *part.interiors)]
        for part in shapely.get_parts(shape)
    ]
    geometry = {"type": "MultiPolygon", "coordinates": polygons}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def camera(bounds: Bounds, width_px: float, height_px: float, closest: float = 13.0) -> Camera:
    """Return the camera that shows a whole area.

    Parameters
    ----------
    bounds : Bounds
        What is shown.
    width_px, height_px : float
        Size of the picture.
    closest : float
        Zoom that is not exceeded.

    Returns
    -------
    Camera
        With a little room around the area, in the projection of the map (Mercator).
    """
    west, south, east, north = bounds
    low, high = _mercator(south), _mercator(north)
    wide, tall = max(east - west, 1e-6) / DEGREES, max(high - low, 1e-9)
    zoom = math.log2(min(width_px * MARGIN / wide, height_px * MARGIN / tall) / WORLD_PX)
    return Camera((west + east) / 2, _latitude((low + high) / 2), min(zoom, closest))


def seen(camera: Camera, width_px: float, height_px: float) -> Bounds:
    """Return the part of the country that a picture of a size shows.

    Parameters
    ----------
    camera : Camera
        Where it looks.
    width_px, height_px : float
        Size of the picture.

    Returns
    -------
    Bounds
        West, south, east, north in degrees.
    """
    world_px = WORLD_PX * 2**camera.zoom
    wide, tall = width_px / world_px * DEGREES / 2, height_px / world_px / 2
    middle = _mercator(camera.latitude)
    return (
        camera.longitude - wide,
        _latitude(middle - tall),
        camera.longitude + wide,
        _latitude(middle + tall),
    )


def window(shapes: Sequence[shapely.Geometry]) -> Bounds:
    """Return the part of the country that shows the bulk of some municipalities.

    Parameters
    ----------
    shapes : sequence of geometry
        Polygons in degrees, at least one.

    Returns
    -------
    Bounds
        Rocks far out at sea and a few far islands do not make the rest small.
    """
    main = [_main_parts(shape) for shape in shapes]
    centres = np.array([shapely.get_coordinates(shapely.centroid(shape))[0] for shape in main])
    distances = np.hypot(*(centres - np.median(centres, axis=0)).T)
    near = distances <= max(FAR * float(np.quantile(distances, 0.75)), 1e-9)
    shown = [shape.bounds for shape, is_near in zip(main, near, strict=True) if is_near]
    return together(shown)


def windows(shapes: Mapping[str, shapely.Geometry]) -> dict[str, Bounds]:
    """Return the part of the country that shows the bulk of each prefecture.

    Parameters
    ----------
    shapes : mapping of str to geometry
        Polygon of each municipality by its code.

    Returns
    -------
    dict of str to Bounds
        By prefecture.
    """
    members: dict[str, list[shapely.Geometry]] = {}
    for code, shape in shapes.items():
        members.setdefault(code[:2], []).append(shape)
    return {prefecture: window(each) for prefecture, each in members.items()}


def together(bounds: Collection[Bounds]) -> Bounds:
    """Return the part of the country that shows several parts."""
    west, south, east, north = np.array(list(bounds)).T
    return float(west.min()), float(south.min()), float(east.max()), float(north.max())


def _main_parts(shape: shapely.Geometry) -> shapely.Geometry:
    parts = shapely.get_parts(shape)
    sizes = shapely.area(parts)
    largest = parts[sizes.argmax()]
    is_near = shapely.distance(parts, largest) <= math.sqrt(sizes.max())
    return shapely.multipolygons(parts[is_near | (sizes >= SMALL_PART * sizes.max())])


def _mercator(latitude: float) -> float:
    """Return the height on the map as a share of the world's width."""
    return math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)) / (2 * math.pi)


def _latitude(height: float) -> float:
    return math.degrees(2 * math.atan(math.exp(height * 2 * math.pi)) - math.pi / 2)
