#!/usr/bin/env bash
# pydeck 0.9.3: what is no plain Python value is written without a word as something else.
#
# Guess: a DataFrame's dates become ISO text, numpy's numbers become numbers, or an error is raised.
# Seen: a column of dates becomes empty objects {}; np.int64(5) as a radius becomes the text "5", np.float64(5) is
# right, an array [1, 2, 3] as a colour becomes the text "[1 2 3]"; NaN is written as NaN, which is no JSON; and a
# plain text such as a font's name becomes an expression ("@@=IPAexGothic") unless it has quotes of its own.
# So: hand over lists of plain values, dates as text, missing as None, and pydeck.types.String for words.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile pydeck==0.9.3 pandas==3.1.1 numpy==2.4.6
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import sys


def expect(what, seen, known):
    print(f"{what}: {seen!r}")
    if seen != known:
        sys.exit(f"changed: {what} was {known!r}")


import json

import numpy as np
import pandas as pd
import pydeck


def layer(data, **options):
    made = pydeck.Deck(layers=[pydeck.Layer("TextLayer", data, id="a", **options)], map_provider=None)
    return made.to_json()


towns = pd.DataFrame({"day": pd.to_datetime(["2024-04-01"]), "count": [np.nan]})
expect("a date", json.loads(layer(towns[["day"]]))["layers"][0]["data"], [{"day": {}}])
plain = [{"town": "甲町"}]
for given, known in ((np.int64(5), "5"), (np.float64(5), 5.0), (np.array([1, 2, 3]), "[1 2 3]")):
    made = json.loads(layer(plain, get_size=given))["layers"][0]["getSize"]
    expect(f"{type(given).__name__} {given}", made, known)
expect("NaN in the text", "NaN" in layer(towns[["count"]]), True)
for given, known in (
    ("IPAexGothic", "@@=IPAexGothic"),
    ("'IPAexGothic'", "IPAexGothic"),
    (pydeck.types.String("IPAexGothic"), "IPAexGothic"),
):
    expect(f"font {given}", json.loads(layer(plain, font_family=given))["layers"][0]["fontFamily"], known)
PYTHON
echo "as known"
