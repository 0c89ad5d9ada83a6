from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecompare.errors import SourceError
from carecompare.sources.cells import (
    check_digit,
    degrees,
    municipality_codes,
    numbers,
    office_numbers,
    survey_date,
    year,
    years,
)

YEARS = {"suffixes": ["年度", "年"], "eras": {"令和": 2018, "平成": 1988, "昭和": 1925}, "first_of_era": "元"}
TODAY = date(2026, 1, 31)


def column(*cells: str) -> pd.Series[str]:
    return pd.Series(cells, index=range(2, 2 + len(cells)), dtype="str")


def read(*cells: str) -> list[float]:
    return numbers(column(*cells), file="f.csv", column="c")["value"].tolist()


def codes(*cells: str) -> list[str]:
    return municipality_codes(column(*cells), file="f.csv", column="c").tolist()


def test_numbers_are_read_with_separators_full_width_digits_and_outer_blanks() -> None:
    assert read("1,234", "１２３", " 7 ", "0", "12.5") == [1234, 123, 7, 0, 12.5]


@pytest.mark.parametrize("mark", ["", "-", "－", "…", "***", "―"])
def test_a_mark_for_no_figure_is_missing_and_zero_is_not(mark: str) -> None:
    cells = numbers(column(mark, "0"), file="f.csv", column="c")
    assert cells["status"].tolist() == ["missing", "observed"]
    assert pd.isna(cells["value"].iloc[0])
    assert cells["value"].iloc[1] == 0


def test_a_number_below_zero_is_read_only_where_it_may_be_below_zero() -> None:
    ratios = numbers(column("-0.1", "2.5", "-"), file="file", column="column", signed=True)
    assert ratios["value"].tolist() == pytest.approx([-0.1, 2.5, float("nan")], nan_ok=True)
    with pytest.raises(SourceError, match="cell_not_number"):
        read("-0.1")


def test_a_withheld_figure_is_suppressed_not_missing() -> None:
    assert numbers(column("X"), file="f.csv", column="c")["status"].tolist() == ["suppressed"]


@pytest.mark.parametrize("cell", ["=1+1", "<b>1</b>", "-5", "1,23", "1e3", "約10", "NaN", "١٢"])
def test_what_is_no_number_of_zero_or_more_is_named_with_row_and_column(cell: str) -> None:
    with pytest.raises(SourceError) as caught:
        read("1", cell)
    assert caught.value.problem == "cell_not_number"
    assert caught.value.fields == {"file": "f.csv", "row": 3, "column": "c", "found": cell}


@given(st.integers(0, 10**9))
def test_a_number_is_the_same_however_it_is_written(number: int) -> None:
    wide = str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert read(str(number), f"{number:,}", wide) == [number] * 3


@pytest.mark.parametrize("written", ["01100", "1100", "R01100", "1100.0", "０１１００"])
def test_five_digit_codes_are_restored_from_any_way_they_are_written(written: str) -> None:
    assert codes(written, "13112") == ["01100", "13112"]


def test_six_digit_codes_lose_their_check_digit_even_when_the_leading_zero_is_lost() -> None:
    assert codes("11002", "131121", "") == ["01100", "13112", ""]


def test_five_digits_are_a_code_unless_all_of_them_are_six_digits_that_lost_a_zero() -> None:
    assert codes("11201", "13112") == ["11201", "13112"]
    assert codes("11002", "12025") == ["01100", "01202"]


def test_a_wrong_check_digit_is_found_out() -> None:
    with pytest.raises(SourceError, match="code_check_digit_wrong"):
        codes("131121", "131122")


def test_the_check_digits_are_those_of_the_list_of_codes() -> None:
    assert [check_digit(code) for code in ("01100", "11201", "13112", "46523")] == ["2", "1", "1", "2"]


@pytest.mark.parametrize("cell", ["abc", "1234567", "=131121", "13 112"])
def test_what_is_no_code_is_named(cell: str) -> None:
    with pytest.raises(SourceError, match="code_wrong"):
        codes(cell)


def test_a_lost_zero_of_an_office_number_is_restored_and_letters_stay() -> None:
    cells = column("170200211", "1171600001", "32A0400028", "32a0400028")
    restored = office_numbers(cells, file="f.csv", column="c").tolist()
    assert restored == ["0170200211", "1171600001", "32A0400028", "32A0400028"]


@pytest.mark.parametrize("cell", ["12345678", "=HYPERLINK()", "", "1.2E+100068"])
def test_what_is_no_office_number_is_named(cell: str) -> None:
    with pytest.raises(SourceError, match="office_number_wrong"):
        office_numbers(column(cell), file="f.csv", column="c")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2020", 2020),
        ("2015年", 2015),
        ("令和2年", 2020),
        ("令和元年度", 2019),
        ("平成２７年", 2015),
        ("2020.0", 2020),
        ("20x0", None),
        ("202O", None),
        ("", None),
        ("3020", None),
        ("=2020", None),
    ],
)
def test_a_year_is_read_in_both_calendars_or_refused(written: str, expected: int | None) -> None:
    assert year(written, YEARS) == expected


def test_a_year_that_is_not_one_is_named_with_its_row() -> None:
    with pytest.raises(SourceError) as caught:
        years(column("2020", "20x0"), YEARS, file="f.csv", column="year")
    assert caught.value.fields == {"file": "f.csv", "row": 3, "column": "year", "found": "20x0"}


@pytest.mark.parametrize("text", ["2025-12", "2025-12-31"])
def test_a_survey_date_is_a_month_or_a_day(text: str) -> None:
    assert survey_date(text, TODAY) == text


@pytest.mark.parametrize("text", ["2025", "2025-13", "2025-02-30", "2052-12", "令和7年12月", "2025/12", ""])
def test_any_other_survey_date_is_refused(text: str) -> None:
    with pytest.raises(SourceError, match="date_wrong"):
        survey_date(text, TODAY)


def test_a_position_may_be_empty_and_has_a_minus_only_where_that_is_allowed() -> None:
    read = degrees(column("35.9", "", "１３９"), file="f.csv", column="c")
    assert read.iloc[[0, 2]].tolist() == [35.9, 139]
    assert pd.isna(read.iloc[1])
    assert degrees(column("-8.24"), file="f.csv", column="c", signed=True).tolist() == [-8.24]
    for wrong in ("-8.24", "inf", "nan", "1e3", "35,9", "北緯35度"):
        with pytest.raises(SourceError, match="cell_not_number"):
            degrees(column(wrong), file="f.csv", column="c")


def test_a_column_of_plain_digits_is_read_as_every_other_column() -> None:
    plain, other = column("0", "12", "007"), column("0", "12", "007", "1,000")
    assert numbers(plain, file="f.csv", column="c")["value"].tolist() == read("0", "12", "007", "1,000")[:3]
    assert numbers(plain, file="f.csv", column="c").dtypes.equals(
        numbers(other, file="f.csv", column="c").dtypes
    )
