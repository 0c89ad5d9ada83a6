"""Words in workbooks, in the description that goes with a CSV, and in pictures with their words."""

from __future__ import annotations

SHEETS = {
    "cover": "表紙",
    "shown": "図表",
    "figures": "データ",
    "definitions": "定義",
    "sources": "出典",
}
OWN = "自町"
PEERS = "くらべる相手"
MADE = "作成日"
CONTENTS = "内容"
SCOPE = "範囲"
HOW_TO_READ = "読み方"
HOW_TO_READ_LINES = (
    "赤は自町、灰色はくらべる相手です。図はすぐ下の数字とつながっていて、数字や体裁を変えられます。",
    "数字は計算できる数値です。△は負の数です。",
    "値のないところには理由の言葉（資料なし・未収集・秘匿・表示しない など）が入っています。0ではありません。",
    "高い・低いは良し悪しではありません。くらべる相手の平均や中央値は目標ではありません。",
)
COUNTRY_CONTENTS = (
    "データ：市区町村ごとの数字（指標1つが1列）",
    "定義：指標の作り方、分子と分母、年、注",
    "出典：発行者、利用条件、時点",
)
COUNTRY_LINES = (
    "1行が1市区町村です。指標の年は見出しの下にあります。",
    "数字は計算できる数値です。△は負の数です。",
    "値のないところには理由の言葉（資料なし・未収集・秘匿・表示しない など）が入っています。0ではありません。",
    "斜体で薄い数字は、広域連合などいくつかの市区町村をまとめた保険者の値です。その市区町村だけの値ではありません。",
    "高い・低いは良し悪しではありません。",
)
ITEM_LINE = "{place}. {title}"
ITEM_AS_ADDED = "{place}. {title}（{made}に追加したときの数字です。いまの数字とは違います）"
PLOT_FIGURES = "図のもとの数字（書きかえると図も変わります）"
REFERENCE = "（参考）{name}"
UNIT = "（{unit}）"
ERA_COLUMN = "{column}（和暦）"
NO_DEFINITION = "この図には指標の定義がありません。図表の注をご覧ください。"
DEFINITION_COLUMNS = ("指標", "単位", "作り方", "分子", "分母", "出典", "注", "ID")
SOURCE_COLUMNS = ("出典", "発行者", "利用条件", "時点", "注", "公表ページ")
COUNTRY_TITLE = "全国の市区町村の指標"
COUNTRY_SCOPE = "全国{areas:,}市区町村 × {indicators}指標"
COUNTRY_COLUMNS = ("コード", "都道府県", "市区町村")
COUNTRY_YEAR = "年"
COUNTRY_UNIT = "単位"
COUNTRY_DEFINITION_COLUMNS = (*DEFINITION_COLUMNS[:2], "年", *DEFINITION_COLUMNS[2:])
FOOTER = "{product}　{made}"
MORE = "…"
BETWEEN = "、"

TO_KEEP = "あとで使う"
TO_FILES = "ファイルにする"
EXCEL = "Excel"
EXCEL_HELP = "表紙・図表・データ・定義・出典のブック。数字は計算でき、図は直せます。"
CSVW = "CSV＋説明"
CSVW_HELP = "CSVと、項目・単位・出典の説明（W3C CSV on the Web）をまとめたzip。"
PNG = "画像 PNG"
SVG = "画像 SVG"
PICTURE_HELP = "題・読み方・出典・日付の入った図。"
TAKE = "Excelで書き出す"
TAKING = "ブックを作っています（{done}／{all}枚）"
TAKE_READY = "Excelブックを保存（{megabytes:.1f}MB）"
TAKE_NOTE = "並べた図と表を、表紙・データ・定義・出典と一緒に1つのブックにします。"
PAPERS_FILE = "会議資料_{own}_{made}.xlsx"
PAPERS_TITLE = "{own}：{papers}"
COUNTRY_FILE = "全市区町村の値_{made}.xlsx"
COUNTRY_SECTION = "全国の数字をまとめて持ち出す"
COUNTRY_NOTE = "全国の市区町村の主な指標の最新の値を、定義と出典と一緒に1つのExcelブックにします。"
COUNTRY_MAKE = "ブックを作る"
COUNTRY_MAKING = "ブックを作っています（{done}／{all}市区町村）"
COUNTRY_READY = "Excelブックを保存（{megabytes:.1f}MB）"

PICTURE_MADE = "{made}作成　{product}"
# What has to be known of a column of a file, by its key in `COLUMN` of `carecompare/text/words.py`.
COLUMN_NOTES = {
    "area": "市区町村コード（5桁）。都道府県は2桁、全国は00。",
    "year": "分子の年。",
    "value": "空欄は値がないという意味で、0ではありません。理由は「状態」と「注」の列にあります。",
    "status": "空欄は公表された観測値。ほかは、推計・保険者の値・秘匿・未収集・資料なし など。",
    "lower": "95%区間の下限。",
    "upper": "95%区間の上限。",
    "rank": "高いほうからの順位。空欄は順位を付けていないという意味です。",
}

# Where a line of Japanese may not be parted.
NO_LINE_BEGINS_WITH = "、。，．）」』】〕）］｝・ー々％%:：;；!！?？)]}"
NO_LINE_ENDS_WITH = "（「『【〔［｛([{"
