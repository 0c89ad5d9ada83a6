"""Bars from the plan to what was done."""

from __future__ import annotations

import pytest
from chart_reading import drawn_marks, drawn_texts, outside, overlapping

from carecompare.charts import PlanBar, plan_bars

ITEMS = [
    PlanBar("訪問介護", 97.5, "best", "97.5% ◎", ""),
    PlanBar("定期巡回・随時対応型訪問介護看護", 450.0, "poor", "450.0% ×", ""),
    PlanBar("夜間対応型訪問介護", 0.0, "poor", "0.0% ×", ""),
]


def test_a_bar_goes_from_the_plan_to_what_was_done_and_ends_at_the_edge() -> None:
    ends = [
        (float(each["start"]), float(each["stop"])) for each in drawn_marks(plan_bars(ITEMS, "計画"), "bar")
    ]
    assert ends == [(100, 97.5), (100, 200), (100, 0)]


def test_small_differences_do_not_look_large() -> None:
    picture = plan_bars([ITEMS[0]], "計画")
    numbers = {each["name"]: each["value"] for each in picture["params"]}
    assert (numbers["start"], numbers["end"]) == (80, 120)


@pytest.mark.parametrize("width", [330, 640])
def test_names_figures_and_the_word_at_the_line_touch_nothing(width: int) -> None:
    texts = drawn_texts(plan_bars(ITEMS, "計画どおり"), width)
    assert {each.text for each in texts} >= {"計画どおり", "450.0% ×", ITEMS[1].name_ja}
    assert overlapping(texts) == []
    assert outside(texts, width) == []
