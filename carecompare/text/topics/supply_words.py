"""Words on supply against demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text.format import number, signed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import Indicator


SECTION = "今の密度を保つには：これからの必要数"
SERVICE = "サービス"
SERIES = {
    "population_75_and_over_ipss_ages": "75歳以上",
    "population_65_and_over_ipss": "65歳以上",
}
END = "{name} {year}年 {figure}"
NOT_PROJECTED = "推計なし"
POINT = "{year}年：{figure}"
YEAR = "{year}年"
COLUMN = {
    "year": "年",
    "older": "75歳以上（人）",
    "older_needed": "必要数",
    "older_range": "95%区間",
    "aged": "65歳以上（人）",
    "aged_needed": "必要数",
}
FILE_COLUMN = {
    "year": "年",
    "series": "合わせる人口",
    "population": "人口（人）",
    "growth": "はじめの年に対する比",
    "needed": "必要数（か所）",
    "lower": "必要数の95%下限",
    "upper": "必要数の95%上限",
}
CAPTION = "必要数（か所）は、{year}年の密度がそのまま続くとした計算"
NOW = "今 {offices}"
AXIS_OFFICES = "か所"
AXIS_GROWTH = "{year}年＝100"
UNIT_INDEX = "指数"
WHAT = "{service}（か所）：今の密度を保つ数"
WHAT_GROWTH = "{year}年を100とした人口"
SUBTITLE = (
    "{service}（か所）。太い線＝75歳以上の人口に合わせる場合（{ages}、{ages_last}年まで）　"
    "点線＝65歳以上の人口に合わせる場合（{total}、{total_last}年まで）　帯＝今の数の95%区間　横線＝今の数"
)
SUBTITLE_GROWTH = (
    "{year}年を100とした人口。太い線＝75歳以上（{ages}、{ages_last}年まで）　"
    "点線＝65歳以上（{total}、{total_last}年まで）"
)
NOT_A_TARGET = (
    "密度を保つことが目標とは限りません。在宅への移行、広域での利用、人材、単価などで必要数は変わります。"
)
HOW = (
    "{year}年の{service}の数を、同じ年の人口で割った密度がそのまま続くとした計算です。"
    "{year}年の人口は国勢調査の不詳補完値、その後は推計の増減率で進めています（当方算出）。"
    "75歳以上の推計は{ages}（{ages_last}年まで）、65歳以上の推計は{total}（{total_last}年まで）です。"
)
RANGE = "見込みの幅：2つの仮定と今の数の95%区間を合わせると、{year}年は約{lowest}〜{highest}か所です。"
RANGE_IS = "帯は今の数が偶然で動く幅の目安です。推計そのものの誤差は含みません。"
REASON = {
    "few_offices": "{service}は{offices}か所で、10か所未満のため、必要数は図にせず、人口の伸びで示しています。表の必要数は計算上の参考です。",
    "offices_unknown": "{service}の今の数が手元の資料にないため、必要数は計算できません。人口の伸びだけを示しています。",
    "no_office": "{service}は今0か所のため、必要数は計算できません。人口の伸びだけを示しています。",
}
NO_PROJECTION = "{own}には市区町村別の将来推計がないため、必要数を計算できません。"
NO_PEAK = "{own}には市区町村別の将来推計がないため、75歳以上の人口のピークは分かりません。"
NO_SERVICE = "将来の必要数を計算できるサービスがありません。"


def needed(
    own: str, indicator: Indicator, now: tuple[int, float], points: Sequence[tuple[int, float]]
) -> str:
    """Return the offices needed: the most, at the end, and at the end of the other assumption."""
    most, end, other = points
    highest = f"{most[0]}年に約{number(most[1])}か所が最も多く、" if most[0] not in {now[0], end[0]} else ""
    return (
        f"{own}の{indicator.name_ja}は{now[0]}年に{number(now[1])}か所。今の密度を保つ数は、75歳以上に合わせると"
        f"{highest}{end[0]}年に約{number(end[1])}か所、65歳以上に合わせると{other[0]}年に約{number(other[1])}か所"
    )


def growth(own: str, year: int, older: tuple[int, float] | None, aged: tuple[int, float] | None) -> str:
    """Return how the aged population changes, where offices are too few to be multiplied."""
    parts = [
        f"{name}は{each[0]}年に{signed(100 * (each[1] - 1))}%"
        for name, each in (("75歳以上", older), ("65歳以上", aged))
        if each is not None
    ]
    return f"{own}の推計人口は、{year}年にくらべて{'、'.join(parts)}"
