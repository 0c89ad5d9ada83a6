"""Words in charts that office programs draw and edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carecompare.rows import HouseholdPart


PROFILE = "自町と、くらべる相手の中央値"
PROFILE_OF = "{field}：自町と、くらべる相手の中央値"
PEER_MEDIAN = "相手の中央値"
PROJECTED = "{name}（推計）"
OF_SERIES = {"counted": "{name}", "imputed": "{name}（不詳補完値）", "projection": PROJECTED}
UNTIL = "{name}（{year}年まで）"
YEAR = "{year}年"
HOUSEHOLDS: dict[HouseholdPart, str] = {
    "alone": "高齢単身",
    "couple": "高齢夫婦のみ",
    "other": "その他の世帯",
}
DECOMPOSED = {"structure": "年齢構成の分", "rates": "年齢別の認定率の分"}
DECOMPOSED_UNIT = "ポイント"
LEVEL = "認定率"
LEVEL_LABEL = "{value}%"
# Bars without a fill: below a step, and behind it where its label stands.
BASE = "始点"
LABELS = "表示"
FIGURE = "{name}（値）"
