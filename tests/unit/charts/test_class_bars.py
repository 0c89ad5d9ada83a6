from __future__ import annotations

import math

import numpy as np
import pytest
from chart_reading import POPULATION, SHARE, datasets

from carecompare.charts import class_bars

FIGURES = np.arange(100, dtype=float)
HIGHEST, COLORS = (19.0, 59.0, 99.0), ((235, 214, 117), (139, 138, 115), (27, 47, 91))


def test_every_municipality_is_in_a_bar_of_the_colour_of_its_class() -> None:
    bars = class_bars(FIGURES, HIGHEST, COLORS, POPULATION, 31)["layer"][0]["data"]["values"]
    counted: dict[str, int] = {}
    for bar in bars:
        counted[bar["fill"]] = counted.get(bar["fill"], 0) + bar["count"]
    assert counted == {"#ebd675": 20, "#8b8a73": 40, "#1b2f5b": 40}


def test_the_own_figure_is_marked_and_a_missing_one_is_not() -> None:
    marked = datasets(class_bars(FIGURES, HIGHEST, COLORS, SHARE, 31.0))["own"]
    assert [(each["own"], each["label"]) for each in marked] == [(31.0, "自町 31.0")]
    assert datasets(class_bars(FIGURES, HIGHEST, COLORS, SHARE, math.nan))["own"] == []


@pytest.mark.parametrize("figures", [np.array([5.0]), np.full(50, 5.0), np.array([0.0] * 99 + [1e6])])
def test_odd_distributions_draw_too(figures: np.ndarray) -> None:
    top = float(figures.max())
    picture = class_bars(figures, (top,), COLORS[:1], POPULATION, top)
    bars = picture["layer"][0]["data"]["values"]
    assert sum(bar["count"] for bar in bars) == len(figures)
    ends = {each["name"]: each["value"] for each in picture["params"]}
    assert ends["low"] < ends["high"]
