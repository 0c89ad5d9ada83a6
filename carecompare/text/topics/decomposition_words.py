"""Words of the page that asks whether it is the ages or the municipality."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from carecompare.text.format import municipalities, number, signed

if TYPE_CHECKING:
    from collections.abc import Sequence


TITLE = "認定率の差を年齢構成と年齢別の認定率に分ける"
AGAINST = "認定率をくらべる相手"
AGAINST_PEERS = "くらべる相手の合計"
AGAINST_PEERS_SHORT = "相手の合計"
AGAINST_NATION = "全国"
BAND = {"65_to_74": "65〜74歳", "75_to_84": "75〜84歳", "85_and_over": "85歳以上"}
STEP = {
    "structure": "年齢構成 {band}",
    "expected": "年齢構成だけ違う場合",
    "rates": "認定率 {band}",
}
COLUMN = {
    "band": "年齢",
    "own_share": "構成 自町",
    "other_share": "構成 相手",
    "own_rate": "率 自町",
    "other_rate": "率 相手",
    "structure": "構成の分",
    "rates": "率の分",
    "persons": "人数",
}
PERSONS_COLUMN = {
    "own_certified": "認定者数 自町（人）",
    "own_insured": "被保険者数 自町（人）",
    "other_certified": "認定者数 相手（人）",
    "other_insured": "被保険者数 相手（人）",
}
ALL_BANDS = "計"
CAPTION = "自町＝{own}、相手＝{other}。構成は65歳以上の被保険者に占める割合（%）、率は認定率（%）、分はポイント、人数は率の分を人にしたもの"
WHAT = "認定率の差の内訳（ポイント）、{year}"
SUBTITLE = (
    "要介護・要支援認定率（%）、{year}。◆＝認定率（白抜きは年齢構成だけが違う場合の率）　"
    "薄い棒＝年齢構成の分　濃い棒＝年齢別の認定率の分　白抜きの棒＝認定者が10人未満　横軸は0から始まりません"
)
METHOD_NOTE = (
    "2つの率の差を、年齢構成の違いと年齢別の認定率の違いに、両者の平均を重みにして分けています"
    "（Kitagawaの要因分解）。2つの分の合計は差とちょうど一致します。性別はそろえていません。"
)
NOT_GOOD_OR_BAD = (
    "認定率が高い・低いことは良し悪しではありません。"
    "健康状態のほか、申請のしやすさや、ほかの支えの有無によっても変わります。"
)
ROUNDED = "四捨五入のため、表示した2つの分の合計が差と合わないことがあります。"
FEW = "{bands}は認定者が10人未満で、偶然で大きく変わります。"
OWN_INSURER = "{own}の値は、保険者である{insurer}全体の値です。{own}だけの値ではありません。"
LEFT_OUT = "{names}は認定者数が分からないため、合計に含めていません。"
REVERSED = {
    "lower": "{own}の認定率は{others}より高いのに、年齢別に見ると、どの年齢でも低い（下の年齢別の表）。高齢の人の割合が高いための逆転です。",
    "higher": "{own}の認定率は{others}より低いのに、年齢別に見ると、どの年齢でも高い（下の年齢別の表）。高齢の人の割合が低いための逆転です。",
}
ELSEWHERE = ("下の年齢別の表", "年齢別の表は「高齢化か、自町か」")
NOTHING = {
    "own_unknown": "{own}は、どの広域連合などが保険者か手元の資料では分からないため、認定率の差を分けられません。0ではありません。",
    "others_unknown": "{other}の年齢別の認定者数が手元の資料にないため、くらべられません。別の相手を選んでください。",
    "same_insurer": "{own}と{other}は同じ保険者（{insurer}）で、値が同じです。別の相手を選んでください。",
    "own_few": "{own}は第1号被保険者が100人に満たず、認定率を示さないため、差も分けません。",
    "others_few": "{other}は第1号被保険者が100人に満たず、認定率を示さないため、差も分けません。別の相手を選んでください。",
    "no_comparators": "くらべる相手がありません。上の欄で、県や全国を選ぶこともできます。",
}


def difference(own: str, other: str, total: float, structure: float, rates: float) -> str:
    """Return the finding: a difference and its two parts, in percentage points."""
    if number(abs(total), 1) == number(0.0, 1):
        opening = f"{own}と{other}の認定率はほぼ同じで"
    else:
        opening = f"{own}と{other}の認定率の差{signed(total, 1)}ポイントのうち"
    return f"{opening}、年齢構成によるもの{signed(structure, 1)}、年齢別の認定率によるもの{signed(rates, 1)}"


def reversed_rate(own: str, others: str, way: str, *, here: bool = True) -> str:
    """Return that a rate is the other way round in every age band.

    Parameters
    ----------
    own, others : str
        Names.
    way : str
        ``lower`` or ``higher``: how the own rate is in every band.
    here : bool
        Whether the table by age stands on the page.
    """
    said = REVERSED[way].format(own=own, others=others)
    return said if here else said.replace(*ELSEWHERE)


def is_rounded(total: float, structure: float, rates: float) -> bool:
    """Return whether the figures shown do not add up as shown."""
    shown = [
        math.floor(abs(each) * 10 + 0.5 + 1e-9) * (1 if each > 0 else -1)
        for each in (total, structure, rates)
    ]
    return shown[0] != shown[1] + shown[2]


def in_persons(other: str, expected: float, certified: float) -> str:
    """Return how many would be certified without a difference of the rates by age, and how many are."""
    more = signed(certified - expected)
    return (
        f"人数にすると：{other}と年齢別の認定率に差がないとした場合は約{number(expected)}人、"
        f"実際は{number(certified)}人（{more}人）です。"
    )


def chance(lower: float, upper: float) -> str:
    """Return whether the part of the rates may be chance."""
    said = f"年齢別の認定率による分の95%区間は{signed(lower, 1)}〜{signed(upper, 1)}ポイントで、"
    return said + (
        "0を含むため、偶然でも起こりうる差です。"
        if lower <= 0 <= upper
        else "0を含まず、偶然では説明しにくい差です。"
    )


def pooled(count: int) -> str:
    """Return the name of the comparators taken together."""
    return f"{AGAINST_PEERS}（{municipalities(count)}）"


def few(bands: Sequence[str]) -> str:
    """Return the caution on bands with few persons."""
    return FEW.format(bands="・".join(BAND[each] for each in bands))


def step_figure(part: str, reach: float, points: float, persons: float) -> str:
    """Return the label of one step: a rate, or points with persons."""
    if part in {"structure", "rates"}:
        return f"{signed(points, 1)}（{signed(persons)}人）"
    return f"{number(reach, 1)}%"


def step_tooltip(name: str, points: float, persons: float, *, few: bool) -> str:
    """Return what a step says when it is pointed at."""
    said = f"{name}：{signed(points, 2)}ポイント、{signed(persons)}人"
    return f"{said}（認定者が10人未満）" if few else said
