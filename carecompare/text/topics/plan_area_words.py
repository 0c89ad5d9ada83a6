"""Words of the draft criteria of areas with special services. Nothing here says that a place is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text.format import date, number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.catalog import SpecialArea

LEAD = (
    "{name}（{date}、{meeting}）の数値の目安と、自町の数値との差です。{standing}{known}"
    "この画面の計算は参考で、対象になるかどうかを判断するものではありません。"
)
DRAFT = "{name}（{date}、{meeting}）による参考の計算です。案であり、対象になるかどうかを判断するものではありません。"
OWN_COLUMNS = ("項目", "{own}", "案の目安", "目安までの差")
OWN_ITEMS = (
    "75歳以上の人口密度（{unit}、{year}年）",
    "75歳以上（人、{year}年）",
    "{since}年からの増減（人）",
)
OWN_LIMITS = ("{per_km2}未満", "{persons}未満、かつ減少", "減少")
OWN_CAPTION = "数値の読み（案による）：{reading}"
SINCE = "「減少」をどの国勢調査からみるか（案には書かれていません）"
SINCE_YEAR = "{since}年から{year}年"
READINGS = {
    "sparse": "密度が目安未満",
    "falling": "人数が目安未満で減少",
    "few": "人数は目安未満だが減少していない",
    "neither": "どちらの目安も上回る",
    "unknown": "住民がいないか数値がなく、計算できない",
}
FINDINGS = {
    "sparse": "{own}の75歳以上は1km²あたり{density}人で、案の目安（{per_km2}人未満）を下回る",
    "falling": "{own}の75歳以上は{persons}人で、案の目安（{limit}人未満）を下回り、{since}年より{change}人少ない",
    "few": "{own}の75歳以上は{persons}人で案の目安（{limit}人未満）を下回るが、{since}年より減っていない",
    "neither": "{own}の75歳以上は1km²あたり{density}人、{persons}人で、案の数値の目安をどちらも上回る",
    "unknown": "{own}は{year}年に75歳以上の住民がいないか人数がなく、案の目安と比べられない",
}
SUBTITLE = "75歳以上の人口密度（{unit}）、{year}年。線は案の目安 {per_km2}人／km²（案、{date}）"
WHAT = "75歳以上の人口密度（{unit}）、{year}年（案、{date}）"
INDICATOR = "75歳以上の人口密度"
LIMIT = "案の目安"
COLUMNS = {
    "name": "市区町村",
    "persons": "75歳以上（人）",
    "km2": "面積（km²）",
    "persons_at_limit": "{per_km2}人／km²に当たる人数",
    "density": "密度（人／km²）",
    "above_density": "密度の目安との差",
    "above_persons": "{persons}人との差",
    "change": "{since}年からの増減",
    "reading": "数値の読み（案による）",
}
NO_VALUE = "資料なし"
NATION = "全国"
NATION_FINDING = (
    "数値だけで②の目安を下回るのは全国で{count}市区町村。案にあると伝えられる{known}とは一致しない"
)
NATION_SAME = "数値だけで②の目安を下回るのは全国で{count}市区町村で、案にあると伝えられる数と同じ"
NATION_SUBTITLE = "都道府県ごとの市区町村の数、{year}年国勢調査。減少は{since}年から（案、{date}）"
NATION_COLUMNS = {
    "prefecture": "都道府県",
    "municipalities": "市区町村",
    "below": "目安を下回る（計）",
    "sparse": "密度が目安未満",
    "falling": "人数が目安未満で減少",
    "few": "人数は目安未満だが減少していない",
    "unknown": "数値なし",
}
KNOWN = "{known_ja}この画面の計算では{counts}で、どの読み方でも{known}になりません。境の年、水面、年齢不詳の扱いの違いかもしれません。"
COUNT_SINCE = "{since}年からの減少なら{count}"
HOW = (
    "面積は市区町村の総面積（北方地域と竹島を除く）、75歳以上の人は国勢調査の公表のままの人数（年齢不詳を含まない）、"
    "{since}年の人数は今の境域に組み替えたものです。①の地域（特別地域加算など）を除いていません。"
)
STEPS_FINDING = "案の基準は3つの段階で、この画面が計算するのは②の数値だけ"
STEPS_COLUMNS = {
    "step": "段階",
    "criterion": "案の基準（要旨、当方の言葉）",
    "known_here": "この画面で分かること",
}
MAP_SECTION = "全国の地図"
STEPS_SECTION = "基準案の3つの段階"
LEGEND = "数値の読み（案による、参考）"
HOVER = {"density": "密度（人／km²）", "persons": "75歳以上（人）", "reading": "数値の読み"}


def lead(criteria: SpecialArea) -> str:
    """Return which text the limits follow, of when, and what the page does not say."""
    return LEAD.format(
        name=criteria.name_ja,
        date=date(criteria.date),
        meeting=criteria.meeting_ja,
        standing=criteria.standing_ja,
        known=criteria.known_by_ja,
    )


def draft_note(criteria: SpecialArea) -> str:
    """Return which draft, of when, a view follows, in one sentence for whatever leaves the screen."""
    return DRAFT.format(name=criteria.name_ja, date=date(criteria.date), meeting=criteria.meeting_ja)


def known_total(criteria: SpecialArea, counts: Mapping[int, int]) -> str:
    """Return the number of the draft beside our own of every reading of a fall."""
    listed = "、".join(
        COUNT_SINCE.format(since=since, count=number(count)) for since, count in counts.items()
    )
    return KNOWN.format(known_ja=criteria.known_ja, counts=listed, known=number(criteria.known))
