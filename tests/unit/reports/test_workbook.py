"""Views as workbooks: numbers are numbers, words are words, nothing runs, and it opens elsewhere."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import zipfile
from typing import TYPE_CHECKING

import msgspec
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from presence import present, program
from python_calamine import CalamineWorkbook

from carecompare.exhibits import Exhibit, Grid, Plot, Series
from carecompare.reports.workbooks.cells import figure_format
from carecompare.reports.workbooks.country import CountryColumn, CountryRow, country_workbook
from carecompare.reports.workbooks.sheets import Cover, Figures, Listing
from carecompare.reports.workbooks.workbook import Shown, workbook
from carecompare.typed_cells import Cell
from carecompare.views.base.file_columns import file_table

if TYPE_CHECKING:
    from pathlib import Path

RUNS = ("=1+1", '=HYPERLINK("http://example.invalid","x")', "+1", "-1", "@SUM(1)", "http://example.invalid")
COVER = Cover("題", [("自町", "長岡市（新潟県）")], ["1. 図"], ["読み方"], "carecompare")
LISTING = Listing(("指標", "単位"), [("高齢化率", "%")])
PLOT = Plot(
    kind="bars",
    categories=("甲市", "乙町"),
    series=(Series("高齢化率", (31.4, None)),),
    unit="%",
    decimals=1,
    own=0,
    hollow=(1,),
    references=(("全国", 28.6),),
)


def exhibit(name: str = "甲市", plot: Plot | None = PLOT) -> Exhibit:
    grid = Grid(
        columns=("市区町村", "値", "順位"),
        rows=((name, Cell(-1234.5678, 1), "1位"), ("乙町", Cell(None, word="資料なし"), "")),
        numeric=(1, 2),
        own_rows=(0,),
        caption="高齢化率",
    )
    return Exhibit("v", "", {}, "2026-11-23", f"{name}の高齢化率", "%", grid, "出典：甲", plot=plot)


def figures(name: str = "甲市", note: str = "") -> Figures:
    frame = pd.DataFrame(
        {
            "area": ["01100", "01202"],
            "name": [name, "乙町"],
            "indicator": ["高齢化率", "高齢化率"],
            "year": [2020, 2020],
            "value": [-31.4159, float("nan")],
            "numerator": [5, 6],
            "status": ["", "資料なし"],
            "note": [note, ""],
        }
    )
    return Figures(file_table(frame), {"高齢化率": 1}, frozenset())


def made(name: str = "甲市", note: str = "", plot: Plot | None = PLOT) -> bytes:
    return workbook(COVER, [Shown(exhibit(name, plot), figures(name, note))], LISTING, LISTING)


def rows(content: bytes, sheet: str) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(sheet).to_python()  # type: ignore[return-value] # cells are objects


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}


def test_the_sheets_are_cover_what_was_shown_figures_definitions_and_sources() -> None:
    names = CalamineWorkbook.from_filelike(io.BytesIO(made())).sheet_names
    assert names == ["表紙", "図表", "データ", "定義", "出典"]


def test_several_views_have_sheets_of_their_own() -> None:
    content = workbook(COVER, [Shown(exhibit()), Shown(exhibit(), figures())], LISTING, LISTING)
    names = CalamineWorkbook.from_filelike(io.BytesIO(content)).sheet_names
    assert names == ["表紙", "図表1", "図表2", "データ2", "定義", "出典"]


def test_figures_come_back_as_the_numbers_they_were_and_gaps_as_words() -> None:
    heading, first, second = rows(made(), "データ")
    assert heading[:6] == ["コード", "市区町村", "指標", "年", "年（和暦）", "値"]
    assert first[0] == "01100"
    assert first[4] == "令和2年（2020年）"
    assert first[5] == pytest.approx(-31.4159)
    assert second[5] == "資料なし"


def test_a_table_as_on_screen_holds_numbers_where_numbers_were_shown() -> None:
    found = {str(row[0]): row for row in rows(made(), "図表")}
    assert found["甲市"][1] in {-1234.5678, 31.4}
    cells = [row[1] for row in rows(made(), "図表") if row[0] == "甲市"]
    assert cells == [-1234.5678, 31.4]
    assert [row[1] for row in rows(made(), "図表") if row[0] == "乙町"] == ["資料なし", ""]


def test_minus_is_a_triangle_by_the_format_of_the_number() -> None:
    assert "[&lt;=-0.05]&quot;△&quot;#,##0.0" in parts(made())["xl/styles.xml"]


@pytest.mark.parametrize(
    ("cell", "style"),
    [
        (Cell(-1234.5, 1), '[>=0.05]#,##0.0;[<=-0.05]"△"#,##0.0;"0.0"'),
        (Cell(2030.0, style="year"), '[>=0.5]0;[<=-0.5]"△"0;"0"'),
        (Cell(1.44, 1, "signed"), '[>=0.05]+#,##0.0;[<=-0.05]"△"#,##0.0;"0.0"'),
        (Cell(19.29, 2, after="%"), '[>=0.005]#,##0.00"%";[<=-0.005]"△"#,##0.00"%";"0.00""%"'),
        (Cell(3.0, before="約", after='"'), '[>=0.5]"約"#,##0;[<=-0.5]"約""△"#,##0;"約""0"'),
    ],
)
def test_a_number_is_shown_as_on_the_page_by_its_format(cell: Cell, style: str) -> None:
    assert figure_format(cell) == style


@pytest.mark.parametrize("text", ["31.4", "6位", "資料なし", "1.2〜3.4", "=1", "1e5", "01位"])
def test_what_is_kept_as_words_stays_words(text: str) -> None:
    shown = msgspec.structs.replace(
        exhibit(plot=None), grid=Grid(("市区町村", "値"), (("甲市", text),), (1,))
    )
    content = workbook(COVER, [Shown(shown)], LISTING, LISTING)
    assert [row[1] for row in rows(content, "図表") if row[0] == "甲市"] == [text]


@pytest.mark.parametrize("text", RUNS)
def test_no_text_of_a_user_runs_or_leads_anywhere(text: str) -> None:
    content = workbook(
        Cover(text, [(text, text)], [text], [text], text),
        [Shown(exhibit(text, None), figures(text, text), text)],
        Listing((text,), [(text,)]),
        Listing((text,), [(text,)]),
    )
    said = parts(content)
    sheets = [xml for name, xml in said.items() if name.startswith("xl/worksheets/sheet")]
    assert not any("<f>" in xml or "<hyperlink" in xml for xml in sheets)
    assert not any("externalLink" in name or "vba" in name.lower() for name in said)
    assert rows(content, "データ")[1][1] == text


def test_the_chart_is_linked_to_cells_names_the_own_town_in_colour_and_draws_no_gap_as_zero() -> None:
    chart = parts(made())["xl/charts/chart1.xml"]
    assert re.search(r"<c:f>'?図表'?!\$B\$\d+:\$B\$\d+</c:f>", chart)
    assert "C8102E" in chart
    assert "dispBlanksAs" not in chart  # a gap, which is what is meant when nothing is said
    assert [row[1:2] for row in rows(made(), "図表") if row[0] == "乙町"][-1] == [""]
    drawing = parts(made())["xl/drawings/drawing1.xml"]
    assert 'descr="甲市の高齢化率"' in drawing


def test_a_picture_without_a_chart_of_the_office_program_s_own_stands_there_as_an_image() -> None:
    picture = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "data": {"values": [{"a": 1}]},
        "mark": "point",
        "encoding": {"x": {"field": "a", "type": "quantitative"}},
    }
    shown = msgspec.structs.replace(exhibit(plot=None), picture=picture)
    content = workbook(COVER, [Shown(shown)], LISTING, LISTING)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.read("xl/media/image1.png").startswith(b"\x89PNG")
        assert 'descr="甲市の高齢化率"' in archive.read("xl/drawings/drawing1.xml").decode()


@pytest.mark.parametrize("kind", ["bars", "stacked_bars", "columns", "lines"])
def test_every_kind_of_plot_becomes_a_chart(kind: str) -> None:
    plot = Plot(
        kind=kind,  # type: ignore[arg-type] # parametrized
        categories=("2015年", "2020年"),
        series=(Series("自町", (1.0, 2.0), "own"), Series("相手", (2.0, None), "peer")),
        unit="人",
        decimals=0,
        references=(("県", 1.5),),
    )
    assert "xl/charts/chart1.xml" in parts(made(plot=plot))


def test_every_sheet_fits_a4_and_tables_keep_their_heading_in_sight_and_on_paper() -> None:
    said = parts(made())
    for number in range(1, 6):
        sheet = said[f"xl/worksheets/sheet{number}.xml"]
        assert 'paperSize="9"' in sheet
        assert 'fitToHeight="0"' in sheet
    assert 'state="frozen"' in said["xl/worksheets/sheet3.xml"]
    assert said["xl/workbook.xml"].count("_xlnm.Print_Area") == 5
    assert said["xl/workbook.xml"].count("_xlnm.Print_Titles") == 3


@settings(deadline=None, max_examples=40)
@given(name=st.text(min_size=1, max_size=40), note=st.text(max_size=40))
def test_any_name_comes_back_as_text(name: str, note: str) -> None:
    content = made(name, note)
    found = rows(content, "データ")
    held = re.sub("[\ud800-\udfff\ufffe\uffff]", "", name)
    assert isinstance(found[1][1], str)
    assert plainly(str(found[1][1])) == plainly(held)
    assert "<f>" not in parts(content)["xl/worksheets/sheet3.xml"]


def plainly(text: str) -> str:
    """Return text without what XML or the reader treats in its own way: control characters and line ends."""
    escaped = re.sub(r"_x[0-9A-Fa-f]{4}_", "", text)
    return "".join(each for each in escaped if each.isprintable())


def test_all_municipalities_are_written_row_by_row_with_words_for_gaps_and_progress() -> None:
    told: list[int] = []
    content = country_workbook(
        COVER,
        [
            CountryColumn("高齢化率", "%", "令和2年（2020年）", 1),
            CountryColumn("ピーク", "年", "", 0, is_year=True),
        ],
        (CountryRow((f"{code:05d}", "県", "=町"), (code / 3, "資料なし")) for code in range(250)),
        LISTING,
        LISTING,
        told.append,
    )
    found = rows(content, "データ")
    assert len(found) == 253
    assert found[3 + 120] == ["00120", "県", "=町", pytest.approx(40.0), "資料なし"]
    assert told == [100, 200, 250]


def test_the_figure_of_an_insurer_of_several_looks_other_than_a_town_s_own() -> None:
    rows_given = [CountryRow(("1", "県", "甲"), (1.0,), {0}), CountryRow(("2", "県", "乙"), (1.0,))]
    column = CountryColumn("認定率", "%", "", 1)
    sheet = parts(country_workbook(COVER, [column], rows_given, LISTING, LISTING))["xl/worksheets/sheet2.xml"]
    styles = re.findall(r'<c r="D[45]" s="(\d+)"', sheet)
    assert len(set(styles)) == 2


def test_an_office_program_opens_it_and_reads_the_same_numbers(tmp_path: Path) -> None:
    soffice = program("LibreOffice", "soffice")
    (tmp_path / "figures.xlsx").write_bytes(made())
    # Sheet 3 of the workbook: -1 writes every sheet to a file of its own.
    filters = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [soffice, profile, "--headless", "--convert-to", filters, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "figures.xlsx")], check=True, capture_output=True, timeout=120)
    written = tmp_path / "figures-データ.csv"
    with present(written, "LibreOffice Calc").open(encoding="utf-8", newline="") as opened:
        found = list(csv.reader(opened))
    assert float(found[1][5]) == pytest.approx(-31.4159)
    assert found[2][5] == "資料なし"
