#!/usr/bin/env bash
# csvw 4.1.1: headings given by language are not found by its table reader, though its validator finds them.
#
# Guess: {"titles": {"ja": "値"}}, which the recommendation allows, reads like {"titles": "値"}.
# Seen: Table.iterdicts warns of an unspecified column, gives every declared column None and hands the cells on as
# text under their headings: datatype, null and required are never looked at. CSVW(...) of the same package
# and the same files says valid and gives 3 as a number. With a text or a list of texts both agree.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile csvw==4.1.1
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import sys


def expect(what, seen, known):
    print(f"{what}: {seen!r}")
    if seen != known:
        sys.exit(f"changed: {what} was {known!r}")


import json
import pathlib
import warnings

import csvw

warnings.simplefilter("ignore")


def read(code, value):
    pathlib.Path("t.csv").write_text("コード,値\n01,3\n", encoding="utf-8")
    said = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "ja"}],
        "url": "t.csv",
        "lang": "ja",
        "tableSchema": {
            "columns": [
                {"name": "code", "titles": code, "datatype": "string"},
                {"name": "value", "titles": value, "datatype": "integer"},
            ]
        },
    }
    path = pathlib.Path("t.csv-metadata.json")
    path.write_text(json.dumps(said), encoding="utf-8")
    rows = [dict(row) for row in csvw.Table.from_file(path).iterdicts()]
    whole = csvw.CSVW(str(path), validate=True)
    return rows, whole.is_valid, [dict(row) for row in whole.to_json(minimal=True)]


right = {"code": "01", "value": 3}
expect("text", read("コード", "値"), ([right], True, [right]))
expect("list", read(["コード"], ["値"]), ([right], True, [right]))
lost = {"コード": "01", "値": "3", "code": None, "value": None}
expect("by language", read({"ja": "コード"}, {"ja": "値"}), ([lost], True, [right]))
PYTHON
echo "as known"
