"""The states of a worksheet as bars."""

from __future__ import annotations

import pytest
from chart_reading import drawn_marks, drawn_texts, outside, overlapping

from carecompare.charts import state_bars

STAGES = {
    "地域の課題の把握と社会資源の発掘": {"known": 5, "partly": 4, "unknown": 3, "not_applicable": 1, "": 3},
    "対応策の決定・実行": {"known": 0, "partly": 1, "unknown": 0, "not_applicable": 0, "": 4},
}


def test_the_parts_of_a_bar_are_as_long_as_their_numbers_and_none_is_drawn_of_nothing() -> None:
    parts = [each for each in drawn_marks(state_bars(STAGES), "bar") if each["name_ja"].startswith("対応策")]
    assert [(float(each["start"]), float(each["stop"])) for each in parts] == [(0, 1), (1, 5)]


@pytest.mark.parametrize("width", [330, 640])
def test_every_number_stands_with_its_sign_and_touches_nothing(width: int) -> None:
    texts = drawn_texts(state_bars(STAGES), width)
    assert {each.text for each in texts} >= {*STAGES, "●5", "◐4", "○3", "―1", "・3", "◐1", "・4"}
    assert overlapping(texts) == []
    assert outside(texts, width) == []


def test_an_empty_sheet_is_drawn_too() -> None:
    nothing = dict.fromkeys(("known", "partly", "unknown", "not_applicable"), 0)
    assert "・30" in {each.text for each in drawn_texts(state_bars({"全体": {**nothing, "": 30}}), 330)}
