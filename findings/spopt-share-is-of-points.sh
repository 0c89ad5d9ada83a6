#!/usr/bin/env bash
# spopt 0.7.0 (PySAL): the site that covers most residents is found, and the share it reports is one of points.
#
# Guess: MCLP weighs points by residents, so perc_cov is the share of residents that are covered.
# Seen: the site is chosen by residents, but perc_cov counts points: three hamlets of 10 persons and a town of 970, the
# town covered, are 25 %, not 97 %. The share of residents has to be taken from fac2cli.
# So: never print perc_cov beside a map of persons; points are not people.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile spopt==0.7.0 pandas==3.1.1 numpy==2.4.6
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import sys


def expect(what, seen, known):
    print(f"{what}: {seen!r}")
    if seen != known:
        sys.exit(f"changed: {what} was {known!r}")


import numpy as np
import pulp
from spopt.locate import MCLP

minutes = np.array([[5.0, 60], [60, 10], [60, 12], [60, 14]])
residents = np.array([970, 10, 10, 10])
made = MCLP.from_cost_matrix(minutes, residents, service_radius=30, p_facilities=1)
solved = made.solve(pulp.PULP_CBC_CMD(msg=False))
expect("points of each site", solved.fac2cli, [[0], []])
expect("reported", solved.perc_cov, 25.0)
expect("of residents", float(residents[solved.fac2cli[0]].sum() / residents.sum() * 100), 97.0)
PYTHON
echo "as known"
