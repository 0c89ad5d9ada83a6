from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carecompare.tables import STATUSES
from carecompare.text.format import (
    date,
    era_year,
    figure,
    figure_or_word,
    interval,
    number,
    status_word,
    with_unit,
    year_word,
)

if TYPE_CHECKING:
    from carecompare.catalog import Catalog

NAN = float("nan")
PEAK = "year_of_75_and_over_peak"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (1234567, 0, "1,234,567"),
        (31.44, 1, "31.4"),
        (0.25, 1, "0.3"),
        (-3, 0, "△3"),
        (-0.04, 1, "0.0"),
        (0, 1, "0.0"),
        (None, 1, ""),
        (float("nan"), 1, ""),
    ],
)
def test_a_number_is_written_as_officials_do(value: float | None, decimals: int, text: str) -> None:
    assert number(value, decimals) == text


@pytest.mark.parametrize(
    ("year", "text"),
    [
        (1980, "昭和55年（1980年）"),
        (1989, "平成元年（1989年）"),
        (2018, "平成30年（2018年）"),
        (2019, "令和元年（2019年）"),
        (2020, "令和2年（2020年）"),
    ],
)
def test_a_year_stands_in_both_calendars(year: int, text: str) -> None:
    assert era_year(year) == text


def test_dates_are_as_exact_as_they_are_known() -> None:
    assert (date("2020-10-01"), date("2025-12"), date("2021")) == ("2020年10月1日", "2025年12月", "2021年")


def test_an_interval_without_a_limit_is_not_written() -> None:
    assert interval(1.0, 2.0, 1) == "1.0〜2.0"
    assert interval(float("nan"), 2.0, 1) == ""


def test_every_reason_for_an_empty_cell_has_a_word() -> None:
    words = [status_word(status) for status in STATUSES if status != "observed"]
    assert all(words)
    assert len(set(words)) == len(words)


def test_a_fiscal_year_is_called_one() -> None:
    assert era_year(2023, fiscal=True) == "令和5年度（2023年度）"
    assert era_year(1925, fiscal=True) == "1925年度"


def test_a_year_has_no_thousands_separator_and_reads_on(catalog: Catalog) -> None:
    assert figure(2030, catalog.indicators[PEAK]) == "2030"
    assert with_unit(2030, catalog.indicators[PEAK]) == "2030年"
    assert figure(2030, catalog.indicators["population"]) == "2,030"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"value": 2030.0, "lower": NAN, "upper": NAN, "method": "peak", "status": "projected"}, "2030"),
        (
            {"value": NAN, "lower": 2045.0, "upper": NAN, "method": "still_rising", "status": "projected"},
            "2045年以降",
        ),
        (
            {"value": NAN, "lower": NAN, "upper": 2015.0, "method": "falling_already", "status": "projected"},
            "2015年以前",
        ),
        ({"value": NAN, "lower": NAN, "upper": NAN, "method": "none", "status": "missing"}, "資料なし"),
    ],
)
def test_a_peak_beyond_the_projection_is_said_and_not_shown_as_one(
    row: dict[str, object], said: str, catalog: Catalog
) -> None:
    assert figure_or_word(row, catalog.indicators[PEAK]) == said


def test_an_index_says_what_is_100(catalog: Catalog) -> None:
    assert with_unit(94.35, catalog.indicators["demand_index_medical"]) == "94.4（2020年＝100）"


def test_a_fiscal_year_is_a_fiscal_year_in_a_table_too() -> None:
    assert (year_word(2022), year_word(2022, fiscal=True), year_word(NAN)) == ("2022年", "2022年度", "")
