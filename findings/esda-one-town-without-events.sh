#!/usr/bin/env bash
# esda 2.9.0 (PySAL): one town without residents takes the smoothed rate from all; one without events breaks the rest.
#
# Guess: a town with nobody, or with no events, concerns that town's rate alone.
# Seen: Empirical_Bayes with one town of 0 residents is NaN for every town. direct_age_standardization with one town
# without an event raises TypeError from inside scipy about a missing "df", for all towns; Fay and Feuer's limits have a
# lower end of 0 there. indirect_age_standardization gives the ratio 0 with an upper limit of NaN.
# So: towns without residents or events are taken out and said apart before rates are smoothed or standardised.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile esda==2.9.0 pandas==3.1.1 numpy==2.4.6
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import sys


def expect(what, seen, known):
    print(f"{what}: {seen!r}")
    if seen != known:
        sys.exit(f"changed: {what} was {known!r}")


import numpy as np
from esda import smoothing

events, residents = np.array([0, 5, 10]), np.array([0, 100, 100])
expect("of three towns without a smoothed rate", int(np.isnan(smoothing.Empirical_Bayes(events, residents).r).sum()), 3)
kept = smoothing.Empirical_Bayes(events[1:], residents[1:]).r.ravel()
expect("without the empty one", int(np.isnan(kept).sum()), 0)

# Two towns of two ages each; the first has no events.
none, some = np.array([0, 0, 25, 33]), np.array([0, 1, 25, 33])
lived, standard = np.array([1000, 1000, 1100, 900]), np.array([1000.0, 900, 1000, 900])
try:
    smoothing.direct_age_standardization(none, lived, standard, 2)
except TypeError as problem:
    expect("directly, without events", "'df'" in str(problem), True)
else:
    sys.exit("changed: the direct rate of a town without events is given")
one = smoothing.direct_age_standardization(some, lived, standard, 2)[0]
expect("directly, with one event", [round(float(each), 6) for each in one], [0.000474, 1.2e-05, 0.002789])
usual = np.array([40.0, 50, 60, 70])
ratio, low, high = smoothing.indirect_age_standardization(none, lived, usual, standard, 2)[0]
expect("indirectly, without events", (float(ratio), float(low), bool(np.isnan(high))), (0.0, 0.0, True))
PYTHON
echo "as known"
