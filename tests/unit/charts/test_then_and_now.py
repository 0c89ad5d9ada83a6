"""Figures of then and now: each point where it belongs, the own one across, readable at any width."""

from __future__ import annotations

import pytest
from chart_reading import SHARE, datasets, drawn_texts, outside, overlapping

from carecompare.charts import then_and_now
from carecompare.charts.theme import DARK, PAPER

ROWS = [
    ("長岡市", {2010: 25.5, 2015: 28.9, 2020: 31.6}),
    ("境港市・米子市", {2015: 27.0, 2020: 29.3}),
    ("上天草市（登録したもの）", {}),
]


def test_the_first_year_is_hollow_and_now_is_dark() -> None:
    points = datasets(then_and_now(ROWS, SHARE, "長野市 30.7%", 30.7))["points"]
    assert [(each["value"], each["ink"] == PAPER, each["ink"] == DARK) for each in points[:3]] == [
        (25.5, True, False),
        (28.9, False, False),
        (31.6, False, True),
    ]
    assert points[3]["ink"] not in {PAPER, DARK}
    assert "2010年" in points[0]["tooltip"]


@pytest.mark.parametrize("width", [300, 640, 1100])
@pytest.mark.parametrize("own", [9.0, 30.7, 55.0])
def test_words_stay_inside_and_apart(width: int, own: float) -> None:
    letters = drawn_texts(then_and_now(ROWS, SHARE, f"長野市 {own}%", own), width)
    assert f"長野市 {own}%" in [each.text for each in letters]
    assert overlapping(letters) == []
    assert outside(letters, width) == []


def test_without_an_own_figure_no_line_is_drawn() -> None:
    drawn = datasets(then_and_now(ROWS, SHARE, "", None))
    assert drawn["own"] == []
    assert len(drawn["names"]) == 3
    assert len(drawn["lines"]) == 2


def test_the_axis_never_goes_below_zero() -> None:
    picture = then_and_now([("甲", {2010: 0.1, 2020: 9.0})], SHARE, "乙", 5.0)
    assert next(each["value"] for each in picture["params"] if each["name"] == "low") == 0
