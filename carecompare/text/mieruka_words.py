"""Words of the page 見える化の出力."""

from __future__ import annotations

LEAD = (
    "地域包括ケア「見える化」システムから出力したExcelを、まとめて読み込んで点検します。"
    "読んだ値は「独自値」として輪の印で示し、公表値と並べるだけで、置きかえたり、相手・県・全国の計算に混ぜたりしません。"
)
SECTION_READ = "出力を読み込む"
SECTION_HEALTH = "点検の結果"
SECTION_KEPT = "保存した出力"
SECTION_BESIDE = "この画面の公表値との照合"
UPLOAD = "Excel（.xlsx）を何個でも、またはフォルダーをまとめたzip"
UPLOAD_HELP = "ファイル名は出力されたままにしてください。コードと地域別の年は、ファイル名にしかありません。"
UPLOAD_LIMIT = "ここに置くこともできます。zipは{most}MBまで"
READ = "読み取って点検する"
READING = "読み取っています"
READING_LINE = "{done}／{all}：{file}"
READ_DONE = "{all}ファイルを読み取りました（{seconds}秒）"
FINDING = "{files}ファイルから{books}表・{figures}件の値を読み、読めないものが{stop}件、確かめるものが{look}件あります"
FINDING_SOUND = "{files}ファイルから{books}表・{figures}件の値を読み、読めないものも確かめるものもありません"
REPORT_FILE = "見える化の出力の点検_{own}"
REPORT_SHEET = "点検"
REPORT_XLSX = "点検の結果（Excel）"
REPORT_NOTE = "{own}、{when}に点検。見える化システムから出力した{files}ファイルについて。"
REPORT_SOURCE = (
    "点検したのは、選んだファイルの中身だけです。見える化システムの公表値そのものは確かめていません。"
)
FILTER = "見る行"
FILTERS = {"todo": "読めない・要確認だけ", "all": "すべて"}
PREVIEW = "保存すると、新しい表が{new}、新しい出力日に置きかわる表が{newer}、変わらない表が{same}になります。"
SAVE = "{count}表を保存"
SAVED = "見える化の出力を保存しました。"
NOTHING_TO_SAVE = "保存してあるものと同じです。"
UNDONE_FIRST = "見える化の出力のない状態に戻しました。"
NOTHING = "保存した出力はまだありません。"
NOTHING_YET = f"{NOTHING}上の「出力を読み込む」から入れられます。"
KEPT_LINE = "第{version}版（{author}、{when}）：{books}表"
BOOK = "指標（コード 名前）"
BOOK_LINE = "{code} {name}{year}{mode}"
BOOK_YEAR = "（{year}年）"
MODE_SUFFIX = {"": "", "focus": "【注目する地域のみ】", "compared": "【他地域と比較】"}
SERIES = "系列"
SERIES_LINE = "{name}（{unit}）"
SERIES_LINE_BARE = "{name}"
FOCUS_NOTE = "【注目する地域のみ】の調整値です。同じ日付でも【他地域と比較】とは値が違い、ほかの市区町村とはくらべられません。"
COMPARED_NOTE = "【他地域と比較】の調整値です。【注目する地域のみ】の値とは混ぜられません。"
FINDING_KEPT = "{series}：{own}の最後の値は{period}の{value}{unit}"
FINDING_NO_OWN = "{series}：{own}の値はありません"
FINDING_AREAS = "{series}（{year}年）：{own}は{value}{unit}"
LEGEND = "赤い輪＝自町の独自値（見える化システムの出力）　破線＝全国　点線＝県　灰色＝いっしょに出力したほかの地域。値のない年は線をつなぎません"
UNIT_BEHIND = "（{unit}）"
AREA = "地域"
PERIOD = "時点"
VALUE = "独自値"
NO_VALUE = "値なし"
SIZE_APART = "大きさの違いすぎる地域は、自町の動きが見えなくなるため図から外しました。表には全部あります。"
AREAS_MORE = "図は自町・県・全国と、はじめの{most}地域です。表には全部あります。"
SOURCE = "出典：地域包括ケア「見える化」システム（厚生労働省）の出力（{file}、出力日 {date}）。{own}が取り込み（第{version}版、{author}、{when}）。独自値であり、この画面の公表値ではありません。"
NO_DATE = "不明"
CSV_COLUMNS = {
    "file": "ファイル",
    "code": "コード",
    "indicator": "指標",
    "mode": "調整の方法",
    "series": "系列",
    "unit": "単位",
    "area": "地域コード",
    "area_name": "地域",
    "period": "時点（表のまま）",
    "year": "年",
    "fiscal_year": "年度",
    "value": "独自値",
    "exported_on": "出力日",
}
BESIDE_COLUMNS = ("指標", "系列（見える化）", "地域", "年", "独自値", "公表値（この画面）", "差")
BESIDE_FINDING = "同じ指標・地域・年の{count}件のうち、丸めた値が同じものが{same}件、違うものが{differ}件"
BESIDE_NONE = "この画面の指標と同じものは、保存した出力にありません。"
BESIDE_NOTE = (
    "名前と単位が同じ指標だけを、自町・県・全国の同じ年で並べています。「3月末」は前の年度の末として年度の指標と並べます。"
    "調整済みの値は作り方が違うため並べません。出典の時点や数え方（月報か年報かなど）が違うと、値は一致しません。"
)
BESIDE_SOURCE = "独自値は見える化システムの出力、公表値はこの画面の出典によります（「データと出典」を参照）。"
KIND_NAMES = {
    "comparator_sets": "くらべる相手の組",
    "notes": "メモ",
    "dismissed_findings": "見えなくした気づき",
    "own_figures": "自町データ",
    "meeting": "会議資料",
    "initiatives": "取組の登録",
    "exported_figures": "見える化の出力",
    "worksheet": "課題整理シート",
    "slide_template": "スライドのひな形",
    "districts": "日常生活圏域",
    "frozen": "凍結ビューの一覧",
    "frozen_view": "凍結ビュー",
}
