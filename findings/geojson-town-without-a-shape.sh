#!/usr/bin/env bash
# shapely 2.2.0 (GEOS 3.14.1) and topojson 2.2: a GeoJSON feature without a geometry stops the whole collection.
#
# Guess: "geometry": null, which RFC 7946 provides for a feature without a place, is read as None or passed over.
# Seen: shapely.from_geojson raises GEOSException of the parser ("cannot use at() with null"), also when one of many
# features has none; with on_invalid="ignore" the whole collection is None, not the one feature. topojson.Topology raises
# TypeError ('NoneType' object is not subscriptable). shapely.coverage_simplify, unlike most functions, does not pass
# None through either: ValueError about a reshape.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile shapely==2.2.0 topojson==2.2 numpy==2.4.6
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import sys


def expect(what, seen, known):
    print(f"{what}: {seen!r}")
    if seen != known:
        sys.exit(f"changed: {what} was {known!r}")


import json

import shapely
import topojson

square = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}
towns = {
    "type": "FeatureCollection",
    "features": [
        {"type": "Feature", "properties": {"name": "甲町"}, "geometry": square},
        {"type": "Feature", "properties": {"name": "所属未定地"}, "geometry": None},
    ],
}


def raised(work):
    try:
        return work()
    except Exception as error:  # noqa: BLE001 - which one is the finding
        return type(error).__name__


text = json.dumps(towns)
expect("shapely.from_geojson", raised(lambda: shapely.from_geojson(text)), "GEOSException")
expect("  on_invalid ignore", raised(lambda: shapely.from_geojson(text, on_invalid="ignore")), None)
expect("topojson.Topology", raised(lambda: topojson.Topology(towns)), "TypeError")
shapes = [shapely.box(0, 0, 1, 1), None, shapely.box(1, 0, 2, 1)]
expect("shapely.area with None", raised(lambda: len(shapely.area(shapes))), 3)
expect("shapely.coverage_simplify with None", raised(lambda: shapely.coverage_simplify(shapes, 0.1)), "ValueError")
del towns["features"][1]
expect("without that feature", shapely.from_geojson(json.dumps(towns)).geom_type, "GeometryCollection")
PYTHON
echo "as known"
