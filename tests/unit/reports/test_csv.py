from __future__ import annotations

import csv
import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecompare.reports import csv_file

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def test_utf8_begins_with_the_mark_that_excel_needs() -> None:
    assert csv_file(pd.DataFrame({"市区町村": ["長岡市"]})).content.startswith(b"\xef\xbb\xbf")


def test_numbers_keep_their_sign_and_missing_ones_stay_empty() -> None:
    content = csv_file(pd.DataFrame({"値": [-1.5, None]})).content.decode("utf-8-sig")
    assert content == '値\r\n-1.5\r\n""\r\n'


@given(st.lists(st.text(max_size=12), min_size=1, max_size=5))
def test_no_cell_begins_like_a_formula_and_every_text_comes_back(texts: list[str]) -> None:
    content = csv_file(pd.DataFrame({"名前": pd.Series(texts, dtype="object")})).content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(content, newline="")))[1:]
    for text, row in zip(texts, rows, strict=True):
        cell = row[0] if row else ""
        assert not cell.startswith(FORMULA_STARTS)
        assert cell.removeprefix("'") == text.removeprefix("'") or cell == text


def test_cp932_names_the_characters_it_cannot_hold() -> None:
    older = csv_file(pd.DataFrame({"名前": ["𠮷野", "葛󠄀城", "髙﨑"]}), "cp932")
    assert "𠮷" in older.lacking
    assert "髙" not in older.lacking
    assert "〓野" in older.content.decode("cp932")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp932"])
def test_lines_end_as_windows_expects(encoding: str) -> None:
    content = csv_file(pd.DataFrame({"a": [1, 2]}), encoding).content  # type: ignore[arg-type] # parametrized
    assert content.count(b"\r\n") == content.count(b"\n") == 3
