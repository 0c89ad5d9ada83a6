"""Sentences on exports of the 見える化 system: why one is refused, and what to know of those that were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.errors import Problem


MIERUKA: Mapping[Problem, str] = {
    "mieruka_no_workbook": "見える化システムのExcel（.xlsx）でも、それを入れたzipでもありません。",
    "mieruka_archive_wrong": "zipとして読めません。壊れていないか、パスワードが付いていないか確かめてください。",
    "mieruka_archive_empty": "zipの中にExcel（.xlsx）がありません。",
    "mieruka_too_many_files": "ファイルが多すぎます（{found}、上限{expected}）。分けて読み込んでください。",
    "mieruka_too_many": "保存できる量を超えています（{found}、上限{expected}）。使う出力だけにしてください。",
    "mieruka_periods_missing": "年の見出しがありません。E列から右に「令和6年3月末」「R5」「2020」などが並ぶはずです。",
    "mieruka_areas_missing": "地域名の見出しがありません。D列から右に「全国」や都道府県・市区町村の名前が並ぶはずです。",
    "mieruka_year_missing": "何年の表か分かりません。地域別の表は、ファイル名を「…_2023_地域別.xlsx」のような出力されたままの名前にしてください。",
    "mieruka_table_empty": "表に何も入っていません。",
    "mieruka_period_unknown": "「{found}」は年の見出しとして読めないため、この列は読んでいません。",
    "mieruka_period_twice": "同じ年の見出し「{found}」が2列あるため、後の列は読んでいません。",
    "mieruka_row_nameless": "地域名か系列名のない行に数（{found}）があるため、この行は読んでいません。",
    "mieruka_value_wrong": "「{found}」は数でも「値なし」の印でもないため、値なしとして扱いました。",
    "mieruka_row_twice": "「{expected}」の「{found}」が値の違う2行で入っているため、どちらも読んでいません。",
    "mieruka_own_nowhere": "読み取った{found}個の表のどれにも{expected}の行がありません。自町の選択か、出力のときの地域の選択を確かめてください。",
    "mieruka_nothing_read": "読み取れた表がありません。",
}
WEIGHTS = {"stop": "読めない", "look": "要確認", "know": "参考"}
# What the report says of each kind: its name, its sentence, what to do.
REMARKS: dict[str, tuple[str, str, str]] = {
    "refused": ("読めないファイル", "{sentence}", "出力し直す"),
    "cell": ("読めないます目", "{sentence}", "その場所を見える化システムの画面と見くらべる"),
    "more_cells": (
        "読めないます目",
        "ほかに{count}か所あります。",
        "その表を見える化システムの画面と見くらべる",
    ),
    "filler": (
        "中身のない出力",
        "表が空か、行と列の名前が「行1」「列1」のままです。この地域の単位では公表されていない指標です。",
        "市区町村では使えないものとして外す",
    ),
    "codeless": (
        "コードのない名前",
        "ファイル名に指標のコード（B5-aなど）がありません。",
        "出力されたままの名前に戻す",
    ),
    "dateless": ("出力日なし", "「出力日」の行がありません。新しい出力とくらべられません。", "出力し直す"),
    "copies": (
        "同じ表の出力",
        "同じ表が{count}個あります。出力日の新しい（{date}）ものを使います。ほかは {others}",
        "ほかを消す",
    ),
    "copies_differ": (
        "同じ日で違う出力",
        "出力日が同じ（{date}）で中身の違う出力が{count}個あります。先に読んだものを使います。ほかは {others}",
        "地域の選び方の違いを確かめ、1つにする",
    ),
    "empty": ("空の出力", "どの地域にも値がありません。", "公表されていない単位か、出力の条件を確かめる"),
    "own_missing": (
        "自町の行がない",
        "自町の行がありません。あるのは {areas}",
        "地域に自町を選んで出力し直す",
    ),
    "own_empty": (
        "自町の値がない",
        "自町の行はありますが、値が1つもありません。",
        "0ではなく「値なし」として扱う",
    ),
    "own_insurer": (
        "保険者の値",
        "自町の行がなく、{area}の値です。",
        "広域連合などの値であることを書き添える",
    ),
    "stale": (
        "更新の止まった系列",
        "自町の最後の値は{year}年（度）です（出力日 {date}）。",
        "新しい数として使わない。ほかの出典を探す",
    ),
    "title_differs": (
        "題と系列の食い違い",
        "ファイル名は「{title}」ですが、表の系列は「{series}」です。どちらの数か、この出力だけでは決められません。",
        "見える化システムの画面の数と見くらべてから使う",
    ),
    "other_area": (
        "ほかの地域の行",
        "{area}の行が{count}個の表にあります。自町の値とは分けて扱います（{files}）",
        "比較に使わないなら外して出力し直す",
    ),
    "unknown_area": (
        "知らない地域名",
        "「{area}」は市区町村・都道府県・広域連合のどれでもありません。コードを付けずに扱います（{count}個の表：{files}）",
        "名前を確かめる",
    ),
    "ambiguous_area": (
        "同じ名前の市区町村",
        "「{area}」は {candidates} のどれか決められません。コードを付けずに扱います（{count}個の表）",
        "どの市区町村か確かめる",
    ),
    "same_named": (
        "同じ名前の市区町村",
        "「{area}」を自町として読みました。同じ名前に {others} があります。",
        "自町の出力であることを確かめる",
    ),
    "same_but_width": ("表記ゆれ", "全角・半角だけが違う名前です：{names}", "名前で探すときは両方を探す"),
    "look_alike": ("よく似た名前", "似ていて中身の違う系列です：{names}", "人数と割合を取り違えない"),
    "years_calendar": (
        "年の意味",
        "西暦だけの年です。国勢調査の間の年と将来推計も、印なしで同じ列に並びます（{count}指標：{codes}）",
        "実績と推計を分けて読む",
    ),
    "years_month_end": (
        "年の意味",
        "「◯年3月末」の時点の値です。年度では前の年度の末です（{count}指標：{codes}）",
        "令和6年3月末は令和5年度末と読む",
    ),
    "years_month": ("年の意味", "月ごとの値です（{count}指標：{codes}）", "年の平均と取り違えない"),
    "years_fiscal": ("年の意味", "年度の値です（{count}指標：{codes}）", "暦年の値とくらべない"),
    "years_file": (
        "年の意味",
        "表の中に年がなく、年はファイル名だけにあります（{count}指標：{codes}）",
        "ファイル名を変えない",
    ),
    "years_of_accounts": (
        "年の意味",
        "決算の値です。「平成27年3月末」は平成26年度の決算を指します。",
        "1年ずらして読む",
    ),
    "years_of_grants": (
        "年の意味",
        "交付金の年は取組の年度です。厚生労働省の集計表の年度（評価の年度）より1年前になります。",
        "令和5年度は集計表の令和6年度と読む",
    ),
    "provisional": ("暫定の値", "「時点」の付いた値は月報などの暫定です：{labels}", "確定したら出力し直す"),
    "unfinished": ("途中の年", "1年に満たない値です：{labels}", "1年分の値と並べない"),
    "both_modes": (
        "2とおりの調整",
        "【注目する地域のみ】と【他地域と比較】の両方があります。同じ日付でも値が違うため、分けて保存します（{count}指標：{codes}）",
        "他市区町村とくらべるときは【他地域と比較】だけを使う",
    ),
    "focus_only": (
        "くらべられない調整",
        "【注目する地域のみ】だけです。ほかの市区町村の値とはくらべられません（{count}指標：{codes}）",
        "【他地域と比較】でも出力する",
    ),
}
REPORT_COLUMNS = {
    "weight": "重さ",
    "kind": "種類",
    "said": "内容",
    "to_do": "すること",
    "code": "コード",
    "indicator": "指標",
    "file": "ファイル",
}
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
READ_NOTHING = "上の欄でファイルを選ぶと、読み取れます。"
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
BESIDE_COLUMNS = {
    "indicator": "指標",
    "series": "系列（見える化）",
    "area": "地域",
    "year": "年",
    "own": "独自値",
    "published": "公表値（この画面）",
    "difference": "差",
}
BESIDE_FINDING = "同じ指標・地域・年の{count}件のうち、丸めた値が同じものが{same}件、違うものが{differ}件"
BESIDE_NONE = "この画面の指標と同じものは、保存した出力にありません。"
BESIDE_NOTE = (
    "名前と単位が同じ指標だけを、自町・県・全国の同じ年で並べています。「3月末」は前の年度の末として年度の指標と並べます。"
    "調整済みの値は作り方が違うため並べません。出典の時点や数え方（月報か年報かなど）が違うと、値は一致しません。"
)
BESIDE_SOURCE = "独自値は見える化システムの出力、公表値はこの画面の出典によります（「データと出典」を参照）。"
KIND_NAMES = {
    "comparator_sets": "くらべる相手の組",
    "bookmarks": "覚えた画面",
    "notes": "メモ",
    "dismissed_findings": "見えなくした気づき",
    "own_figures": "自町データ",
    "meeting": "会議資料",
    "figure_book": "図表集",
    "figure_ledger": "図表の台帳",
    "initiatives": "取組の登録",
    "exported_figures": "見える化の出力",
    "worksheet": "課題整理シート",
    "slide_template": "スライドのひな形",
    "districts": "日常生活圏域",
    "plan_check": "計画の確認表",
    "persons": "点ごとの人の数",
    "hard_list": "届きにくい町丁・字の条件と記入",
    "plan_figures": "計画値と実績",
    "plan_review": "計画値と実績の理由と次の手",
    "frozen": "凍結ビューの一覧",
    "frozen_view": "凍結ビュー",
}
