#!/usr/bin/env bash
# pyogrio 0.13.0 (GDAL 3.12.4, behind geopandas): a Shapefile with a Japanese heading cannot be read back.
#
# Guess: a heading is shortened to what fits into 10 bytes, with a warning, and the file opens again.
# Seen: written in the default UTF-8, a heading of four letters or more is cut after 10 bytes, in the middle of
# the fourth letter, and reading the file raises UnicodeDecodeError. Three letters are kept. With
# encoding="CP932" five letters fit and the file opens. With encoding="Shift_JIS" ① and 髙 are
# left out of a name, and so is a full-width tilde: 1～3 in full width becomes 13.
# So: name the columns of a Shapefile in ASCII and ask for CP932, or use GeoPackage.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile pyogrio==0.13.0 shapely==2.2.0 numpy==2.4.6
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import sys


def expect(what, seen, known):
    print(f"{what}: {seen!r}")
    if seen != known:
        sys.exit(f"changed: {what} was {known!r}")


import warnings

import numpy as np
import shapely
from pyogrio import raw

warnings.simplefilter("ignore")
POINT = shapely.to_wkb(np.array([shapely.Point(0, 0)]))


def back(heading, name, encoding):
    names = np.array([name], dtype=object)
    raw.write("towns.shp", POINT, [names], [heading], geometry_type="Point", crs=None, encoding=encoding)
    try:
        said, _, _, columns = raw.read("towns.shp")
    except UnicodeDecodeError:
        return "UnicodeDecodeError"
    return str(said["fields"][0]), columns[0][0]


expect("UTF-8, 市町村", back("市町村", "甲町", "UTF-8"), ("市町村", "甲町"))
expect("UTF-8, 市区町村", back("市区町村", "甲町", "UTF-8"), "UnicodeDecodeError")
expect("default, 市区町村", back("市区町村", "甲町", None), "UnicodeDecodeError")
expect("CP932, 市区町村の名前", back("市区町村の名前", "①髙町", "CP932"), ("市区町村の", "①髙町"))
expect("Shift_JIS, ①髙町", back("市区町村", "①髙町", "Shift_JIS"), ("市区町村", "町"))
expect("Shift_JIS, １～３", back("市区町村", "１～３", "Shift_JIS"), ("市区町村", "１３"))
PYTHON
echo "as known"
