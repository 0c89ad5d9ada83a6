#!/usr/bin/env bash
# jeraconv 0.2.1: 平成37年, as every plan written before 2019 calls 2025, is a year that does not exist.
#
# Guess: an era is counted on, so 平成37年 is 2025, perhaps with a warning.
# Seen: J2W().convert raises a ValueError for 平成32年 (2020) and later, and for 昭和65年; 平成31年 and 令和元年 are both
# 2019. A fiscal year (令和7年度) and a date (平成31年5月1日) are refused as well, with other words.
# So: projections and plans of 2013 to 2018 cannot be read with it. Their years are counted on from the era's first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile jeraconv==0.2.1
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import sys


def expect(what, seen, known):
    print(f"{what}: {seen!r}")
    if seen != known:
        sys.exit(f"changed: {what} was {known!r}")


from jeraconv import jeraconv

western = jeraconv.J2W()


def year(text):
    try:
        return western.convert(text)
    except ValueError as problem:
        return "does not exist" if "does not exist" in str(problem) else "refused"


for text, known in (
    ("平成31年", 2019),
    ("令和元年", 2019),
    ("平成32年", "does not exist"),
    ("平成37年", "does not exist"),
    ("昭和65年", "does not exist"),
    ("令和7年度", "refused"),
    ("平成31年5月1日", "refused"),
):
    expect(text, year(text), known)
PYTHON
echo "as known"
