"""How many municipalities have the figures of each source."""

from __future__ import annotations

import pandas as pd
import pytest
from chart_reading import drawn_marks, drawn_texts, outside, overlapping

from carecompare.charts import coverage_bars


@pytest.fixture
def sources() -> pd.DataFrame:
    rows = [
        ("介護保険事業状況報告（年報）", 1614, 0, 127, "1,614（92.7%）", "x"),
        ("介護サービス情報公表システム", 1000, 700, 41, "1,000（57.4%）", "y"),
        ("令和2年国勢調査", 1741, 0, 0, "1,741（100.0%）", "z"),
    ]
    return pd.DataFrame(rows, columns=["name_ja", "all", "some", "none", "label", "tip"])


def test_the_parts_of_a_bar_fill_all_municipalities(sources: pd.DataFrame) -> None:
    parts = [
        each for each in drawn_marks(coverage_bars(sources), "bar") if each["name_ja"].startswith("介護サ")
    ]
    assert [(float(each["start"]), float(each["stop"])) for each in parts] == [
        (0, 1000),
        (1000, 1700),
        (1700, 1741),
    ]


@pytest.mark.parametrize("width", [330, 640])
def test_names_and_figures_stand_in_order_and_touch_nothing(sources: pd.DataFrame, width: int) -> None:
    texts = drawn_texts(coverage_bars(sources), width)
    assert {each.text for each in texts} >= {*sources["name_ja"], *sources["label"]}
    names = [
        each.text for each in sorted(texts, key=lambda each: each.y) if each.text in set(sources["name_ja"])
    ]
    assert names == sources["name_ja"].tolist()
    assert overlapping(texts) == []
    assert outside(texts, width) == []
