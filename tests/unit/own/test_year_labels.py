"""Years as officials write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from upload_making import text_file

from carecompare.own import OwnFigure
from carecompare.own.uploads.check import checked
from carecompare.own.uploads.sheets import read_sheets
from carecompare.own.uploads.year_labels import year_label

if TYPE_CHECKING:
    from carecompare.own.uploads.known import Known


@pytest.mark.parametrize(
    ("written", "fiscal", "calendar", "status"),
    [
        ("令和7(2025)年", 2025, 2025, ""),
        ("2025（令和7）年度", 2025, 2025, ""),
        ("令和7年度末", 2025, 2025, ""),
        ("令和7年3月末時点", 2024, 2024, ""),
        ("令和７年３月３１日現在", 2024, 2024, ""),
        ("平成31(2019)年3月末", 2018, 2018, ""),
        ("令和7年1月1日", 2024, 2025, ""),
        ("令和7年10月1日", 2025, 2025, ""),
        ("2025/10/1", 2025, 2025, ""),
        ("10/1/2025", 2025, 2025, ""),
        ("20251001", 2025, 2025, ""),
        ("2025-10-01 00:00:00", 2025, 2025, ""),
        ("R7.10.1", 2025, 2025, ""),
        ("2025年度実績", 2025, 2025, "actual"),
        ("実績値（令和5年度）", 2023, 2023, "actual"),
        ("令和7年度（見込み）", 2025, 2025, "expected"),
        ("R8計画", 2026, 2026, "planned"),
        ("平成37年度（推計）", 2025, 2025, "expected"),
        ("平成31年度／令和元年度", 2019, 2019, ""),
        ("平成31年度・令和元年度", 2019, 2019, ""),
        ("㋿7年", 2025, 2025, ""),
        ("FY2025", 2025, 2025, ""),
        ("西暦2025年", 2025, 2025, ""),
        ("令和元年", 2019, 2019, ""),
    ],
)
def test_a_label_says_its_year_and_its_status(written: str, fiscal: int, calendar: int, status: str) -> None:
    label = year_label(written)
    assert label is not None
    assert (label.year_as(fiscal=True), label.year_as(fiscal=False), label.status) == (
        fiscal,
        calendar,
        status,
    )


@pytest.mark.parametrize(
    "written",
    "去年 れいわ6年 年度 実績 7 R5〜R7 2024-25 2024/2025 令和5年度計画・実績 元年 3000 "
    "令和5年度・令和6年度 増減 2025年度版 令和7年13月".split(),
)
def test_what_is_no_year_or_several_is_none(written: str) -> None:
    assert year_label(written) is None


def test_the_kind_of_figure_is_kept_and_a_result_goes_before_a_plan(known: Known) -> None:
    table = [
        ["指標", "令和6年度計画", "令和6年度実績", "令和7年度（見込み）"],
        ["要介護・要支援認定率", "18.5", "18.3", "18.6"],
    ]
    result = checked(read_sheets(text_file(table), "x.csv"), known)
    assert [(each.year, each.value, each.status) for each in result.figures] == [
        (2024, 18.3, "actual"),
        (2025, 18.6, "expected"),
    ]
    assert [(each.problem, each.fields["found"]) for each in result.left_out] == [
        ("own_figure_less_firm", "18.5")
    ]
    assert [(each.label, each.year, each.status) for each in result.readings] == [
        ("令和6年度実績", 2024, "actual"),
        ("令和7年度（見込み）", 2025, "expected"),
        ("令和6年度計画", 2024, "planned"),
    ]


def test_a_column_of_its_own_says_the_kind_of_figure_too(known: Known) -> None:
    table = [
        ["指標", "年", "独自値", "実績・見込み・計画"],
        ["総人口", "2024", "260000", "計画"],
        ["総人口", "2025", "259000", "希望"],
    ]
    result = checked(read_sheets(text_file(table), "x.csv"), known)
    assert OwnFigure("", "population", 2024, 260_000.0, status="planned") in result.figures
    assert [(each.problem, each.fields["row"]) for each in result.problems] == [("own_status_wrong", 3)]


def test_fiscal_years_down_and_indicators_across_with_their_units_are_read(known: Known) -> None:
    table = [
        ["年度", "65歳以上人口（人）", "高齢化率（％）", "独自：通いの場（箇所）", "担当"],
        ["R5", "85000", "31.5", "41", "高齢福祉課"],
        ["R6", "85200", "31.9", "-", "高齢福祉課"],
    ]
    result = checked(read_sheets(text_file(table), "x.csv"), known)
    assert (result.problems, result.left_out, result.unread) == ((), (), ("E 担当",))
    assert [(each.item, each.year, each.value) for each in result.figures] == [
        ("own:65歳以上人口", 2023, 85_000.0),
        ("share_65_and_over", 2023, 31.5),
        ("own:通いの場", 2023, 41.0),
        ("own:65歳以上人口", 2024, 85_200.0),
        ("share_65_and_over", 2024, 31.9),
    ]
    assert [(each.name, each.unit) for each in result.items] == [("65歳以上人口", "人"), ("通いの場", "か所")]


def test_a_towns_own_table_is_read_as_far_as_it_can_be_and_the_rest_is_named(known: Known) -> None:
    table = [
        ["#", "住所", "年月日", "第1号被保険者数", "要介護（要支援）認定者数", "指数"],
        ["1", "見本市", "10/1/2024", "120114", "25994", "3"],
        ["2", "見本市", "10/1/2025", "120093", "26331", "4"],
    ]
    result = checked(read_sheets(text_file(table), "x.csv"), known)
    assert [(each.item, each.year, each.value) for each in result.figures] == [
        ("own:第1号被保険者数", 2024, 120_114.0),
        ("own:要介護（要支援）認定者数", 2024, 25_994.0),
        ("own:第1号被保険者数", 2025, 120_093.0),
        ("own:要介護（要支援）認定者数", 2025, 26_331.0),
    ]
    assert (result.problems, result.unread) == ((), ("B 住所",))
    assert [each.fields["found"] for each in result.left_out] == ["指数"]


def test_a_heading_with_a_slip_is_not_taken_for_an_own_item(known: Known) -> None:
    result = checked(read_sheets("年,総人囗（人）,高齢化率\n2024,260000,33\n".encode(), "x.csv"), known)
    assert [each.item for each in result.figures] == ["share_65_and_over"]
    assert [each.fields["found"] for each in result.left_out] == ["総人囗（人）"]


def test_an_own_item_keeps_its_characters_and_is_one_however_wide_it_is_written(known: Known) -> None:
    table = [["指標", "年", "値", "単位"], ["独自：\ufa10\u5d0eｻﾛﾝ１", "2024", "3", "か所"]]
    table += [["独自：\u585a\u5d0eサロン1", "2025", "4", "箇所"]]
    result = checked(read_sheets(text_file(table), "x.csv"), known)
    assert [each.item for each in result.figures] == ["own:\ufa10\u5d0eｻﾛﾝ１"] * 2
