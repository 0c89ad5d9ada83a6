#!/usr/bin/env bash
# access 1.1.10.post3 (PySAL): a town that no supply reaches has no figure by one method and zero by the next.
#
# Guess: the two-step floating catchment area and its enhanced form treat alike a town within whose limit there is
# nothing: both zero, or both missing.
# Seen: two_stage_fca gives NaN, enhanced_two_stage_fca with the same limit 0.0, raam a number as for any other. A town
# without residents that alone reaches a supply gets inf by both.
# So: say of each figure what "nothing in reach" is before towns are ranked; a mean over such a column drops the worst
# off towns in one method and counts them in the other.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile access==1.1.10.post3 pandas==3.1.1 numpy==2.4.6
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import sys


def expect(what, seen, known):
    print(f"{what}: {seen!r}")
    if seen != known:
        sys.exit(f"changed: {what} was {known!r}")


import logging

import numpy as np
import pandas as pd
from access import Access, weights

logging.disable(logging.CRITICAL)
towns = pd.DataFrame({"town": [1, 2, 3, 4], "persons": [100.0, 200.0, 300.0, 0.0]})
offices = pd.DataFrame({"office": [11, 12, 13], "places": [10.0, 20.0, 5.0]})
# Town 3 is 45 minutes from the only office it has a way to; nobody lives in town 4.
ways = pd.DataFrame(
    {"from": [1, 1, 2, 2, 3, 4], "to": [11, 12, 11, 12, 12, 13], "minutes": [10.0, 30, 30, 31, 45, 5]}
)


def access():
    return Access(
        demand_df=towns, demand_index="town", demand_value="persons",
        supply_df=offices, supply_index="office", supply_value="places",
        cost_df=ways, cost_origin="from", cost_dest="to", cost_name="minutes",
    )


def figures(table):
    return [None if np.isnan(each) else round(float(each), 4) for each in table.iloc[:, 0]]


step = weights.step_fn({30: 1})
expect("two-step", figures(access().two_stage_fca(max_cost=30)), [0.2333, 0.0333, None, float("inf")])
expect("enhanced", figures(access().enhanced_two_stage_fca(weight_fn=step)), [0.2333, 0.0333, 0.0, float("inf")])
expect("weighted by both", figures(access().three_stage_fca(weight_fn=step))[2:], [0.0, float("inf")])
expect("RAAM of town 3 is a number", figures(access().raam())[2] is not None, True)
PYTHON
echo "as known"
