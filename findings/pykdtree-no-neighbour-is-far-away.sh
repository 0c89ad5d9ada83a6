#!/usr/bin/env bash
# pykdtree 1.4.3: where there is no second neighbour, its distance is a finite number of 154 digits.
#
# Guess: as with scipy, a neighbour that is not there is at an infinite distance and has the number of points as index.
# Seen: a tree of one point asked for two neighbours gives 1.34e154 and the index 4294967295, and the same for a point
# whose position is NaN. Only with distance_upper_bound it is inf and the number of points. An infinite way tells
# "none in the country"; this one passes every test for finiteness and is ranked.
# So: ask for no more neighbours than there are points, or set an upper bound, and test the index.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile pykdtree==1.4.3 numpy==2.4.6
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import sys


def expect(what, seen, known):
    print(f"{what}: {seen!r}")
    if seen != known:
        sys.exit(f"changed: {what} was {known!r}")


import numpy as np
from pykdtree.kdtree import KDTree

one, here = np.array([[0.0, 0.0]]), np.array([[3.0, 4.0]])
far, places = KDTree(one).query(here, k=2)
expect("first and second of one", (float(far[0, 0]), f"{far[0, 1]:.2e}", bool(np.isfinite(far[0, 1]))), (5.0, "1.34e+154", True))
expect("their indices", places.tolist(), [[0, 4294967295]])
far, places = KDTree(one).query(here, k=2, distance_upper_bound=100)
expect("with an upper bound", (far.tolist(), places.tolist()), ([[5.0, float("inf")]], [[0, 1]]))
far, _ = KDTree(one).query(np.array([[np.nan, 4.0]]), k=1)
expect("of a place that is not known", bool(np.isfinite(far[0])), True)
PYTHON
echo "as known"
