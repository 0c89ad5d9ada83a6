"""A number, a point and a waterfall look the same on screen, on a slide and in a workbook."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pandas as pd
import pytest
import xlsxwriter
from paper_reading import text_of
from slide_making import charts, exhibit, made, written

from carecompare.cells import composed
from carecompare.charts import theme
from carecompare.exhibits import Plot, Series
from carecompare.reports import csv_file
from carecompare.reports.papers.paper import Paper, Sheet, Words
from carecompare.reports.papers.pdf import paper_file
from carecompare.reports.waterfall import stacked
from carecompare.reports.workbooks.sheets import Cover, Listing
from carecompare.reports.workbooks.workbook import Shown, workbook
from carecompare.text.format import cell_format, number, rounded, signed

if TYPE_CHECKING:
    from pathlib import Path

VALUES = (0.25, 0.35, -0.25, 0.05, -0.05, -0.04, -0.0, 0.0, 1_234.45, -1_234.45, 2.5, -2.5, 1e-9)
GAPS = Plot(
    kind="lines",
    categories=("2005", "2010", "2015", "2020"),
    series=(
        Series("富岡町", (20.0, 23.0, None, 40.2), "own"),
        Series("双葉町", (19.0, 21.0, None, 35.0)),
        Series("浪江町", (19.5, 22.5, 23.0, 24.0)),
    ),
    unit="%",
    decimals=1,
)
FALL = Plot(
    kind="waterfall",
    categories=("全国", "年齢構成", "年齢構成だけ違う場合", "認定率", "長岡市"),
    series=(
        Series("年齢構成の分", (None, 0.5, None, None, None), "part"),
        Series("年齢別の認定率の分", (None, None, None, -0.6, None), "part"),
        Series("認定率", (18.0, None, 18.5, None, 17.9), "reference"),
    ),
    unit="ポイント",
    decimals=1,
    own=4,
    hollow=(2,),
)


def workbook_of(plot: Plot) -> bytes:
    listing = Listing(("指標", "単位"), [("認定率", "%")])
    cover = Cover("題", [("自町", "長岡市")], ["1. 図"], ["読み方"], "carecompare")
    return workbook(cover, [Shown(exhibit(plot=plot))], listing, listing)


def part_of(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


def series_of(chart: str) -> list[str]:
    return re.findall(r"<c:ser>.*?</c:ser>", chart, re.DOTALL)


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [(0.25, 1, 0.3), (-0.25, 1, -0.3), (-0.04, 1, 0.0), (2.5, 0, 3.0), (-2.5, 0, -3.0), (1.005, 2, 1.01)],
)
def test_halves_go_away_from_zero_and_zero_has_no_sign(value: float, decimals: int, expected: float) -> None:
    assert str(rounded(value, decimals)) == str(expected)


def test_a_cell_shows_a_number_as_the_screen_does(tmp_path: Path) -> None:
    path = tmp_path / "cells.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for line, value in enumerate(VALUES):
            for column, decimals in enumerate((0, 1, 2)):
                sheet.write_number(
                    line, column, value, book.add_format({"num_format": cell_format(decimals)})
                )
            sheet.write_number(line, 3, value, book.add_format({"num_format": cell_format(1, signed=True)}))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    command += ["--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(path)], capture_output=True, check=True, timeout=120)
    rows = list(csv.reader(io.StringIO((tmp_path / "cells.csv").read_text(encoding="utf-8"))))
    for value, row in zip(VALUES, rows, strict=True):
        assert row == [*(number(value, decimals) for decimals in (0, 1, 2)), signed(value, 1)], value


def test_a_csv_holds_no_zero_below_zero() -> None:
    assert csv_file(pd.DataFrame({"差": [-0.0, 0.5]})).content.decode("utf-8-sig") == "差\r\n0.0\r\n0.5\r\n"


def test_a_point_between_gaps_is_drawn_on_a_slide() -> None:
    (chart,) = charts(made(exhibit(plot=GAPS)).slides[1])
    own, other, whole = series_of(written(chart))
    for each in (own, other):
        (point,) = re.findall(r"<c:dPt>.*?</c:dPt>", each, re.DOTALL)
        assert '<c:idx val="3"/>' in point
        assert '<c:symbol val="circle"/>' in point
    assert 'val="circle"' not in whole


def test_a_point_between_gaps_is_drawn_in_a_workbook() -> None:
    own, other, whole = series_of(part_of(workbook_of(GAPS), "xl/charts/chart1.xml"))
    assert 'val="circle"' in own
    assert 'val="circle"' in other
    assert 'val="none"' in whole


def test_the_bars_of_a_waterfall_lie_between_the_levels() -> None:
    bars = stacked(FALL)
    assert bars.labels == ("18.0%", "+0.5", "18.5%", "△0.6", "17.9%")
    steps = [
        (round(bars.base[place], 9), round(bars.bars[i][place] or 0, 9)) for i, place in ((0, 1), (1, 3))
    ]
    assert steps == [(18.0, 0.5), (17.9, 0.6)]
    assert 0 < bars.lowest < 17.9
    assert bars.highest > 18.5


def test_the_waterfall_has_the_colours_of_the_screen_in_every_file() -> None:
    (chart,) = charts(made(exhibit(plot=FALL)).slides[1])
    for drawn in (written(chart), part_of(workbook_of(FALL), "xl/charts/chart1.xml")):
        assert 'c:grouping val="stacked"' in drawn
        _, structure, rates, levels, _ = series_of(drawn)
        points = [re.findall(r"<c:dPt>.*?</c:dPt>", each, re.DOTALL) for each in (structure, rates, levels)]
        assert theme.MIDDLE_HALF[1:] in points[0][0 if len(points[0]) == 1 else 1]
        assert theme.PEER_DARK[1:] in points[1][0 if len(points[1]) == 1 else 3]
        assert theme.OWN[1:] in points[2][-1]
        assert len(re.findall(r'<c:delete val="1"/>', drawn)) >= 2


def test_a_workbook_holds_the_steps_with_their_signs() -> None:
    sheet = part_of(workbook_of(FALL), "xl/worksheets/sheet2.xml")
    assert "<v>-0.6</v>" in sheet


def test_the_characters_of_a_name_stay_as_they_are_on_paper() -> None:
    assert composed("\ufa10か\u3099\ufa11") == "\ufa10が\ufa11"
    sheet = Sheet((Words("町名は\ufa10\u5d0e町"),), "出典")
    shown = paper_file(Paper(title="題", subject="長岡市", made="作成", sheets=(sheet,)))
    assert shown.lacking == ""
    assert "\ufa10\u5d0e町" in text_of(shown.content)
