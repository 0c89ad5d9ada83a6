#!/usr/bin/env bash
# csvw 4.1.1: names of encodings are Python's, not those of the recommendation (the Encoding Standard's).
#
# Guess: "encoding": "Shift_JIS" and "windows-31j" are one encoding, that of Japanese Windows.
# Seen: windows-31j and x-sjis are said to be no valid value and the file is read as UTF-8, which raises; Shift_JIS is
# Python's narrow one, which raises at ① and 髙. ms_kanji, a label of the Encoding Standard that Python knows for its
# cp932, reads everything, and so does cp932, which is no label there.
# So: describe such a file as ms_kanji, or better convert it to UTF-8 first.
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


def read(encoding, name):
    pathlib.Path("t.csv").write_bytes(f"town\n{name}\n".encode("cp932"))
    said = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": "t.csv",
        "dialect": {"encoding": encoding},
        "tableSchema": {"columns": [{"name": "town", "titles": "town"}]},
    }
    path = pathlib.Path("t.csv-metadata.json")
    path.write_text(json.dumps(said), encoding="utf-8")
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        try:
            found = next(iter(csvw.Table.from_file(path).iterdicts()))["town"]
        except UnicodeDecodeError as error:
            found = f"cannot be read as {error.encoding}"
    return found, any("Invalid value" in str(each.message) for each in warned)


expect("windows-31j, 甲町", read("windows-31j", "甲町"), ("cannot be read as utf-8", True))
expect("x-sjis, 甲町", read("x-sjis", "甲町"), ("cannot be read as utf-8", True))
expect("Shift_JIS, 甲町", read("Shift_JIS", "甲町"), ("甲町", False))
expect("Shift_JIS, ①髙町", read("Shift_JIS", "①髙町"), ("cannot be read as shift_jis", False))
expect("ms_kanji, ①髙町", read("ms_kanji", "①髙町"), ("①髙町", False))
PYTHON
echo "as known"
