"""All municipalities by size and share."""

from __future__ import annotations

from typing import Any

import pytest
from chart_reading import SHARE, datasets, drawn_marks, drawn_texts, outside, overlapping, specification

from carecompare.charts import Picture, funnel_dots, funnel_points, theme
from carecompare.tables import INSURER_LEVEL


def row(population: float, value: float, **others: Any) -> dict[str, Any]:
    return {
        "area": "15202",
        "name_ja": "長岡市",
        "population": population,
        "value": value,
        "where": "inside",
        "reason": "",
    } | others


PEER = row(3000.0, 20.0)
OTHERS = [row(120.0, 31.0), row(900_000.0, 19.0, name_ja="世田谷区", where="beyond_998"), PEER]
CURVE = [
    {"population": size, "low_95": 20 - width, "high_95": 20 + width, "low_998": -4.0, "high_998": 20.0}
    | {f"wide_{end}": 20.0 for end in ("low_95", "high_95", "low_998", "high_998")}
    for size, width in ((120, 9.0), (900_000, 0.5))
]


def picture(own: dict[str, Any] | None = None) -> Picture:
    dots = funnel_dots([*OTHERS, own] if own and not own["reason"] else OTHERS, SHARE)
    return funnel_points(dots, own, [PEER], CURVE, 19.4, SHARE, "第1号被保険者数")


def test_each_municipality_is_a_point_and_the_own_and_peers_stand_on_theirs() -> None:
    chart = picture(row(500.0, 17.6))
    drawn = datasets(chart)
    assert {name: len(drawn[name]) for name in ("own", "peers")} == {"own": 1, "peers": 1}
    points = drawn_marks(chart, "circle")
    assert [(each["市区町村"], each["値"], each["分母"], each["偶然の幅"]) for each in points[1:3]] == [
        ("世田谷区", "19.0%", "900,000", "99.8%の外"),
        ("長岡市", "20.0%", "3,000", "95%の中"),
    ]
    assert [each["fill"] for each in points] == [theme.PEER] * 4 + [theme.DARK]
    assert drawn["peers"][0]["value"] == "20.0%"
    assert drawn["peers"][0]["where"] == "95%の中"
    assert specification(picture())["layer"]


@pytest.mark.parametrize("width", [300, 340, 640, 900])
@pytest.mark.parametrize("population", [120.0, 9000.0, 900_000.0])
def test_the_own_name_stays_on_the_paper_and_no_words_overlap(width: int, population: float) -> None:
    texts = drawn_texts(picture(row(population, 25.0)), width)
    assert "長岡市" in {each.text for each in texts}
    assert outside(texts, width) == []
    assert overlapping(texts) == []


def test_a_limit_off_the_paper_is_not_drawn() -> None:
    assert [each["low_998"] for each in datasets(picture())["curve"]] == [None, None]


def test_what_is_not_judged_is_hollow_and_an_insurer_s_figure_a_square() -> None:
    few, insurer = (
        datasets(picture(row(500.0, 17.6, where="", reason=reason)))["own"][0]
        for reason in ("few_events", INSURER_LEVEL)
    )
    assert few["fill"] == insurer["fill"] == theme.PAPER
    assert (few["shape"], insurer["shape"]) == ("circle", "square")
