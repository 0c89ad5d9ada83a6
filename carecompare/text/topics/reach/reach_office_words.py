"""Words of what an office more, or one less, does to the ways of a town and its neighbours."""

from __future__ import annotations

LEAD = (
    "事業所を1つ置く、または1つなくすと、30分以内に届く点がどう変わるかを、自町と隣の市区町村で計算します。"
    "両方を選ぶと移転です。"
)
PLACE = "置く場所（町丁・字）"
PLACE_PLACEHOLDER = "町丁・字の名前で探す"
PLACE_HELP = "地図の点を押しても選べます。もう一度押すと取り消します。"
CLOSED = "なくす事業所"
CLOSED_PLACEHOLDER = "なくさない"
NOTHING = "置く場所か、なくす事業所を選んでください。いまの到達は、上の地図と表のとおりです。"
NOW = "いま、{own}では{of}点のうち{within}点が{service}まで30分以内"
ADDED = "{place}に{service}を置くと"
TAKEN = "{office}がなくなると"
MOVED = "{office}を{place}へ移すと"
FINDING = "{change}、30分以内の点は{own}で{of}点のうち{before}点から{after}点に{moved}"
GROWS = "（{gained}点が新たに30分以内）"
SHRINKS = "（{lost}点が新たに30分を超える）"
BOTH = "（{gained}点が新たに30分以内、{lost}点が30分を超える）"
SAME = "（変わらない）"
AROUND = "。隣の市区町村では新たに30分以内になる点が{gained}、30分を超えるようになる点が{lost}"
SUBTITLE = "{service}まで、{speed}。点は町丁・字の代表点で、人の数ではありません"
COLUMNS = {
    "name": "市区町村",
    "points": "点",
    "before": "30分以内",
    "after": "変更後",
    "change": "差",
    "median_before": "中央値",
    "median_after": "その変更後",
}
CAPTION = "30分以内の点と、その市区町村の点の中央値（分）。いまと変更後"
POINTS = "時間の変わる点"
POINTS_FINDING = "{service}までの時間が変わるのは{all}点（短くなる{nearer}、長くなる{farther}）"
POINTS_NONE = "時間の変わる点はありません"
POINT_COLUMNS = {
    "town": "町丁・字",
    "area": "市区町村",
    "before": "いま（分）",
    "after": "変更後（分）",
    "change": "30分で見ると",
}
MOST_SHOWN = "変わる時間の長い順に{most}まで。ファイルには全部あります"
GAINED, LOST, STILL, BEYOND = "新たに30分以内", "30分を超える", "30分以内のまま", "30分を超えたまま"
LEGEND = "{service}まで30分で見た点（{points}点）"
NEW_OFFICE, CLOSED_OFFICE = "置く事業所", "なくす事業所"
SPOT_SAID = "{state}　{before}→{after}"
HOW_NEW = (
    "新しい事業所は選んだ町丁・字の代表点に置いたものとし、今ある事業所は変わらないものとします。"
    "定員・職員・採算・運営する地域は見ていません。"
)
HOW_CLOSED = "同じ番号の事業所は1つとして扱います。"
