"""Words of the funnel: how far from the nation chance alone may take a municipality of that size."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.rows import Reason

SECTION = "偶然の幅（じょうご図）"
LEAD = "人数の少ない市区町村ほど、率は偶然で大きく動きます。じょうごの内側なら、全国との差は偶然でも起こりうる大きさです。"
WHAT = "{label}（{unit}）、{when}"
SUBTITLE = (
    "{label}（{unit}）、{when}。横＝{denominator}（右ほど多い）、横線＝全国{reference}、"
    "破線＝偶然の95%の幅、実線＝99.8%の幅。赤い点＝自町、濃い点＝くらべる相手、薄い点＝ほかの市区町村"
)
FINDING = {
    "inside": "{own}の{name}{value}は、全国{reference}との差が、偶然でも起こりうる幅（95%）の中",
    "beyond_95": "{own}の{name}{value}は、偶然の95%の幅の外だが、99.8%の幅の中にある（全国{reference}より{way}）",
    "beyond_998": "{own}の{name}{value}は、偶然の99.8%の幅の外にある（全国{reference}より{way}）",
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
    "全国の{of}市区町村のうち、95%の幅の中は{inside}（{share}%）だけです。偶然だけなら95%が中に入るはずで、"
    "残りの差は、年齢構成・認定のしかた・資源などの違いを含みます。幅の外にあることは、良し悪しではありません。"
)
RULE = "幅は全国の値のまわりの正規近似です（Spiegelhalter 2005）。保険者が複数の市区町村にまたがる値は点にしていません。"
TOOLTIP = {"name": "市区町村", "value": "値", "population": "分母", "where": "偶然の幅"}
WHERE = {"inside": "95%の中", "beyond_95": "95%の外", "beyond_998": "99.8%の外"}
COLUMNS = ("市区町村", "分母", "値", "95%の幅", "99.8%の幅", "偶然の幅")
FILE = {
    "area": "市区町村コード",
    "name": "市区町村",
    "population": "分母",
    "value": "値",
    "low_95": "95%の幅（下）",
    "high_95": "95%の幅（上）",
    "low_998": "99.8%の幅（下）",
    "high_998": "99.8%の幅（上）",
    "where": "偶然の幅",
    "note": "注",
}
