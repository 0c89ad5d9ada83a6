#!/usr/bin/env bash
# python-calamine 0.9.1 (openpyxl 3.1.5 does the same): a date shown as a year of an era is no date.
#
# Guess: whatever a cell's date format shows, the reader gives a date.
# Seen: formats with y, m or d give a date, Japanese ones too ([$-411]ge.m.d shows R8.3.31). A format with the
# era and its year alone (ggge"年" shows 令和8年), or with the day of the week alone (aaa shows 火), gives the
# serial number 46112.0: neither g, e nor a is known for a part of a date.
# So: a column of fiscal years 令和8年 can arrive as 46112.0, beside dates from the column next to it.
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
from datetime import date, datetime

import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

SERIAL = 46112  # 2026-03-31
KNOWN = {
    "[$-411]ge.m.d": date(2026, 3, 31),
    '[$-411]ggge"年"m"月"d"日"': date(2026, 3, 31),
    'yyyy"年度"': date(2026, 3, 31),
    '[$-411]ggge"年"': 46112.0,
    'ggge"年度"': 46112.0,
    "[$-411]ge": 46112.0,
    "[$-411]e": 46112.0,
    "aaa": 46112.0,
}
file = io.BytesIO()
book = xlsxwriter.Workbook(file)
sheet = book.add_worksheet()
for row, style in enumerate(KNOWN):
    sheet.write_number(row, 0, SERIAL, book.add_format({"num_format": style}))
book.close()
file.seek(0)
rows = CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).to_python()
other = [row[0].value for row in openpyxl.load_workbook(file).active]
for (style, known), row, beside in zip(KNOWN.items(), rows, other, strict=True):
    expect(style, row[0], known)
    expect("  openpyxl finds a date", isinstance(beside, datetime), isinstance(known, date))
PYTHON
echo "as known"
