#!/usr/bin/env bash
# duckdb 2.0.0: an ENUM is sorted by its own order but compared with text by the letters.
#
# Guess: in WHERE level <= '要介護1' the text is read as a value of the ENUM, as a date's text is read as a date.
# Seen: the ENUM becomes text. ORDER BY, min and max follow the declared order of the care levels (要支援1, 要支援2,
# 要介護1 …), but the comparison goes by code points, where 介 comes before 支: the two lower levels are left out,
# BETWEEN finds nothing, and coalesce(level, '') sorts by letters too. With ::level behind the text all is right.
# A pandas ordered Categorical that is queried becomes an ENUM and behaves the same.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile duckdb==2.0.0
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import sys


def expect(what, seen, known):
    print(f"{what}: {seen!r}")
    if seen != known:
        sys.exit(f"changed: {what} was {known!r}")


import duckdb

LEVELS = ["要支援1", "要支援2", "要介護1", "要介護2", "要介護3"]
duckdb.sql(f"create type level as enum {tuple(LEVELS)!r}")
duckdb.sql("create table person as select unnest(enum_range(null::level))::level as level")


def rows(rest):
    return [row[0] for row in duckdb.sql(f"select level from person {rest}").fetchall()]


expect("order by level", rows("order by level"), LEVELS)
expect("level <= '要介護1'", rows("where level <= '要介護1' order by level"), ["要介護1"])
expect("level <= '要介護1'::level", rows("where level <= '要介護1'::level order by level"), LEVELS[:3])
expect("between", rows("where level between '要支援2' and '要介護1'"), [])
expect("order by coalesce", rows("order by coalesce(level, '')"), [*LEVELS[2:], *LEVELS[:2]])
PYTHON
echo "as known"
