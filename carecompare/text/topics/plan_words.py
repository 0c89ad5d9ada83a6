"""Words of the check of what a plan has to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text.format import date, number
from carecompare.text.own.worksheet_words import WITH_SIGN
from carecompare.text.words import DOWNLOAD

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.catalog import PlanDraft


DRAFT_MARK = "案"
DRAFT = "事項は{name}（{date}、{meeting}）によります。{standing}{known}"
LEAD = (
    "計画を作るときに見ることとして基本指針案が挙げる{count}の事項を、1つずつ確かめます。この画面の数字、"
    "自町が読み込んだ「見える化」の出力と独自値、ここにないものとその入手先を並べ、対応・記載箇所・代替を自町の言葉で書きとめます。"
)
STATES = {
    "done": "対応済",
    "partly": "一部対応",
    "problem": "課題あり",
    "open": "未対応",
    "": "未記入",
}
SIGNS = {"done": "●", "partly": "◐", "problem": "！", "open": "○", "": "・"}
ITEM = "{number}　{label}"

# The head that planners use for this table.
COLUMNS = {
    "item": "事項",
    "looks_at": "確認すべき指標・状況",
    "state": "対応",
    "place": "本計画での記載箇所・データ源",
    "instead": "未対応分の代替",
}
CAPTION = "基本指針案（{date}）の別表の事項と自町の対応"
STATE_NOTE = (
    "「対応」は自町が自分で付けた状態です。点数ではなく、ほかの市区町村とくらべるものでもありません。"
)
WRITTEN_BY = "対応と言葉は{own}が書いたものです（{version}）。"
DATA = "データ源：{sources}"
BETWEEN = "、"
LOOKS_BETWEEN = "／"
HERE_COUNT = "この画面の{count}指標"
EXPORT_COUNT = "見える化の出力{count}表"
OWN_COUNT = "独自値{count}件"
MISSING = "{what}：{source}"
MISSING_TITLE = "ここにないものと入手先"

ITEMS = "事項ごとに"
LOOKING = "各事項の図を確かめています"
MATERIAL = "{label}：数字・図・自町の出力・ここにないもの"
HERE_TITLE = "この画面で分かること"
NO_FIGURES = "この画面の指標にはありません。"
NO_PEERS = "くらべる相手を選ぶと、数字を並べて示します。"
ITEM_FINDING = "{own}の{label}：{figures}"
ITEM_FIGURE = "{name}{value}（相手の中央値{median}）"
ITEM_FIGURE_ALONE = "{name}{value}"
ITEM_NONE = "{own}の{label}：値のある指標はありません"
FIGURES_BETWEEN = "、"
VIEWS_TITLE = "図で見る"
OPEN_PAGE = "「{page}」の画面へ"

EXPORTS_TITLE = "自町の見える化の出力"
EXPORT_LINE = "{code} {name}：{series}"
EXPORT_SERIES = "{series} {value}{unit}（{period}）"
EXPORT_BLANK = "{code} {name}：表はあるが、自町の値がない（0ではない）"
EXPORT_MORE = "ほか{count}系列"
EXPORTS_NONE = "当てはまる出力はまだ読み込まれていません（見える化のコード {codes}）。"
EXPORTS_NOT_ASKED = "当てはまる見える化のコードはありません。"
OWN_TITLE = "自町の独自値"
OWN_LINE = "{name}：{value}（{unit}、{year}年）"
OWN_NONE = "当てはまる独自値はまだ入っていません。"
KEPT = {
    "districts": "日常生活圏域：{count}圏域を登録",
    "initiatives": "取組：{count}件を登録",
    "plan_figures": "計画値と実績：{count}件（項目と年度）",
}
KEPT_NONE = {
    "districts": "日常生活圏域：まだ登録されていません。",
    "initiatives": "取組：まだ登録されていません。",
    "plan_figures": "計画値と実績：まだ入っていません。",
}

FILL = "根拠に添える"
FILL_NOTHING = "この項目について、この市区町村で示せる図や数字は今はありません。"
FILL_HELP = "この事項の表と図の文・自町の数字・出典・リンクを、今のまま写しておきます。あとで数字が新しくなっても変わりません。"
STATE = "対応"
PLACE = "本計画での記載箇所・データ源"
PLACE_HELP = "例：第2章1節、図表2-3。データ源は国勢調査"
INSTEAD = "未対応分の代替"
INSTEAD_HELP = "例：給付実績の看取り介護加算の件数で代える"
SAVED = "計画の確認表を保存しました。"
UNDONE_FIRST = "計画の確認表を、書く前の状態に戻しました。"
OTHER_ITEMS = "今の様式にない事項"
EVIDENCE_HINT = f"根拠は、下の各事項の「根拠に添える」か、各画面の図の下の「{DOWNLOAD}」から添えられます。"

TITLE = "計画の確認表　{own}（第{period}期、案）"
FILE_PDF = "計画の確認表_{own}.pdf"
FILE_XLSX = "計画の確認表_{own}.xlsx"
PAPER = "A4で出す（PDF）"
PAPER_HELP = "保存した内容を出します。書きかけは入りません。"
BOOK = "Excelで出す"
SHEETS = ("計画の確認表", "この画面の数字", "自町の出力と独自値", "根拠")
FIGURE_COLUMNS = ("事項", "指標", "自町", "県", "全国", "相手の中央値", "相手の中の順位", "年")
FOUND_COLUMNS = ("事項", "種類", "内容")
WRITTEN_COLUMNS = ("書いたこと", "担当")
PAPER_FIGURES = "事項ごとの数字"


def draft_note(draft: PlanDraft) -> str:
    """Return which text the items follow, of when, and how far it is known."""
    return DRAFT.format(
        name=draft.name_ja,
        date=date(draft.date),
        meeting=draft.meeting_ja,
        standing=draft.standing_ja,
        known=draft.known_by_ja,
    )


def item_label(number_ja: str, label_ja: str) -> str:
    """Return an item with its number."""
    return ITEM.format(number=number_ja, label=label_ja)


def state_with_sign(state: str) -> str:
    """Return a state with the sign that tells it apart without colour."""
    return WITH_SIGN.format(sign=SIGNS[state], state=STATES[state])


def finding(own: str, counts: Mapping[str, int]) -> str:
    """Return how many items are in which state, as a sentence."""
    every = sum(counts.values())
    written = every - counts[""]
    title = f"{own}の計画の確認表（案）は、{number(every)}事項のうち"
    if not written:
        return f"{title}、まだどれにも対応を付けていません"
    parts = "・".join(f"{STATES[state]}{number(count)}" for state, count in counts.items() if state and count)
    return f"{title}{number(written)}事項に対応を付けました（{parts}）"
