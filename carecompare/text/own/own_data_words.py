"""Words of the page 自町データ."""

from __future__ import annotations

from carecompare.tables import ESTIMATED, IMPUTED, INSURER_LEVEL, PROJECTED

OWN_DATA_LEAD = (
    "国や県の統計にない数、まだ公表されていない新しい数、計画の値を入れて、公表値や相手と見くらべます。"
    "入れた数は「独自値」として輪の印で示し、公表値・相手・県・全国の計算には混ぜません。"
)
SECTION_SHOWN = "独自値と公表値"
SECTION_ENTER = "独自値を入れる"
WAYS = {"file": "ファイルで入れる", "grid": "表で直す", "areas": "独自の地域"}
WAY = "入れ方"
NOTHING = "独自値はまだありません。"
NOTHING_YET = f"{NOTHING}下の「独自値を入れる」から入れられます。"
PLACE = "地域"
PLACE_ITSELF = "{own}（全体）"
AREA_KINDS = {
    "living_area": "日常生活圏域",
    "merged": "合併前・合併後の市区町村",
    "planned": "計画中の区域",
    "other": "その他",
}

LEGEND = (
    "赤い輪＝独自値　赤い点＝公表値　濃い帯＝相手の中央の半数　薄い帯＝相手の最小から最大　縦線＝相手の中央値　"
    "どの帯も0から始まり、長さは項目ごとに違います"
)
RING_YEARS = "独自値 {own}・公表値 {published}"
RING = "独自値 {own}・公表値なし"
IN_BRACKETS = {
    PROJECTED: "（推計）",
    ESTIMATED: "（基準人口）",
    IMPUTED: "（不詳補完値）",
    INSURER_LEVEL: "（保険者の値）",
    "expected": "（見込み）",
    "planned": "（計画）",
}
TOOLTIP = {
    "name": "項目",
    "own_figure": "独自値",
    "published_figure": "公表値",
    "median_figure": "相手の中央値",
    "years": "年",
    "unit": "単位",
}
COLUMN = {
    "item": "項目",
    "unit": "単位",
    "year": "年",
    "own": "独自値",
    "published": "公表値",
    "published_year": "公表値の年",
    "difference": "差",
    "median": "相手の中央値",
    "lowest": "相手の最小",
    "highest": "相手の最大",
    "place": "地域",
    "status": "実績・見込み・計画",
    "note": "備考",
    "source": "出典",
}
REMARKS = "備考と出典（{count}件）"
FINDING_NONE = "{place}の独自値{count}件のうち、公表値とくらべられるものはありません"
FINDING = "{place}の独自値{count}件のうち、公表値より高いものが{above}件、低いものが{below}件"
CHART_CUT = "図は先頭の{most}件です。表には全部あります。"
OWN_SOURCE = (
    "独自値の出典：{own}が入力（第{version}版、{author}、{when}）。独自値は公表された統計ではありません。"
)
PUBLISHED_YEAR_NOTE = "公表値は、独自値と同じ年のもの、なければ最も近い年のものです。相手の値も同じ年です。"
PROJECTED_NOTE = "公表値の年に「（推計）」とあるものは、公表された将来推計です。"
SAME_DEFINITION_NOTE = (
    "独自値と公表値では、数え方・基準日が違うことがあります。備考と出典を確かめてください。"
)

RANKED_ROW = "{own}の独自値（{year}）"
RANKED_NO_RANK = "順位に入れません"
RANKED_LEGEND = "　赤い輪＝{name}"

TEMPLATE = "様式（Excel）"
TEMPLATE_CSV = "様式（CSV）"
TEMPLATE_NOTE = "公表値の入った様式です。「年」と「独自値」を入れて読み込みます。入れた独自値があれば、それも入っています。"
UPLOAD = "ファイルを読み込む（CSV・Excel）"
UPLOAD_NOTE = "1行に1件の表でも、年や指標を横に並べた表でも、標準オープンデータセットの「地域・年齢別人口」などでも読めます。読み込んだだけでは保存されません。"
PROBLEMS = "直すところが{count}件あります。まだ何も保存していません。"
PROBLEMS_MORE = "このほかに{count}件あります。"
PROBLEM_COLUMNS = ("シート", "行", "列", "入っていたもの", "どこが違うか", "どうするか")
DOUBTS = "確かめてほしい数が{count}件あります。"
DOUBTS_REPLACE = "提案の値（{count}件）に直す"
DOUBTS_SURE = "確かめました。このまま保存できます。"
UNREAD = "読まなかったもの：{columns}"
READINGS = "年の読み方：{readings}"
READING = "{label}→{year}"
AND_MORE = " ほか"
LEFT_OUT = "読めない見出しや年が{count}件あります。読めたものだけを保存できます。"
LEFT_OUT_SURE = "読めないものを除いて保存します。"
BLANK = "独自値が空欄の行：{count}（読んでいません）"
PREVIEW = "保存すると変わるもの（{count}件）"
PREVIEW_NONE = "今の独自値と同じです。保存するものはありません。"
PREVIEW_CUT = "はじめの{most}件を示しています。"
PREVIEW_COLUMNS = (
    "変更",
    "地域",
    "指標",
    "年",
    "今の独自値",
    "新しい独自値",
    "公表値（同じ年）",
    "公表値との差",
)
CHANGES = {"new": "追加", "changed": "変更", "gone": "削除"}
MODE = "今の独自値をどうするか"
MODES = {
    "add": "今の独自値に加える（同じ地域・指標・年は置きかえる）",
    "replace": "今の独自値と全部入れかえる",
}
NOT_SETTLED = "上の確認に印を付けると、保存できます。"
SAVE = "{count}件を保存"
SAVED = "独自値を保存しました。"
UNDONE_FIRST = "独自値のない状態に戻しました。"

GRID_NOTE = "行の追加・削除もできます。指標は一覧から選びます。保存するまで何も変わりません。"
GRID_COLUMNS = {
    "place": "地域",
    "item": "指標",
    "year": "年",
    "value": "独自値",
    "status": "実績・見込み・計画",
    "note": "備考",
    "source": "出典",
}
GRID_NEW_ITEM = "一覧にない独自の項目"
GRID_NEW_ITEM_NAME = "項目の名前"
GRID_NEW_ITEM_UNIT = "単位"
GRID_NEW_ITEM_ADD = "一覧に加える"

AREA_NAME = "地域の名前"
AREA_NAME_PLACEHOLDER = "例：北部圏域"
AREA_KIND = "種類"
AREA_NOTE = "範囲・注記"
AREA_ADD = "地域を加える"
AREA_ADDED = "「{name}」を加えました。独自値の「地域」で選べます。"
AREA_DELETE = "消す（独自値{count}件も）"
AREA_DELETED = "「{name}」とその独自値を消しました。履歴から戻せます。"
AREA_LINE = "{name}（{kind}）{note}　独自値{count}件"
AREA_NONE = "独自の地域はまだありません。日常生活圏域、合併前の町、計画中の区域などを加えられます。"
CONFLICT_LINE = "{place} {item} {year}年 {value}"
