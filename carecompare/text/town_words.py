"""Words of the box that finds a municipality."""

from __future__ import annotations

MOST_SHOWN = 8
NEAR = "「{text}」という市区町村はありません。もしかして："
SEVERAL = "「{text}」に当たるのは："
MORE = "（ほか{count}。続きを打つと絞れます）"
NOTHING = (
    "「{text}」に当たる市区町村はありません。漢字・かな・ローマ字・5桁のコード・合併前の名前で探せます。"
)
FORMER = "旧 {former}：{name}"
