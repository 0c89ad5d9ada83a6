#!/usr/bin/env bash
# shapely 2.2.0 (GEOS 3.14.1): point_on_surface of a town in several parts may lie in a part of no size.
#
# Guess: the point for a label is in the largest part.
# Seen: it is in the middle of the widest horizontal section, so a low, wide island of 20 km² gets the label of a
# narrow, tall mainland of 200 km² ten times its size. The centroid, drawn between the parts, is in the sea.
# So: take the largest part first, then its maximum_inscribed_circle or its point_on_surface.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile shapely==2.2.0 numpy==2.4.6
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import sys


def expect(what, seen, known):
    print(f"{what}: {seen!r}")
    if seen != known:
        sys.exit(f"changed: {what} was {known!r}")


import shapely

mainland = shapely.box(0, 0, 2, 100)
island = shapely.box(10, 50, 20, 52)
town = shapely.union_all([mainland, island])
expect("parts", (town.geom_type, mainland.area, island.area), ("MultiPolygon", 200.0, 20.0))
expect("point on surface", shapely.point_on_surface(town).wkt, "POINT (15 51)")
expect("on the island", island.contains(shapely.point_on_surface(town)), True)
expect("centroid in the town", town.contains(town.centroid), False)
PYTHON
echo "as known"
