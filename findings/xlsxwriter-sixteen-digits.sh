#!/usr/bin/env bash
# xlsxwriter 3.3.1: a number is written with 16 digits, so what is read back may be another number.
#
# Guess: a double survives a workbook, as it survives JSON or CSV (repr has 17 digits where it needs them).
# Seen: 0.1 + 0.2 comes back as 0.3, and 27 of the 97 shares below come back changed in the last place.
# A python-pptx 1.0.2 chart holds both: 0.30000000000000004 in the drawing, 0.3 in the workbook behind "edit data".
# So: compare what was exported with a tolerance, or round before exporting.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile xlsxwriter==3.3.1 python-calamine==0.9.1 python-pptx==1.0.2
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import sys


def expect(what, seen, known):
    print(f"{what}: {seen!r}")
    if seen != known:
        sys.exit(f"changed: {what} was {known!r}")


import io
import re
import zipfile

import xlsxwriter
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from python_calamine import CalamineWorkbook

shares = [0.1 + 0.2, *(100 * k / 97 for k in range(1, 97))]
file = io.BytesIO()
book = xlsxwriter.Workbook(file)
book.add_worksheet().write_column(0, 0, shares)
book.close()
file.seek(0)
back = [row[0] for row in CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).to_python()]
expect("0.1 + 0.2", (shares[0], back[0]), (0.30000000000000004, 0.3))
expect("changed of 97", sum(a != b for a, b in zip(shares, back, strict=True)), 27)
expect("by less than 1 in 10^15", all(abs(a - b) < 1e-15 * a for a, b in zip(shares, back, strict=True)), True)

data = CategoryChartData()
data.categories = ["甲町"]
data.add_series("割合", [0.1 + 0.2])
slides = Presentation()
slide = slides.slides.add_slide(slides.slide_layouts[6])
chart = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, 0, 0, 99999, 99999, data).chart
expect("in the drawing", re.findall(r"<c:v>(0\.[^<]*)", chart.part.blob.decode()), ["0.30000000000000004"])
inner = zipfile.ZipFile(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).read("xl/worksheets/sheet1.xml")
expect("in its workbook", re.findall(r"<v>(0\.[^<]*)", inner.decode()), ["0.3"])
PYTHON
echo "as known"
