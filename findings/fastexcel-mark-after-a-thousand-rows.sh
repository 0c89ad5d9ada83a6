#!/usr/bin/env bash
# fastexcel 0.21.0, alone and below polars 2.1.0: a mark of suppression in row 1,500 of 1,741 becomes an empty cell.
#
# Guess: a column of numbers with one "X" in it is read as text, wherever the mark stands, or the cell is reported.
# Seen: the kind of a column is decided by the first 1,000 rows; below them the mark is an empty cell without a word,
# while the same mark in row 3 makes the column text. A table of all 1,741 municipalities is longer than that.
# schema_sample_rows=None reads all rows first and keeps the mark.
# So: sample every row of a publisher's table, or ask for text and read numbers oneself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile fastexcel==0.21.0 polars==2.1.0 xlsxwriter==3.3.1
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import sys


def expect(what, seen, known):
    print(f"{what}: {seen!r}")
    if seen != known:
        sys.exit(f"changed: {what} was {known!r}")


import fastexcel
import polars
import xlsxwriter

with xlsxwriter.Workbook("towns.xlsx") as book:
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["town", "late", "early"])
    for row in range(1741):
        sheet.write_row(row + 1, 0, [f"{row:05d}", "X" if row == 1500 else row, "X" if row == 3 else row])
read = fastexcel.read_excel("towns.xlsx").load_sheet(0).to_polars()
expect("kinds", [str(kind) for kind in read.dtypes], ["String", "Float64", "String"])
expect("early and late mark", (read["early"][3], read["late"][1500]), ("X", None))
expect("by polars", polars.read_excel("towns.xlsx")["late"][1500], None)
whole = fastexcel.read_excel("towns.xlsx").load_sheet(0, schema_sample_rows=None).to_polars()
expect("of all rows", whole["late"][1500], "X")
PYTHON
echo "as known"
