from __future__ import annotations

import pytest

from carecompare.tables import STATUSES
from carecompare.text.format import date, era_year, interval, number, status_word


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
