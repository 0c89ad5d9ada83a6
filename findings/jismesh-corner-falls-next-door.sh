#!/usr/bin/env bash
# jismesh 2.1.0: the south-west corner that it gives for a mesh lies, for most meshes, in another mesh.
#
# Guess: a mesh's corner belongs to the mesh, so to_meshcode(*to_meshpoint(code, 0, 0)) gives the code back.
# Seen: of the 6,400 third meshes (1 km) of primary mesh 5339, 5,920 come back as a neighbour to the south or the
# west. 53390000 comes back as 52397090: its corner is given as 35.33333333333333, which is below 35 1/3. The centre
# always comes back right.
# So: hand on the centre (0.5, 0.5) of a mesh, never its corner.
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
from jismesh.utils import to_meshcode, to_meshpoint

expect("corner of 53390000", tuple(float(x) for x in to_meshpoint(53390000, 0, 0)), (35.33333333333333, 139.0))
expect("mesh of that corner", int(to_meshcode(*to_meshpoint(53390000, 0, 0), 3)), 52397090)
codes = np.array(
    [
        53390000 + 1000 * a + 100 * b + 10 * c + d
        for a in range(8) for b in range(8) for c in range(10) for d in range(10)
    ]
)
for where, known in ((0.0, 5920), (0.5, 0)):
    back = to_meshcode(*to_meshpoint(codes, where, where), 3)
    expect(f"of {len(codes)} meshes, in another at {where} of side", int((back != codes).sum()), known)
PYTHON
echo "as known"
