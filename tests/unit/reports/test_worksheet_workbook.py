"""Sheets of words as a workbook: the same words again, and nothing that runs."""

from __future__ import annotations

import io
import re
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st

from carecompare.own.contents.lines import cleaned
from carecompare.own.uploads.workbook import workbook_sheets
from carecompare.reports.workbooks.worksheet import WordSheet, worksheet_workbook

HOSTILE = (
    "=1+1",
    '=HYPERLINK("http://example.org","x")',
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "http://example.org/",
    "<script>alert(1)</script>",
    "_x0041_",
    "00123",
    "1e5",
    " 前後の空白 ",
    "二行\n三行目",
)
COLUMNS = (("項目", 20), ("内容", 60))


def sheet(rows: list[tuple[str, str]]) -> WordSheet:
    return WordSheet("課題整理シート", "題", ("注1", "注2"), COLUMNS, rows, {0: "第一段階"}, "&P")


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return book.read(name).decode()


def cells(content: bytes) -> list[list[str]]:
    ((name, rows),) = workbook_sheets(content, "x.xlsx")
    assert name == "課題整理シート"
    return rows


def test_opened_again_it_gives_the_same_words() -> None:
    rows = [(f"項目{number}", text) for number, text in enumerate(HOSTILE)]
    read = cells(worksheet_workbook([sheet(rows)]))
    assert [row[0] for row in read[:5]] == ["題", "注1", "注2", "項目", "第一段階"]
    assert [tuple(row) for row in read[5:]] == rows


def test_nothing_in_it_runs_or_leads_anywhere() -> None:
    content = worksheet_workbook([sheet([("a", text) for text in HOSTILE])])
    xml = part(content, "xl/worksheets/sheet1.xml")
    assert "<f>" not in xml
    assert "hyperlink" not in xml
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert not [name for name in book.namelist() if "vba" in name or "externalLink" in name]


def test_it_is_laid_out_for_a4_with_frozen_and_repeated_headings() -> None:
    content = worksheet_workbook([sheet([("a", "b")])])
    xml = part(content, "xl/worksheets/sheet1.xml")
    assert re.search(r'<pageSetup[^>]*paperSize="9"', xml)
    assert 'orientation="landscape"' in xml
    assert 'fitToHeight="0"' in xml
    assert re.search(r'<pane [^>]*topLeftCell="B5"[^>]*state="frozen"', xml)
    names = part(content, "xl/workbook.xml")
    assert "Print_Area" in names
    assert "$A$1:$B$6" in names
    assert "$4:$4" in names
    assert 'wrapText="1"' in part(content, "xl/styles.xml")


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(min_size=1, max_size=40).map(lambda text: cleaned(text, 40)), min_size=1, max_size=6))
def test_whatever_can_be_written_in_a_line_comes_back(texts: list[str]) -> None:
    rows = [(f"項目{number}", text) for number, text in enumerate(texts)]
    read = cells(worksheet_workbook([sheet(rows)]))
    assert [tuple(row) for row in read[5:]] == rows
