#!/usr/bin/env bash
# frictionless 5.21.0: the codes of more than a quarter of all municipalities lose their leading zero, and the table is valid.
#
# Guess: a column where every text begins with 0 is no number, so it is described as a string.
# Seen: describe() calls 01100, 02201 … 09201 an integer, with five or six digits alike; rows hold 1100, and written to CSV
# again they are 1100; validate() finds nothing to say. A single code with a letter makes the column a string.
# So: give the schema {"name": "code", "type": "string"} with whatever is published; a code is never read as a number.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile frictionless==5.21.0
cd "$folder"
printf 'code,town\n01100,札幌市\n02201,青森市\n07546,双葉町\n' > towns.csv
printf 'code,town\n011002,札幌市\n022012,青森市\n075469,双葉町\n' > six.csv
"$folder/venv/bin/python" - <<'PYTHON'
import sys


def expect(what, seen, known):
    print(f"{what}: {seen!r}")
    if seen != known:
        sys.exit(f"changed: {what} was {known!r}")


from frictionless import Resource, describe, validate

for name, code in (("towns.csv", 1100), ("six.csv", 11002)):
    expect(f"type in {name}", describe(name).schema.get_field("code").type, "integer")
    expect(f"first code in {name}", Resource(name).read_rows()[0]["code"], code)
    expect(f"{name} is valid", validate(name).valid, True)
Resource("towns.csv").write("again.csv")
print(open("again.csv", encoding="utf-8").read())
expect("second line written again", open("again.csv", encoding="utf-8").read().splitlines()[1], "1100,札幌市")
PYTHON
echo "as known"
