"""A workbook that anybody may have made, and the form that we make."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from carecompare.errors import OwnDataError
from carecompare.own import OwnArea, OwnFigure, OwnFigures, OwnItem
from carecompare.own.uploads.check import checked
from carecompare.own.uploads.known import Known
from carecompare.own.uploads.sheets import read_sheets
from carecompare.own.uploads.template import template_rows
from carecompare.own.uploads.template_workbook import template_workbook

if TYPE_CHECKING:
    from carecompare.catalog import Catalog

HERE = Path(__file__).parent


@pytest.mark.usefixtures("posix")
def test_bombs_are_refused_within_the_memory_of_a_small_machine() -> None:
    finished = subprocess.run(
        [sys.executable, str(HERE / "open_bombs.py")], capture_output=True, text=True, check=False
    )
    assert finished.returncode == 0, finished.stderr[-2_000:]
    answers = dict(line.split(": ") for line in finished.stdout.splitlines())
    assert len(answers) == 8
    for name, answer in answers.items():
        if name == "entities that multiply":
            assert answer == "own_workbook_wrong" or int(answer.split()[0]) < 100
        else:
            assert answer in {"own_too_large", "own_workbook_wrong", "own_sheet_too_large"}, name


def kept() -> OwnFigures:
    return OwnFigures(
        figures=(
            OwnFigure("", "population", 2025, 258_100.0, "=1+1", "<b>住民基本台帳</b>"),
            OwnFigure("a1", "population", 2025, 12_000.0),
            OwnFigure("", "share_65_and_over", 2025, 32.4, "+81", "@SUM(A1)"),
            OwnFigure("a1", "own:通いの場", 2025, 12.0),
        ),
        areas=(OwnArea("a1", "=北部圏域"),),
        items=(OwnItem("通いの場", "か所"),),
    )


def known_with(known: Known, content: OwnFigures) -> Known:
    return Known(
        known.own_names, known.others, known.indicators, known.published, content.areas, content.items
    )


def test_the_form_read_again_says_what_is_kept_and_nothing_else(catalog: Catalog, known: Known) -> None:
    content = kept()
    rows = template_rows(catalog.main_indicators, known.published, content)
    book = template_workbook("長岡市", rows, catalog.main_indicators, [each.name for each in content.areas])
    result = checked(read_sheets(book, "form.xlsx"), known_with(known, content))
    assert result.problems == ()
    assert sorted(result.figures, key=str) == sorted(content.figures, key=str)
    assert result.items == content.items
    assert result.blank == len(catalog.main_indicators)


def test_the_form_holds_the_published_figures_and_nothing_that_runs(catalog: Catalog, known: Known) -> None:
    rows = template_rows(catalog.main_indicators, known.published, kept())
    (line,) = [row for row in rows if row.item == "総人口" and row.published == 266_936]
    assert (line.unit, line.published_year) == ("人", 2020)
    book = template_workbook("=長岡市", rows, catalog.main_indicators, ["=北部圏域"])
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        names = archive.namelist()
        sheets = b"".join(archive.read(name) for name in names if name.startswith("xl/worksheets/"))
    assert not re.search(rb"<f[ >]|hyperlink", sheets)
    assert not [name for name in names if "vba" in name or "external" in name or "connections" in name]
    assert sheets.count(b'type="list"') == 3


def test_an_empty_form_is_no_mistake_but_holds_nothing(catalog: Catalog, known: Known) -> None:
    rows = template_rows(catalog.main_indicators, known.published, OwnFigures())
    book = template_workbook("長岡市", rows, catalog.main_indicators, [])
    result = checked(read_sheets(book, "form.xlsx"), known)
    assert [each.problem for each in result.problems] == ["own_nothing_entered"]


def test_cells_of_every_kind_are_read_as_they_are_seen(known: Known) -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("数")
        sheet.write_row(0, 0, ["指標", "年", "値"])
        sheet.write_row(1, 0, ["総人口", 2024, 260_000])
        sheet.write(2, 0, "総人口")
        sheet.write_number(2, 1, 2023)
        sheet.write_formula(2, 2, "=261000+0", None, 261_000)
        sheet.write_row(3, 0, ["総人口", 2022, 1e-05])
        sheet.write_row(4, 0, ["総人口"])
        sheet.write_datetime(4, 1, date(2021, 4, 1), book.add_format({"num_format": "yyyy/m/d"}))
        sheet.write_number(4, 2, 262_000)
        sheet.write_row(5, 0, ["総人口", 2020, True])
        sheet.write_row(6, 0, ["総人口", 2019])
        sheet.write_formula(6, 2, "=1/0", None, "#DIV/0!")
    result = checked(read_sheets(stream.getvalue(), "x.xlsx"), known)
    assert [(each.year, each.value) for each in result.figures] == [
        (2024, 260_000.0),
        (2023, 261_000.0),
        (2022, 0.00001),
        (2021, 262_000.0),
    ]
    assert [(each.problem, each.fields["sheet"], each.fields["row"]) for each in result.problems] == [
        ("own_value_wrong", "数", 6),
        ("own_value_wrong", "数", 7),
    ]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "own_file_empty"),
        (b" \r\n ", "own_file_empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "own_old_excel"),
        (b"PK\x03\x04 no archive", "own_workbook_wrong"),
        (b"\xff\xfe\x00\xd8", "own_encoding_unknown"),
        (b"\x81\x00\xff", "own_encoding_unknown"),
        (b'a,"b\n', "own_not_a_table"),
        (b"a," * 501, "own_sheet_too_large"),
        (b"x" * 20_000_001, "own_too_large"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_by_its_name(content: bytes, problem: str) -> None:
    with pytest.raises(OwnDataError) as caught:
        read_sheets(content, "x")
    assert (caught.value.problem, caught.value.fields["file"]) == (problem, "x")
