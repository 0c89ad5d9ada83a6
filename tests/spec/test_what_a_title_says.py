"""題の付け方: どの図の題も、数字から決まった規則で作られる1つの文。良し悪しは言わない。"""

from __future__ import annotations

from dataclasses import replace
from math import nan

import pytest
from indicator_making import density_indicator, share_indicator

from carecompare.text.sentences import WITHHELD, RankedFigure, ranked, scope

SHARE = share_indicator(label_ja="高齢化率")
FIGURE = RankedFigure(
    own="甲町",
    value=31.25,
    count=3_125,
    status="observed",
    position=2,
    of=12,
    among="先進10事例の",
    reason="",
)


@pytest.mark.parametrize(
    ("position", "end"),
    [
        (1, "の中で最も高い"),
        (2, "中2番目に高い"),
        (6, "中6番目に高い"),
        (7, "中6番目に低い"),
        (11, "中2番目に低い"),
        (12, "の中で最も低い"),
    ],
)
def test_a_title_counts_from_the_nearer_end(position: int, end: str) -> None:
    """12町の上半分は高い方から、下半分は低い方から数える。"""
    said = ranked(SHARE, replace(FIGURE, position=position))
    assert said == f"甲町の高齢化率31.3%は、先進10事例の12市区町村{end}"


def test_a_title_says_high_or_low_and_never_good_or_bad() -> None:
    """最も高くても最も低くても、良い・悪い・優れる・劣るとは言わない。"""
    for position in range(1, 13):
        said = ranked(SHARE, replace(FIGURE, position=position))
        assert not any(word in said for word in ("良", "悪", "優", "劣", "目標", "達成"))


def test_a_town_alone_is_highest_of_nobody() -> None:
    """値のある相手がいなければ、順位の代わりにそう言う。1町中1位とは言わない。"""
    for alone in (replace(FIGURE, of=1, position=1), replace(FIGURE, position=nan)):
        assert ranked(SHARE, alone) == "甲町の高齢化率は31.3%。くらべる相手に値がありません"


def test_a_missing_figure_is_named_by_why_it_is_missing_and_is_no_zero() -> None:
    """値がなければ、なぜないかを言う。0とは書かない。0は値なので、0として書く。"""
    for status, word in (("not_collected", "未収集"), ("missing", "資料なし")):
        said = ranked(SHARE, replace(FIGURE, value=nan, status=status))
        assert said == f"甲町の高齢化率は「{word}」です"
    assert "0.0%" in ranked(SHARE, replace(FIGURE, value=0.0, position=12))


def test_a_title_says_whom_the_town_is_among_and_whether_it_belongs_to_them() -> None:
    """事例の町なら「先進10事例の」、そうでない町なら「先進10事例に甲町を加えた」。"""
    assert scope("exemplars", "甲町", "乙県", own_is_member=True) == "先進10事例の"
    assert scope("exemplars", "甲町", "乙県", own_is_member=False) == "先進10事例に甲町を加えた"
    assert scope("prefecture", "甲町", "乙府", own_is_member=True) == "府内の"


def test_a_density_reads_on_from_its_name() -> None:
    """「10万人あたり」のような値は、括弧でなく文の続きとして読む。"""
    clinics = density_indicator(label_ja="診療所の密度", short_ja="診療所")
    said = ranked(clinics, replace(FIGURE, value=3.4, count=34))
    assert said.startswith("甲町の診療所は75歳以上千人あたり3.40か所で、")


def test_few_events_are_counted_in_the_title() -> None:
    """10件未満なら、件数を書いて、順位の代わりに理由を言う。"""
    said = ranked(SHARE, replace(FIGURE, count=9, reason="few_events", position=nan))
    assert said == f"甲町の高齢化率31.3%（9件）は、{WITHHELD['few_events']}"
