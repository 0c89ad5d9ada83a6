#!/usr/bin/env bash
# python-calamine 0.9.1: the result of a formula that failed is an empty cell, and some dates are not told apart.
#
# Guess: #N/A and #DIV/0! arrive as text, as None or raise; two serial numbers are two dates.
# Seen: both arrive as '' like a cell left blank, so "the formula failed" and "nothing was entered" cannot be
# told apart (openpyxl gives '#N/A'). Of cells with the format yyyy/m/d, 59 and 60 are both 1900-02-28; -1, which
# a spreadsheet shows as ####, is midnight (a time); and a month or a day typed as digits into such a cell is a
# date of the year 2453 (202311) or stays a number (20231101).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile python-calamine==0.9.1 xlsxwriter==3.3.1 openpyxl==3.1.5
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import sys


def expect(what, seen, known):
    print(f"{what}: {seen!r}")
    if seen != known:
        sys.exit(f"changed: {what} was {known!r}")


import io
from datetime import date, time

import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

KNOWN = [
    ("#N/A", "", "#N/A"),
    ("#DIV/0!", "", "#DIV/0!"),
    (59, date(1900, 2, 28), None),
    (60, date(1900, 2, 28), None),
    (-1, time(0, 0), None),
    (202311, date(2453, 11, 26), None),
    (20231101, 20231101.0, None),
]
file = io.BytesIO()
book = xlsxwriter.Workbook(file)
sheet = book.add_worksheet()
day = book.add_format({"num_format": "yyyy/m/d"})
for row, (given, *_) in enumerate(KNOWN):
    if isinstance(given, str):
        sheet.write_formula(row, 0, "=NA()" if given == "#N/A" else "=1/0", None, given)
    else:
        sheet.write_number(row, 0, given, day)
book.close()
file.seek(0)
rows = CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).to_python()
for (given, known, _), row in zip(KNOWN, rows, strict=True):
    expect(f"cell {given}", row[0], known)
others = openpyxl.load_workbook(file, data_only=True).active
for row, (given, _, beside) in enumerate(KNOWN, 1):
    if beside is not None:
        expect(f"cell {given} with openpyxl", others.cell(row, 1).value, beside)
PYTHON
echo "as known"
