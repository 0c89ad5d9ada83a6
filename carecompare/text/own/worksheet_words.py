"""Words of the worksheet on a town's issues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text.format import era_year, number
from carecompare.text.words import DOWNLOAD

if TYPE_CHECKING:
    from collections.abc import Mapping


LEAD = (
    "厚生労働省の2013年の資料「市町村における地域包括ケアシステム構築のプロセス（概念図）」の項目に沿って、"
    "自町が把握していること、考えていること、決めたことを書きとめます。点数も、他市町村との順位も付けません。"
)
SOURCE_NOTE = (
    "印のない項目の名前は、概念図にある語です。図の矢印と囲みは手元の資料では失われているため、見出しとの対応を推定したものと、"
    "図の中の位置が分からないものには、その印を付けています。「当方の提案」は原資料にない項目です。"
    "どの項目がPDCAのどれに当たるかは、原資料にないため割り当てていません。"
)
STANDINGS = {
    ("source", "high"): "原資料の語",
    ("source", "medium"): "原資料の語（見出しや説明との対応は推定）",
    ("source", "low"): "原資料の語（図の中の位置は不明）",
    ("ours", ""): "当方の提案（原資料にはない）",
}
OF_GROUP = "{group}：{label}"
DETAILS = "説明：{details}"
ASK = "書くことの例：{ask}"
BETWEEN = "／"

STATES = {
    "known": "把握済",
    "partly": "一部",
    "unknown": "未把握",
    "not_applicable": "該当なし",
    "": "未記入",
}
STATE_SIGNS = {"known": "●", "partly": "◐", "unknown": "○", "not_applicable": "―", "": "・"}
WITH_SIGN = "{sign} {state}"

YEAR = "年度"
BESIDE = "昨年度の内容を横に並べる"
NOTHING_LAST = "{year}のシートはありません。"
BEGIN = "昨年度の内容を写して始める"
BEGIN_HELP = (
    "{year}の状態・内容・根拠・担当・期限を写します。「振り返り」は写しません。「ひとつ前に戻す」で戻せます。"
)
BEGUN = "{year}の内容を写して始めました。"
BEGUN_NOTE = "{year}の内容を写して始めたシートです。"
DIFFERENCES = {
    "same": "昨年度と同じ",
    "changed": "昨年度から変わった",
    "new": "今年度に加えた",
    "gone": "今年度は空欄",
    "": "",
}

PROGRESS = "進みぐあい"
PROGRESS_SUBTITLE = "項目の数を、状態ごとに数えたものです。点数ではありません。"
PROGRESS_COLUMNS = {
    "stage": "段階",
    "items": "項目",
    **{state or "empty": text for state, text in STATES.items()},
}
PROGRESS_TOTAL = "計"
PROGRESS_NOTE = "「把握済」は、自町が自分で付けた状態です。多い・少ないは良し悪しではありません。"
PROGRESS_SOURCE = "出典：{own}が書きとめた内容（{version}）。"
NO_VERSION = "まだ保存していません"
VERSION = "第{version}版、{when}、{author}"

SAVE = "保存（書きかけ{count}項目）"
NOTHING_DRAFTED = "書きかけはありません"
SAVE_NOTHING = f"保存（{NOTHING_DRAFTED}）"
SAVED = "{year}の課題整理シートを保存しました。"
UNDONE_FIRST = "{year}の課題整理シートを、書く前の状態に戻しました。"
UNSAVED = "未保存"
UNSAVED_NOTE = "書きかけが{count}項目あります。左のメニューでページを移っても消えませんが、画面を閉じるか読み込み直すと消えます。"
DISCARD = "書きかけを捨てる"
NEWER = "書いている間に、ほかの人がこの項目を第{version}版（{author}、{when}）で変えました。保存を押すと、両方を並べて示します。"

WRITE = "書く"
CHANGE = "直す"
CLOSE = "閉じる"
STATE = "状態"
STATE_HELP = "もう一度押すと「未記入」に戻ります。"
WORDS = "内容"
WORDS_HELP = "1,000字まで。保存した人と時刻が残り、前の版に戻せます。"
POST = "担当（課・係・職名。個人名は書かない）"
POST_PLACEHOLDER = "例：高齢福祉課 計画係"
DUE = "期限"
DUE_PLACEHOLDER = "例：令和9年3月末"
EMPTY = "（空欄）"
POST_SHORT = "担当"
EVIDENCE = "根拠"
TAKEN = "{when} 時点の写し"
OPEN_VIEW = "今の画面を開く"
REMOVE = "外す"

ATTACH = "課題整理シートに添える"
ATTACH_HERE = "書いている項目「{line}」に添える"
ATTACH_HELP = (
    "この図の文・自町の数字・出典・リンクを、今のまま写しておきます。あとで数字が新しくなっても変わりません。"
)
ATTACHED = "課題整理シートの置き場に入れました。項目を選んで添えてください。"
ATTACHED_TO = "「{line}」に添えました。まだ保存していません。"
DETACH = "添えるのをやめる"
DETACHED = "置き場から出しました。"
TRAY = "置き場（項目に添える前の根拠 {count}件）"
TRAY_EMPTY = (
    f"根拠は、「気づき」の各項目か、各画面の図の下の「{DOWNLOAD}」から添えられます。"
    "添えたものはここに入り、項目を開くと選べます。"
)
TRAY_NOTE = (
    "項目を「書く」で開いて添えてください。この画面を閉じるか読み込み直すまで覚えています。"
    "表の数字の下線（出典パスポート）を同じタブで開くと、読み込み直しになります。"
)
TRAY_TAKE = "この項目に添える"
TRAY_OUT = "置き場から出す"
TRAY_HERE = "置き場にある根拠"
FIGURES = "{row}：{cells}"
FIGURES_BETWEEN = "、"
OTHER_LINES = "今の様式にない項目"
OTHER_LINE = "以前の様式の項目（{id}）"

EXPORT = "Excelで出す"
EXPORT_HELP = "保存した内容を出します。書きかけは入りません。"
EXPORT_FILE = "課題整理シート_{own}_{year}年度.xlsx"
EXPORT_TITLE = "課題整理シート　{own}　{year}"
EXPORT_SHEETS = ("課題整理シート", "根拠", "昨年度とくらべる")
EXPORT_COLUMNS = ("項目", "状態", "内容", "根拠", "担当", "期限", "項目の出どころ")
EXPORT_EVIDENCE_COLUMNS = ("項目", "根拠", "何の数字か", "自町の数字", "出典", "写した時", "リンク")
EXPORT_BESIDE_COLUMNS = (
    "項目",
    "違い",
    "状態（昨年度）",
    "内容（昨年度）",
    "状態（今年度）",
    "内容（今年度）",
)
EXPORT_EVIDENCE = "・{text}（{when}）"
EXPORT_PAGE = "&C&P／&N"


def standing(words_of: str, certainty: str) -> str:
    """Return whose words a line is, and how sure its place is."""
    return STANDINGS[words_of, certainty]


def mark(words_of: str, certainty: str) -> str:
    """Return the mark of a line whose words or place are not surely the document's; nothing of the others."""
    return "" if certainty == "high" else standing(words_of, certainty)


def line_label(label: str, group: str) -> str:
    """Return the words of a line with what it is one of."""
    return OF_GROUP.format(group=group, label=label) if group else label


def state_with_sign(state: str) -> str:
    """Return a state with the sign that tells it apart without colour."""
    return WITH_SIGN.format(sign=STATE_SIGNS[state], state=STATES[state])


def progress(own: str, year: int, counts: Mapping[str, int]) -> str:
    """Return how many lines are in which state, as a sentence."""
    every = sum(counts.values())
    written = every - counts[""]
    title = f"{own}の{era_year(year, fiscal=True)}の課題整理シートは、{number(every)}項目のうち"
    if not written:
        return f"{title}、まだどれにも状態を付けていません"
    parts = "・".join(f"{STATES[state]}{number(count)}" for state, count in counts.items() if state and count)
    left = f"。未記入は{number(counts[''])}項目" if counts[""] else ""
    return f"{title}{number(written)}項目に状態を付けました（{parts}）{left}"


def segment_tip(stage: str, state: str, count: int) -> str:
    """Return what a piece of the picture says when pointed at."""
    return f"{stage}：{STATES[state]} {number(count)}項目"
