from __future__ import annotations

import pytest
from chart_reading import SHARE

from carecompare.text.topics.funnel_words import finding, spread


@pytest.mark.parametrize(
    ("where", "value", "words"),
    [
        ("inside", 19.0, "全国19.4%との差が、ふつうに見られる幅（95%、偶然と市区町村どうしの違い）の中"),
        ("beyond_95", 20.0, "95%の幅の外だが、99.8%の幅の中にある（全国19.4%より高い）"),
        ("beyond_998", 17.6, "99.8%の幅の外にある（全国19.4%より低い）"),
    ],
)
def test_a_finding_says_where_the_figure_lies(where: str, value: float, words: str) -> None:
    said = finding("長岡市", {"where": where, "value": value, "reason": ""}, 19.4, SHARE)
    assert said.startswith(f"長岡市の高齢化率{value:.1f}%は、")
    assert words in said


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("insurer_level", "広域連合"),
        ("few_events", "人数が少なく"),
        ("few_residents", "100人に満たない"),
        ("unknown_ages", "注意が要る"),
    ],
)
def test_what_is_not_judged_has_its_reason(reason: str, words: str) -> None:
    said = finding("大和村", {"where": "", "value": 15.7, "reason": reason}, 19.4, SHARE)
    assert words in said
    assert "判定しません" in said


def test_a_town_without_a_figure_is_told_so() -> None:
    assert "値がない" in finding("双葉町", None, 19.4, SHARE)


def test_how_many_lie_inside_is_said_with_its_share() -> None:
    said = spread(387, 1442, 1528)
    assert "1,528市区町村のうち、偶然だけの95%の幅の中は387（25%）" in said
    assert "足した95%の幅の中は1,442（94%）" in said
