#!/usr/bin/env bash
# pandas 3.1.1 with pyarrow 26.0.1: .str.isdigit and .str.isnumeric of the str dtype are not those of Python.
#
# Guess: the same text gives the same answer whichever dtype holds it, as .str.isdecimal and \d do.
# Seen: of the str dtype, ½, ㊿ and ㈠ are digits (Python, and the object dtype: no; int() refuses them), and the
# numerals 一, 壱 and 十二 are not numeric (Python: they are). Full-width ３ and ① agree.
# So: a column in which a text was found "numeric" before pandas 3 may not be one any more, and isdigit is no
# guard before int(); isdecimal is.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile pandas==3.1.1 pyarrow==26.0.1 numpy==2.4.6
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import sys


def expect(what, seen, known):
    print(f"{what}: {seen!r}")
    if seen != known:
        sys.exit(f"changed: {what} was {known!r}")


import pandas as pd

CELLS = ["３", "①", "½", "㊿", "㈠", "一", "壱", "十二"]
now, before = pd.Series(CELLS, dtype="str"), pd.Series(CELLS, dtype=object)
expect("storage", now.dtype.storage, "pyarrow")
for name, known in (("isdigit", ["½", "㊿", "㈠"]), ("isnumeric", ["一", "壱", "十二"]), ("isdecimal", [])):
    differ = getattr(now.str, name)().to_numpy(dtype=bool) != getattr(before.str, name)().to_numpy(dtype=bool)
    expect(f"{name} differs for", [cell for cell, d in zip(CELLS, differ, strict=True) if d], known)
expect("isdigit('½') of the str dtype", bool(now.str.isdigit()[2]), True)
expect("isnumeric('壱') of the str dtype", bool(now.str.isnumeric()[6]), False)
PYTHON
echo "as known"
