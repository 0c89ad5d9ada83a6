#!/usr/bin/env bash
# mapclassify 2.10.0 (PySAL): a town without a figure is put into the lowest class, and may take the highest ones along.
#
# Guess: a figure that is missing gets no class, or is refused.
# Seen: EqualInterval and UserDefined put it into class 0 without a word, among the lowest. Quantiles lose their upper
# limit (NaN), and the highest figures fall into class 0 as well; FisherJenks puts every town there. No warning in any.
# find_bin of fitted classes puts it into the highest class instead.
# So: leave out what is missing before classes are made, and colour it apart. Of a count that most towns have none of,
# Quantiles also make a class between 0 and 0.4 in which no town is.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile mapclassify==2.10.0 pandas==3.1.1 numpy==2.4.6
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import sys


def expect(what, seen, known):
    print(f"{what}: {seen!r}")
    if seen != known:
        sys.exit(f"changed: {what} was {known!r}")


import warnings

import mapclassify
import numpy as np

warnings.filterwarnings("error", message=".*(nan|NaN|missing).*")
figures = np.array([1.0, 2, np.nan, 4, 5, 6, 7, 8, 9])


def classes(made):
    return made.yb.tolist()


expect("equal steps", classes(mapclassify.EqualInterval(figures, k=3)), [0, 0, 0, 1, 1, 1, 2, 2, 2])
expect("the missing town in equal steps", classes(mapclassify.EqualInterval(figures, k=3))[2], 0)
expect("the missing town in given limits", classes(mapclassify.UserDefined(figures, bins=[3, 6]))[2], 0)
expect("thirds", classes(mapclassify.Quantiles(figures, k=3)), [0, 0, 0, 0, 1, 1, 1, 0, 0])
expect("natural breaks", classes(mapclassify.FisherJenks(figures, k=3)), [0] * 9)
expect("asked afterwards", mapclassify.Quantiles(np.arange(1.0, 5), k=2).find_bin([np.nan]).tolist(), [1])
counts = np.array([0.0] * 60 + list(range(1, 41)))
expect("towns in each fifth", mapclassify.Quantiles(counts, k=5).counts.tolist(), [60, 0, 20, 20])
PYTHON
echo "as known"
