#!/usr/bin/env bash
# topojson 2.2: an island smaller than the grid of prequantize vanishes, and a town of nothing else loses its shape.
#
# Guess: rounding to a grid moves a border; a small island becomes a point or a speck of one cell.
# Seen: over the extent of Japan prequantize=500 (cells of some 5 km) drops an island of 3 km from its town without a
# word, and the town that is nothing but the island has the type None and no arcs; to_gdf gives it no geometry. With
# 1,000,000, the default, all is there.
# So: count the parts of every town before and after, and choose the grid by the smallest island, not by the file.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile topojson==2.2 geopandas==1.2.0 pandas==3.1.1 numpy==2.4.6
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import sys


def expect(what, seen, known):
    print(f"{what}: {seen!r}")
    if seen != known:
        sys.exit(f"changed: {what} was {known!r}")


import geopandas
import topojson
from shapely.geometry import MultiPolygon, box

island, islet = box(139.255, 34.51, 139.285, 34.54), box(139.5, 34.305, 139.53, 34.335)
towns = geopandas.GeoDataFrame(
    {"town": ["mainland and islet", "island"]},
    geometry=[MultiPolygon([box(123, 24, 146, 46).difference(box(124, 25, 145, 45)), islet]), island],
    crs=4326,
)


def drawn(grid):
    made = topojson.Topology(towns, prequantize=grid)
    found = made.to_dict()["objects"]["data"]["geometries"]
    return made, [(each["type"], len(each.get("arcs") or ())) for each in found]


expect("fine", drawn(1e6)[1], [("MultiPolygon", 2), ("Polygon", 1)])
made, found = drawn(500)
expect("coarse", found, [("MultiPolygon", 1), (None, 0)])
back = made.to_gdf()
expect("read back", [None if each is None else each.geom_type for each in back.geometry], ["MultiPolygon", None])
PYTHON
echo "as known"
