#!/usr/bin/env bash
# jismesh 2.1.0 with numpy 2.4.6: a place alone and the same place in an array may be in two meshes.
#
# Guess: to_meshcode is the same for one place and for an array of places, of any length.
# Seen: two implementations stand behind it. 35.6892 and 139.5625, on the line between two third meshes, is in
# 53394425 alone (right: a line belongs to the mesh east of it) and in 53394424 in an array. Of 20,000 places with
# four decimals 17 differ. An array of one place raises AttributeError, for numpy.asscalar is gone since numpy 1.23:
# a table that is filtered down to one row fails.
# So: call it place by place, or divide the degrees oneself with whole numbers.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile jismesh==2.1.0 numpy==2.4.6
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import sys


def expect(what, seen, known):
    print(f"{what}: {seen!r}")
    if seen != known:
        sys.exit(f"changed: {what} was {known!r}")


import numpy as np
from jismesh.utils import to_meshcode

expect("alone", int(to_meshcode(35.6892, 139.5625, 3)), 53394425)
both = to_meshcode(np.array([35.6892, 36.0]), np.array([139.5625, 139.0]), 3)
expect("in an array", [int(code) for code in both], [53394424, 54390000])
draw = np.random.default_rng(0)
north, east = draw.uniform(30, 45, 20_000).round(4), draw.uniform(130, 145, 20_000).round(4)
alone = np.array([int(to_meshcode(float(y), float(x), 3)) for y, x in zip(north, east, strict=True)])
expect("differ of 20,000", int((alone != to_meshcode(north, east, 3)).sum()), 17)
try:
    found = int(to_meshcode(np.array([36.0]), np.array([139.0]), 3)[0])
except AttributeError as error:
    found = "asscalar" in str(error)
expect("array of one place raises for asscalar", found, True)
PYTHON
echo "as known"
