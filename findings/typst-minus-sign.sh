#!/usr/bin/env bash
# typst 0.15.2 for Python: str() of a negative number has the sign U+2212, not the hyphen that JSON or repr has.
#
# Guess: str(-1) is "-1", the same text as the key "-1" of a dictionary that came as JSON.
# Seen: str(-1), str(decimal("-1.5")) and the number set in the text have U+2212; repr and json.encode have the
# hyphen. A dictionary read from JSON, asked at(str(-1)), is said to have no such key, and a table copied
# from the PDF has numbers that a spreadsheet takes for text. Typst's own float() and int() read both signs.
# So: numbers that go out again as text are written before they come to typst.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile typst==0.15.2
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import sys


def expect(what, seen, known):
    print(f"{what}: {seen!r}")
    if seen != known:
        sys.exit(f"changed: {what} was {known!r}")


import json

import typst


def one(what):
    return json.loads(typst.query(f"#metadata({what})<a>".encode(), "<a>", field="value", one=True))


expect("str(-1)", one("str(-1)"), "\u22121")
expect("str(decimal)", one('str(decimal("-1.5"))'), "\u22121.5")
expect("the number in the text", one("[#(-1.5)]")["text"], "\u22121.5")
expect("repr(-1)", one("repr(-1)"), "-1")
expect("a key of JSON", one('json(bytes("{\\"-1\\": 5}")).at(str(-1), default: "no such key")'), "no such key")
expect("read back", one("int(str(-1))"), -1)
PYTHON
echo "as known"
