"""Words of the districts of daily life: how they are declared, and what stands side by side."""

from __future__ import annotations

LEAD = "日常生活圏域を町丁・字から登録すると、圏域どうし、登録のある相手の圏域と、30分以内の点・事業所・独自の数を並べられます。"
PRIVATE = (
    "登録した圏域と数は、この画面のサーバーに保存され、外には出ません。"
    "くらべる相手の圏域は、同じサーバーで登録されたものだけが並びます（圏域の範囲から計算した到達と事業所だけで、相手の独自の数は並べません）。"
)
NONE_YET = "{own}の日常生活圏域はまだ登録されていません。下で町丁・字を圏域に分けて保存してください。"
COMPARE = "圏域を並べる"
MAP_FINDING = "{own}の{districts}圏域（町丁・字{blocks}、どこにも入っていない町丁・字{left}）"
LEGEND = "圏域（{points}点）"
IN_NONE = "圏域なし"
SUBTITLE = "{what}。点は町丁・字の代表点で、人の数ではありません。番号は地図の番号です"
REACH_FINDING = (
    "{service}まで30分以内の点の割合が最も高い圏域は{best}（{high}%）、最も低い圏域は{worst}（{low}%）"
)
REACH_SAME = "{service}まで30分以内の点の割合は、点の多い{count}圏域でどこも{share}%"
REACH_FEW = "どの圏域も点が10未満なので、{service}まで30分以内の点の割合に順を付けません"
REACH_INDICATOR = "{service}まで30分以内の点"
NUMBERED = "{number} {name}"
OF_TOWN = "{town} {name}"
REACH_COLUMNS = {
    "name": "圏域",
    "blocks": "町丁・字",
    "points": "点",
    "share": "30分以内（%）",
    "median": "中央値（分）",
    "ninth": "9割の点（分）",
    "farthest": "最遠（分）",
    "offices": "{service}の事業所",
    "note": "注",
}
PERSONS_COLUMNS = {
    "population": "人口（人）",
    "aged_65": "65歳以上（人）",
    "aged_75": "75歳以上（人）",
    "share_65": "30分以内の65歳以上（%）",
    "share_75": "30分以内の75歳以上（%）",
}
FEW = "点が少ない"
PEERS_SOME = "くらべる相手のうち圏域の登録があるのは{named}です。"
PEERS_NONE = "くらべる相手に、圏域の登録があるところはありません。"
PEERS_DAMAGED = "{named}の圏域は保存したファイルを読めないため、並べていません。"
OWN_ALONE = "図は自町の圏域だけです。相手の圏域は表にあります。"
REACH_NOTE = "圏域の大きさは町で違います。点が10未満の圏域は白抜きで、順を付けません。"
OFFICES = "圏域ごとの事業所"
OFFICES_FINDING = "{own}の{districts}圏域の全部に事業所があるのは、{all}サービスのうち{everywhere}"
OFFICES_SUBTITLE = "事業所・施設の数（か所）。事業所は最も近い代表点の圏域に入れています"
OFFICES_SERVICE = "サービス・施設"
OFFICES_TOTAL = "計"
OFFICES_NOTE = "位置の確かな事業所だけの数です。住民は圏域の境をこえて利用します。0は、その圏域にないことだけを意味します。"
FIGURES = "圏域ごとの独自の数"
FIGURES_NONE = "圏域ごとの数はまだありません。下の「圏域の数を入れる」で入れてください。"
FIGURES_ITEM = "見る数"
FIGURES_FINDING = "{item}の割合が最も高い圏域は{best}（{high}%）、最も低い圏域は{worst}（{low}%）"
FIGURES_OVERLAP = "。2つの95%区間は重なり、違うとはいえません"
FIGURES_APART = "。2つの95%区間は重なりません"
FIGURES_SUM = "{item}は、数のある{count}圏域を合わせて{total}{unit}"
FIGURES_FEW = "{item}は、どの圏域も数が10未満か、割合にできないので、順を付けません"
FIGURES_SUBTITLE = "{item}（{year}）。ひげは95%区間。数が10未満の圏域は白抜きで、順を付けません"
FIGURES_COLUMNS = {
    "name": "圏域",
    "value": "数",
    "of": "全体の数（n）",
    "share": "割合（%）",
    "interval": "95%区間（%）",
    "note": "注",
}
FIGURES_SOURCES = "数の出典：{sources}"
REASONS = {
    "few": "数が少ない（10未満）",
    "missing": "登録なし",
    "not_a_share": "数が全体を超える",
}
FIGURES_CREDIT = "{own}が登録した数（版{version}、{author}、{when}）"
FIGURES_NOTE = "割合は、数を全体の数（被保険者・世帯・回答した人など）で割ったものです。調査の95%区間は、無作為に選んだ回答とみなしたときの幅です。"
YEARS = "{first}年"
DECLARE = "圏域を決める"
WAY = "決め方"
WAYS = {"table": "表で選ぶ", "map": "地図で選ぶ", "file": "ファイルを取り込む", "proposal": "案から始める"}
TABLE_NOTE = "「圏域」の列に圏域の名前を書いてください。Excelから列ごと貼り付けられます。空欄は、どの圏域にも入りません。"
TABLE_COLUMNS = {"ward": "区のコード", "town": "町丁・字", "district": "圏域"}
MAP_NOTE = "圏域を選び、地図の点を押すか、町丁・字を選んで「入れる」を押すと、その圏域に入ります。保存するまで下書きです。"
MAP_DISTRICT = "入れる圏域"
MAP_NEW = "新しい圏域の名前"
MAP_ADD = "圏域を足す"
MAP_BLOCKS = "町丁・字"
MAP_BLOCKS_PLACEHOLDER = "町丁・字を選ぶ（複数可）"
MAP_PUT = "入れる"
MAP_OUT = "圏域から外す"
MAP_NAME = "変えた後の名前"
MAP_RENAME = "この圏域の名前を変える"
MAP_AGAIN = "下書きをやめて、保存した内容に戻す"
FILE_NOTE = "「圏域」「町丁・字」の列がある表（CSV・Excel）。同じ名前の町丁・字が複数の区にあるときは「区」の列も使います。"
FILE_UPLOAD = "圏域の表を選ぶ"
FILE_FORM = "様式（Excel）"
FILE_FORM_NAME = "日常生活圏域_{own}"
PROPOSAL_NOTE = (
    "案は下書きです。境の町丁・字は、実際の圏域に合わせて「表で選ぶ」か「地図で選ぶ」で直してください。"
)
PROPOSAL_KIND = "案の元"
PROPOSAL_KINDS = {
    "school_area": "中学校区のファイル（国土数値情報 A32、GeoJSON）",
    "school_point": "中学校のある町丁・字（最も近い中学校）",
}
PROPOSAL_UPLOAD = "中学校区のGeoJSONを選ぶ"
PROPOSAL_SCHOOLS = "中学校のある町丁・字（2つ以上）"
PROPOSAL_SCHOOL_NAME = "{town}圏域"
LEFT_OUT = "どの圏域にも入っていない町丁・字が{count}あります（{names}）。このまま保存もできます。"
GONE = "点のデータにない町丁・字が{count}あります（{names}）。登録はそのまま残ります。"
PREVIEW = "保存すると"
PREVIEW_COLUMNS = ("圏域", "町丁・字", "今の登録", "点")
PREVIEW_LOST = "なくなる圏域：{names}。その圏域の数も一緒になくなります（履歴から戻せます）。"
UNCHANGED = "今の登録と同じです。"
NOT_DECLARED = "大字に圏域の名前を付けると、保存できます。"
SAVE = "{districts}圏域を保存する"
SAVED = "日常生活圏域を保存しました。"
UNDONE_FIRST = "登録を取り消して、何もない状態に戻しました。"
ENTER = "圏域の数を入れる"
ENTER_NOTE = "人口・65歳以上・認定者・世帯・調査の回答などを圏域ごとに入れます。「全体の数」に被保険者数や回答した人数（n）を入れると割合と95%区間が出ます。"
ENTER_COLUMNS = {
    "district": "圏域",
    "item": "項目",
    "value": "数",
    "of": "全体の数",
    "unit": "単位",
    "year": "年",
    "source": "出典",
}
ENTER_UPLOAD = "圏域の数の表を選ぶ（今の数と入れかえ）"
ENTER_SAVE = "{count}件の数を保存する"
ENTER_SAVED = "圏域の数を保存しました。"
ENTER_FILE = "圏域の数_{own}"
MORE = "ほか"
ITEM_OF_YEAR = "{item}（{year}年）"
DESCRIBED = "{name}：{blocks}（数{figures}件）"
