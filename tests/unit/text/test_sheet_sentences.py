"""What a line of the sheet says in words."""

from __future__ import annotations

from typing import Any

import pytest

from carecompare.text.topics.sheet_words import breakdown, difference, gap, overview, placed, trend

NAN = float("nan")


def line(**others: Any) -> dict[str, Any]:
    return {
        "value": 31.4,
        "reason": "",
        "beyond": "similar",
        "gap": NAN,
        "rank": 3.0,
        "of": 31,
        "best": 1.0,
        "worst": 9.0,
        "trend": "",
        "trend_from": 0,
        "trend_to": 0,
    } | others


FEW = line(reason="few_events", beyond="", rank=NAN, best=NAN, worst=NAN)
FIXED = line(beyond="")
SILENT = line(value=NAN, beyond="", rank=NAN)


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        (NAN, ""),
        (0.0, "同じ"),
        (0.4, "1か所未満"),
        (-0.4, "1か所未満"),
        (-3.2, "約△3か所"),
        (99.4, "約+99か所"),
        (424.0, "約+420か所"),
        (17_449.0, "約+17,000か所"),
    ],
)
def test_a_gap_is_said_in_units_people_feel(counted: float, said: str) -> None:
    assert gap(counted, "か所") == said


def test_a_difference_says_whether_chance_explains_it() -> None:
    assert difference(line(gap=424.0, beyond="higher"), "人") == "約+420人（高い）"
    assert difference(line(beyond="lower"), "人") == "低い"
    assert difference(FEW, "人") == ""


def test_a_rank_has_its_range_and_a_withheld_one_its_reason() -> None:
    assert placed(line()) == "3位／31（1〜9）"
    assert placed(line(best=3.0, worst=3.0)) == "3位／31"
    assert placed(FEW) == "数が少ない"


def test_a_trend_says_its_years() -> None:
    assert trend(line(trend="up", trend_from=2000, trend_to=2020)) == "上がっている（2000〜2020年の5つの値）"
    assert trend(line()) == ""


def test_the_overview_counts_what_differs_and_the_parts_add_up_to_all() -> None:
    lines = [line(beyond="higher"), line(beyond="lower"), line(), FEW, FIXED, SILENT]
    assert overview("長岡市", lines).startswith("長岡市は、6指標のうち2指標で")
    assert "上回る1、下回る1" in overview("長岡市", lines)
    said = breakdown(lines)
    numbers = [int(each) for each in "".join(c if c.isdigit() else " " for c in said).split()]
    assert numbers[0] == sum(numbers[1:]) == 6


def test_a_town_that_differs_in_nothing_is_told_so() -> None:
    assert "偶然ではないとまではいえません" in overview("大和村", [line(), FEW])
    assert "判定できる指標がありません" in overview("大和村", [FEW, FIXED])
