"""Words of the funnel: how far from the nation chance alone may take a municipality of that size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text.format import number, with_unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.catalog import Indicator
    from carecompare.rows import FunnelRow, Reason


def finding(own: str, row: FunnelRow | None, reference: float, indicator: Indicator) -> str:
    """Return whether the difference from the nation may be chance, or why that is not judged.

    Parameters
    ----------
    own : str
        Name of the own municipality.
    row : FunnelRow or None
        Its row of a funnel.
    reference : float
        Share of the nation.
    indicator : Indicator
        What is shown.

    Returns
    -------
    str
        A sentence without its full stop, as titles have none.
    """
    name = indicator.name_ja
    if row is None:
        return NO_FIGURE.format(own=own, name=name)
    if row["reason"]:
        reason = REASONS.get(row["reason"], OTHER_REASON)
        return NOT_JUDGED.format(own=own, name=name, reason=reason)
    return FINDING[row["where"]].format(
        own=own,
        name=name,
        value=with_unit(row["value"], indicator),
        reference=with_unit(reference, indicator),
        way=HIGHER if row["value"] > reference else LOWER,
    )


def spread(by_chance: int, inside: int, of: int) -> str:
    """Return how many of all municipalities lie within what chance allows, and within the wider limits."""
    shares = {name: number(100 * count / of) for name, count in (("chance", by_chance), ("share", inside))}
    return SPREAD.format(of=number(of), by_chance=number(by_chance), inside=number(inside), **shares)


SECTION = "偶然の幅（じょうご図）"
LEAD = (
    "人数の少ない市区町村ほど、率は偶然で大きく動きます。淡い線は偶然だけの幅、濃い線は市区町村どうしがふだん違う分を"
    "足した幅です。濃い線の内側なら、全国との差はほかの市区町村にもふつうに見られる大きさです。"
)
WHAT = "{label}（{unit}）、{when}"
SUBTITLE = (
    "{label}（{unit}）、{when}。横＝{denominator}（右ほど多い）、横線＝全国{reference}、"
    "破線＝95%の幅、実線＝99.8%の幅（淡い線＝偶然だけ、濃い線＝市区町村どうしの違いを足したもの）。赤い点＝自町、濃い点＝くらべる相手、薄い点＝ほかの市区町村"
)
FINDING = {
    "inside": "{own}の{name}{value}は、全国{reference}との差が、ふつうに見られる幅（95%、偶然と市区町村どうしの違い）の中",
    "beyond_95": "{own}の{name}{value}は、偶然に市区町村どうしの違いを足した95%の幅の外だが、99.8%の幅の中にある（全国{reference}より{way}）",
    "beyond_998": "{own}の{name}{value}は、偶然に市区町村どうしの違いを足した99.8%の幅の外にある（全国{reference}より{way}）",
}
HIGHER, LOWER = "高い", "低い"
NOT_JUDGED = "{own}の{name}は、{reason}、偶然の幅の中かどうかを判定しません"
NO_FIGURE = "{own}には{name}の値がないため、偶然の幅の中かどうかを判定しません"
REASONS: Mapping[Reason, str] = {
    "insurer_level": "保険者（広域連合など）の値のため",
    "few_events": "人数が少なく偶然で大きく動くため",
    "few_residents": "分母が100人に満たないため",
}
OTHER_REASON = "値に注意が要るため"
SPREAD = (
    "全国の{of}市区町村のうち、偶然だけの95%の幅の中は{by_chance}（{chance}%）です。偶然だけなら95%が中に入るはずで、"
    "残りの差は、年齢構成・認定のしかた・資源などの違いを含みます。その分を足した95%の幅の中は{inside}（{share}%）です。"
    "幅の外にあることは、良し悪しではありません。"
)
RULE = (
    "幅は全国の値のまわりの正規近似です。濃い線は、両端の10%を丸めたスコアから見積もった市区町村どうしの分散を足しています"
    "（Spiegelhalter 2005）。保険者が複数の市区町村にまたがる値は点にしていません。"
)
TOOLTIP = {"name": "市区町村", "value": "値", "population": "分母", "where": "偶然の幅"}
WHERE = {"inside": "95%の中", "beyond_95": "95%の外", "beyond_998": "99.8%の外"}
COLUMNS = ("市区町村", "分母", "値", "偶然だけの95%の幅", "95%の幅", "99.8%の幅", "幅の中か")
FILE = {
    "area": "市区町村コード",
    "name": "市区町村",
    "population": "分母",
    "value": "値",
    "low_95": "偶然だけの95%の幅（下）",
    "high_95": "偶然だけの95%の幅（上）",
    "low_998": "偶然だけの99.8%の幅（下）",
    "high_998": "偶然だけの99.8%の幅（上）",
    "wide_low_95": "95%の幅（下）",
    "wide_high_95": "95%の幅（上）",
    "wide_low_998": "99.8%の幅（下）",
    "wide_high_998": "99.8%の幅（上）",
    "where": "幅の中か",
    "note": "注",
}
