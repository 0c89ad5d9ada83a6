"""Words of the picture of two figures over all municipalities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text.format import number, with_unit
from carecompare.text.topics.judged_sentences import FOR, OTHERWISE

if TYPE_CHECKING:
    from carecompare.catalog import Indicator
    from carecompare.rows import Reason

UP = "たて（上ほど大きい）"
ACROSS = "よこ（右ほど大きい）"
SUBTITLE = "たて：{up}。よこ：{across}。円の大きさ＝人口。赤＝自町　濃い円＝くらべる相手　薄い円＝ほかの市区町村　白抜き＝順位を付けない値　線＝市区町村の中央値"
WHAT = "{up} × {across}"
AXIS = "{name}（{unit}、{when}）"
FINDING = "{relation}。{own}は{up}{up_value}、{across}{across_value}"
UNRANKED = "（{why}）"
FINDING_WITHOUT = "{relation}。{own}には両方の値がそろっていません"
SAME = "たてとよこに別の指標を選んでください。"
TOGETHER = "{across}の高い市区町村ほど、{up}は{way}{degree}"
HIGHER, LOWER = "高い", "低い"
UNRELATED = "{across}と{up}に、はっきりした関係は見られない"
UNKNOWN = "{across}と{up}の関係は、値のそろう市区町村が少ないため述べません"
# From the strongest: the least size of the coefficient and what is said of it.
DEGREES = ((0.7, "傾向が強い"), (0.4, "傾向がある"), (0.2, "傾向がわずかにある"))
COEFFICIENT = (
    "順位相関は{coefficient}です（Spearman、順位を付けられる値がそろう{count}市区町村。1か−1に近いほどそろって動き、0なら関係なし）。"
    "一緒に動くことは原因を意味しません。人口の規模や年齢構成など、別の事情が両方を動かしていることがあります。"
)
SHARED = "2つの指標は同じ件数（{counts}）から作るため、それだけでも関係が現れます。"
AT_EDGE = "枠の外の値をもつ{count}市区町村は、枠の端に描いています。値は表とCSVにあります。"
NOT_DRAWN = "どちらかの値がない{count}市区町村は描いていません。"
AREA, POPULATION = "市区町村", "人口"
TOOLTIP = {"name": AREA, "said_up": "たて", "said_across": "よこ", "people": POPULATION}
CAPTION = "自町とくらべる相手"
NOTE = "注"


def relation(coefficient: float, up: str, across: str) -> str:
    """Return what a coefficient says of two figures; NaN where it says nothing."""
    names = {"up": up, "across": across}
    if coefficient != coefficient:  # noqa: PLR0124 - NaN
        return UNKNOWN.format(**names)
    size = abs(coefficient)
    degree = next((said for least, said in DEGREES if size >= least), "")
    if not degree:
        return UNRELATED.format(**names)
    return TOGETHER.format(**names, way=HIGHER if coefficient > 0 else LOWER, degree=degree)


def coefficient_note(coefficient: float, count: int) -> str:
    """Return the coefficient with what it does not say; nothing where there is none."""
    if coefficient != coefficient:  # noqa: PLR0124 - NaN
        return ""
    said = number(coefficient, 2)
    return COEFFICIENT.format(coefficient=said, count=number(count))


def figure_said(value: float, indicator: Indicator, reason: Reason) -> str:
    """Return a figure as the sentence says it, with the reason why it takes no rank."""
    return with_unit(value, indicator) + (UNRANKED.format(why=FOR.get(reason, OTHERWISE)) if reason else "")
