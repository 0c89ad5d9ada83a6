from __future__ import annotations

import io
import re
import zipfile

from carecompare.own.uploads.sheets import read_sheets
from carecompare.reports.workbooks.table import table_workbook

TRICKS = (
    "=1+1",
    "@SUM(A1)",
    '=HYPERLINK("http://example.org")',
    "<script>",
    "http://example.org",
    "+81",
    "1",
)


def test_a_table_as_a_workbook_holds_text_as_text_and_nothing_that_runs() -> None:
    rows = [(trick, 1.5, None) for trick in TRICKS]
    book = table_workbook("点検", ["=見出し", "数", "空"], rows, ["=注"])
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        names = archive.namelist()
        sheets = b"".join(archive.read(name) for name in names if name.startswith("xl/worksheets/"))
    assert not re.search(rb"<f[ >]|hyperlink", sheets)
    assert not [name for name in names if "vba" in name or "external" in name or "_rels/sheet" in name]
    (sheet,) = read_sheets(book, "x.xlsx")
    assert sheet.rows[: len(TRICKS) + 1] == [
        ["=見出し", "数", "空"],
        *([trick, "1.5", ""] for trick in TRICKS),
    ]
    assert sheet.rows[-1][0] == "=注"
