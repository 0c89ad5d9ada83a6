"""All municipalities by size and share."""

from __future__ import annotations

from typing import Any

import pytest
from chart_reading import SHARE, datasets, drawn_texts, outside, overlapping, specification

from carecompare.charts import Picture, funnel_points, theme
from carecompare.tables import INSURER_LEVEL


def row(role: str, population: float, value: float, **others: Any) -> dict[str, Any]:
    return {
        "area": "15202",
        "name_ja": "長岡市",
        "role": role,
        "population": population,
        "value": value,
        "where": "inside",
        "reason": "",
    } | others


OTHERS = [row("other", 120, 31.0), row("other", 900_000, 19.0), row("peer", 3000, 20.0)]
CURVE = [
    {"population": size, "low_95": 20 - width, "high_95": 20 + width, "low_998": -4.0, "high_998": 20.0}
    for size, width in ((120, 9.0), (900_000, 0.5))
]


def picture(*own: dict[str, Any]) -> Picture:
    return funnel_points([*own, *OTHERS], CURVE, 19.4, SHARE, "第1号被保険者数")


def test_each_municipality_is_a_point_of_its_role() -> None:
    drawn = datasets(picture(row("own", 500.0, 17.6)))
    assert {name: len(drawn[name]) for name in ("own", "peers", "others")} == {
        "own": 1,
        "peers": 1,
        "others": 2,
    }
    assert drawn["peers"][0]["value"] == "20.0%"
    assert drawn["peers"][0]["where"] == "95%の中"
    assert specification(picture())["layer"]


@pytest.mark.parametrize("width", [300, 340, 640, 900])
@pytest.mark.parametrize("population", [120.0, 9000.0, 900_000.0])
def test_the_own_name_stays_on_the_paper_and_no_words_overlap(width: int, population: float) -> None:
    texts = drawn_texts(picture(row("own", population, 25.0)), width)
    assert "長岡市" in {each.text for each in texts}
    assert outside(texts, width) == []
    assert overlapping(texts) == []


def test_a_limit_off_the_paper_is_not_drawn() -> None:
    assert [each["low_998"] for each in datasets(picture())["curve"]] == [None, None]


def test_what_is_not_judged_is_hollow_and_an_insurer_s_figure_a_square() -> None:
    few, insurer = (
        datasets(picture(row("own", 500.0, 17.6, where="", reason=reason)))["own"][0]
        for reason in ("few_events", INSURER_LEVEL)
    )
    assert few["fill"] == insurer["fill"] == theme.PAPER
    assert (few["shape"], insurer["shape"]) == ("circle", "square")
