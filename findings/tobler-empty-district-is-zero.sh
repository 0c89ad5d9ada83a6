#!/usr/bin/env bash
# tobler 0.13.0 (PySAL): a district in which no cell of the census lies has a share of 0.0, and cells at the edge are
# counted whole.
#
# Guess: what no source covers has no figure; and of a cell that lies half outside, half its residents are counted.
# Seen: such a district gets 0.0 residents and a share of 0.0, like one where nobody is old. Of a cell half inside all
# residents are counted unless allocate_total=False is said. A cell whose figure is suppressed (NaN) raises ValueError
# ("assignment destination is read-only") with pandas 3, where it was set to 0 with pandas 2.
# So: test which districts are covered before a share is read, and decide on suppressed cells oneself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile tobler==0.13.0 geopandas==1.2.0 pandas==3.1.1 numpy==2.4.6
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import sys


def expect(what, seen, known):
    print(f"{what}: {seen!r}")
    if seen != known:
        sys.exit(f"changed: {what} was {known!r}")


import geopandas
import numpy as np
from shapely.geometry import box
from tobler.area_weighted import area_interpolate

cells = geopandas.GeoDataFrame(
    {"persons": [100.0, 60.0], "aged": [0.3, 0.5], "suppressed": [10.0, np.nan]},
    geometry=[box(0, 0, 1, 1), box(1, 0, 2, 1)],
    crs=6677,
)
districts = geopandas.GeoDataFrame(geometry=[box(0, 0, 2, 1), box(5, 5, 6, 6)], crs=6677)
found = area_interpolate(cells, districts, extensive_variables=["persons"], intensive_variables=["aged"])
expect("residents", found["persons"].tolist(), [160.0, 0.0])
expect("share", [round(each, 2) for each in found["aged"]], [0.4, 0.0])
half = geopandas.GeoDataFrame(geometry=[box(0, 0, 0.5, 1)], crs=6677)
expect("of half a cell", area_interpolate(cells, half, extensive_variables=["persons"])["persons"].tolist(), [100.0])
shared = area_interpolate(cells, half, extensive_variables=["persons"], allocate_total=False)
expect("of half a cell, when asked", shared["persons"].tolist(), [50.0])
try:
    area_interpolate(cells, districts, extensive_variables=["suppressed"])
except ValueError as problem:
    expect("a suppressed cell", str(problem), "assignment destination is read-only")
else:
    sys.exit("changed: a suppressed cell is taken")
PYTHON
echo "as known"
