"""A workbook is read as it is seen: per cent, eras, fiscal years, whatever program wrote it."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
import xlsxwriter
from upload_making import text_file

from carecompare.errors import OwnDataError
from carecompare.own.uploads.check import checked
from carecompare.own.uploads.sheets import read_sheets
from carecompare.text.errors.problem_rows import problem_row
from carecompare.workbooks import PUBLISHED, sheets

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from carecompare.own.uploads.known import Known

Cell = str | float | date


def book(rows: Sequence[Sequence[tuple[Cell, str]]]) -> bytes:
    """Return a workbook of cells, each with its format."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as made:
        sheet = made.add_worksheet("数")
        for line, row in enumerate(rows):
            for column, (cell, code) in enumerate(row):
                style = made.add_format({"num_format": code}) if code else None
                if isinstance(cell, date):
                    sheet.write_datetime(line, column, cell, style)
                else:
                    sheet.write(line, column, cell, style)
    return stream.getvalue()


def of_code(cell: Cell, code: str) -> str:
    """Return what one cell of a format is read as."""
    ((_, rows),) = sheets(book([[(cell, code)]]), "x.xlsx", PUBLISHED)
    return rows[0][0]


@pytest.mark.parametrize(
    ("cell", "code", "text"),
    [
        (0.125, "0%", "12.5%"),
        (0.324, "0.0%", "32.4%"),
        (-0.041, "0.00%;[Red]-0.00%", "-4.1%"),
        (0, "0.0%", "0%"),
        (1, "0%", "100%"),
        (0.1234567, "0.0_%", "0.1234567"),
        (12.5, '0.0"%"', "12.5"),
        (12.5, r"0.0\%", "12.5"),
        (2025, "0", "2025"),
        (0.00001, "General", "0.00001"),
        (0.00001, "0.00E+00", "0.00001"),
        (7, '"令和"0"年度"', "令和7年度"),
        (7, '"R"0', "R7"),
        (1200, '#,##0"人"', "1200"),
        (date(2025, 4, 1), 'yyyy"年度"', "2025年度"),
        (date(2025, 4, 1), '[$-411]ggge"年度"', "2025年度"),
        (date(2025, 10, 1), '[$-411]ggge"年"m"月"d"日"', "2025-10-01"),
        (date(2025, 10, 1), "[$-411]ge", "2025-10-01"),
        ("文字", "0%", "文字"),
    ],
)
def test_a_cell_is_read_as_its_format_shows_it(cell: Cell, code: str, text: str) -> None:
    assert of_code(cell, code) == text


@pytest.mark.parametrize("written", ["高齢化率", "人口増減率（5年間）", "独自：サロンに通う人の割合"])
def test_a_cell_of_per_cent_is_a_figure_of_per_cent(known: Known, written: str) -> None:
    heading: list[tuple[Cell, str]] = [(each, "") for each in ("指標", "年", "値", "単位")]
    row: list[tuple[Cell, str]] = [(written, ""), (2024, ""), (0.325, "0.0%"), ("%", "")]
    result = checked(read_sheets(book([heading, row]), "x.xlsx"), known)
    assert result.problems == ()
    assert [each.value for each in result.figures] == [32.5]


def test_a_cell_of_per_cent_where_persons_are_counted_is_refused(known: Known) -> None:
    heading: list[tuple[Cell, str]] = [(each, "") for each in ("指標", "年", "値")]
    result = checked(read_sheets(book([heading, [("総人口", ""), (2024, ""), (0.325, "0.0%")]]), "x"), known)
    assert [(each.problem, each.fields["found"]) for each in result.problems] == [
        ("own_value_wrong", "32.5%")
    ]


def changed(content: bytes, change: Callable[[str], str]) -> bytes:
    """Return a workbook with its sheet changed as another program writes it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(stream, "w") as made:
        for each in given.infolist():
            part = given.read(each)
            is_sheet = each.filename.startswith("xl/worksheets/")
            made.writestr(each.filename, change(part.decode()).encode() if is_sheet else part)
    return stream.getvalue()


def test_a_program_that_names_no_places_of_cells_is_read_too() -> None:
    content = book([[("a", ""), (0.125, "0%")], [(0.25, "0%"), ("b", "")]])
    placeless = changed(content, lambda sheet: re.sub(r' r="[A-Z]*[0-9]+"', "", sheet))
    assert 'r="B1"' not in zipfile.ZipFile(io.BytesIO(placeless)).read("xl/worksheets/sheet1.xml").decode()
    ((_, rows),) = sheets(placeless, "x.xlsx", PUBLISHED)
    assert rows == [["a", "12.5%"], ["25%", "b"]]


def test_a_part_that_is_no_xml_is_refused_in_words() -> None:
    content = book([[(0.5, "0%")]])
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(stream, "w") as made:
        for each in given.infolist():
            made.writestr(each.filename, b"<" if each.filename == "xl/styles.xml" else given.read(each))
    with pytest.raises(OwnDataError) as caught:
        read_sheets(stream.getvalue(), "x.xlsx")
    assert caught.value.problem == "own_workbook_wrong"


@pytest.mark.parametrize(
    ("row", "problem", "advice"),
    [
        ("高齢化率,2024,0,%", "own_doubt_zero", "値がないなら空欄に"),
        ("高齢化率,2024,3.2,%", "own_doubt_tenth", "32 の書きまちがい"),
        ("高齢化率,2024,0.32,%", "own_doubt_fraction", "32 の書きまちがい"),
        ("総人口,2024,0,人", "own_doubt_zero", "値がないなら空欄に"),
        ("人口増減率（5年間）,2024,△0.03,%", "own_doubt_fraction", "-3 の書きまちがい"),
    ],
)
def test_a_hundredth_a_tenth_and_nothing_are_asked_about(
    known: Known, row: str, problem: str, advice: str
) -> None:
    shrinking = replace(known, published={**known.published, "population_change_5_years": {2020: -2.98}})
    result = checked(read_sheets(f"指標,年,値,単位\n{row}\n".encode(), "x.csv"), shrinking)
    (doubt,) = result.doubts
    assert (doubt.problem.problem, problem_row(doubt.problem)[5]) == (problem, advice)


def test_an_own_item_of_per_cent_is_asked_about_where_one_year_is_a_hundredth_of_the_others(
    known: Known,
) -> None:
    table = [["指標", "年", "値", "単位"]]
    table += [
        ["独自：受診率", year, value, "%"] for year, value in (("R5", "31.5"), ("R6", "0.325"), ("R7", "33"))
    ]
    (doubt,) = checked(read_sheets(text_file(table), "x.csv"), known).doubts
    assert (doubt.suggested, problem_row(doubt.problem)[5]) == (32.5, "32.5 の書きまちがい")
