"""Words of who can reach what."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.errors import Problem


WITHOUT_POSITION = "位置のない町丁・字が{number}あり、行がありません。"
REACH: Mapping[Problem, str] = {
    "points_none": "{found}には町丁・字の代表点がないため、到達時間を示せません。",
    "speed_wrong": "速さ「{found}」は使えません。0より大きい数（km/時）にしてください。",
    "service_without_offices": "サービス「{found}」の事業所がありません。3桁のサービス番号（例：110）か、hospital（病院）にしてください。",
    "positions_not_collected": "「{found}」の位置は一部の市区町村だけで集めたものです。全国の位置がないため、最も近いものを言えません。",
}

SERVICE = "サービス・施設"
SPEED = "行き方"
SPEEDS = {
    "car": "車（時速30km）",
    "bus": "バス（時速20km）",
    "bicycle": "自転車（時速12km）",
    "foot": "徒歩（時速4km）",
}
POINTS_NOT_PEOPLE = "点は町丁・字の代表点で、人の数ではありません。"
HOW = (
    "所要時間は、最も近い事業所までの直線距離を1.3倍し、選んだ速さで割ったものです。"
    "道路・坂・橋・バスの時刻は見ていません。市区町村の境はこえて数えます。"
)
POSITIONS = "位置の確かな事業所だけを使っています。位置のない事業所は数に入りません。"
SEA_NOTE = (
    "最も近い事業所への直線が別の島へ渡る点は「海を越える」とし、時間は同じ島の中の事業所までで数えます。"
    "同じ島に事業所がなければ「陸の道なし」です。橋でつながる島も、橋が登録されるまでは別の島として扱います。"
)
LEFT_OUT = "位置のない町丁・字が{number}あり、数に入りません。"
NOT_COMPLETE = "診療所・歯科診療所・薬局は、位置が一部の市区町村にしかないため選べません。"
WHAT = "{service}まで、{speed}"
SUBTITLE = f"{{what}}。{POINTS_NOT_PEOPLE}"
# Where a line says what is shown and no more, as on slides and over figures of a book.
OF_POINTS = "{what}、町丁・字の点（人の数ではない）"
FINDING = "{own}は{of}点のうち{within}点（{share}%）が{service}まで30分以内。真ん中の点は{median}、最も遠いのは{town}で{farthest}"
MINUTES = "{minutes}分"
NO_WAY = "陸の道なし"
OVER_SEA = "海を越える"
SEA_FIGURE = "海を越え {figure}"
ACROSS = "海を越えて{minutes}分"
LEGEND = "{service}まで何分か（{points}点）"
UP_TO = "{minutes}分まで"
BETWEEN = "{low}分をこえ{high}分まで"
BEYOND = "{minutes}分をこえる"
NO_WAY_LEGEND = "陸の道なし（海を越える）"
RING = "太い輪＝最も近い事業所が海の向こう"
OFFICE = "{service}の事業所"
POINTS = "{count}点"
POINT_SAID = "{minutes}　{office}"
FARTHEST_CAPTION = "時間の長い順に{most}まで。1つの町丁・字の中では最も遠い点。道のりは直線の1.3倍"
FARTHEST_COLUMNS = {
    "ward": "区のコード",
    "town": "町丁・字",
    "koaza": "小字",
    "points": "点",
    "office_name": "最も近い事業所",
    "office_area": "所在",
    "distance_km": "直線（km）",
    "road_km": "道のり（km）",
    "minutes": "分",
    "over_sea": "海",
    "land_minutes": "同じ島の中で（分）",
}
ISLAND_MORE = "ほか（計{count}）"
BRIDGES = "橋でつながる島を登録する"
BRIDGES_HELP = "橋（道路）で行き来できる島を全部選んで保存すると、1つの陸として時間を数えます。保存した内容はこの市区町村の記録に残ります。"
BRIDGES_CHOICE = "橋でつながっている島（2つ以上）"
BRIDGES_SAVE = "保存する"
BRIDGES_SAVED = "橋でつながる島を保存しました。"
SERVICES = "サービスごとに"
SERVICES_FINDING = "{own}の点の半分以上が30分以内に届くのは、{all}のうち{within}のサービス・施設"
SERVICES_COLUMNS = {
    "service": "サービス・施設",
    "share": "30分以内の点（%）",
    "within": "30分以内の点",
    "median": "中央値（分）",
    "ninth": "9割の点（分）",
    "farthest": "最も遠い点（分）",
    "over_sea": "海を越える点",
}
SERVICES_PERSONS = {
    "share_65": "30分以内の65歳以上（%）",
    "share_75": "30分以内の75歳以上（%）",
}
SERVICES_CAPTION = "全部で{points}点。時間は、その割合の点がこえない長さ"
PEERS = "くらべる相手と"
PEERS_INDICATOR = "{service}まで30分以内の点"
PEERS_FINDING = "{own}の{service}まで30分以内の点は{share}%で、点のある{of}市区町村中{rank}番目に多い"
PEERS_FINDING_FEW = "{own}は点が{points}だけなので、順位を付けません（30分以内は{share}%）"
PEERS_TIES = "（ほかに{ties}が同じ）"
PEERS_CAUTION = (
    "点の大きさは市区町村で違います。1点が数十人の字も数千人の町丁もあり、順位は点の順位で、人の順位ではありません。"
    "点が10未満の市区町村には順位を付けません。"
)
PEERS_COLUMNS = {
    "name": "市区町村",
    "share": "30分以内（%）",
    "rank": "順位（{of}中）",
    "points": "点",
    "within": "30分以内の点",
    "median": "中央値（分）",
    "ninth": "9割の点（分）",
    "farthest": "最遠（分）",
}
FEW = "点が少ない"
NONE = "点なし"
GAPS = "届く範囲で見ると順位が変わるところ"
GAPS_FINDING = "{own}の訪問介護は、75歳以上千人あたりの事業所数では{of}市区町村中{density}番目、届く範囲の事業所では{access}番目"
GAPS_NONE = "{own}には、訪問介護の密度と届く範囲の両方の値がないため、順位がありません"
GAPS_SUBTITLE = "訪問介護の事業所（か所／75歳以上千人）。密度＝自分の市区町村にある数、届く範囲＝車で30分以内の事業所を住民で分けた数"
GAPS_CAPTION = "順位の差の大きい{most}市区町村（自町はいつも載せます）。順位は多いほうから"
GAPS_NOTE = (
    "届く範囲の値は、住民が代表点に均等に住み、事業所を1か所ずつ数え、海を越えないとした推計です（二段階浮動圏域法）。"
    "どちらが正しいというものではなく、隣の市区町村の事業所を使えるかどうかで違いが出ます。"
)
GAPS_COLUMNS = {
    "name": "市区町村",
    "density": "密度",
    "density_rank": "密度の順位",
    "access": "届く範囲",
    "access_rank": "届く範囲の順位",
    "difference": "順位の差",
}
