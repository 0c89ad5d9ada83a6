"""Words of plan and actual: cycles, ratios, marks, reasons and what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text.format import date, era_year, number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.catalog import PlanMarks


LEAD = (
    "自町の計画値と実績を、サービスと年度ごとに並べます。6月は前の年度の確定値、10月はその年度の9月末の値で確かめ、"
    "違いの理由と次の手を書きとめます。自町が入れた数は、公表値や順位、ほかの市区町村の画面には入りません。"
)
CYCLE = "見る回"
CYCLES = {"final": "6月（年度の確定値）", "interim": "10月（9月末の中間の値）"}
CYCLE_LABEL = "{year}　{cycle}"
MARKS = {"best": "◎", "good": "○", "fair": "△", "poor": "×"}
# The publisher's mark △ never stands right before a figure, where it would be a minus.
COUNTED = "{mark}が{count}"
CLOSE_WORDS = {
    "best": "ほぼ計画どおり",
    "good": "計画に近い",
    "fair": "計画とやや違う",
    "poor": "計画と大きく違う",
}
MARK_WORDS = {
    "best": "達成できた",
    "good": "概ね達成できた",
    "fair": "達成はやや不十分",
    "poor": "全く達成できなかった",
}
WHY = {
    "no_plan": "計画値が入っていない",
    "no_actual": "実績がまだない",
    "plan_zero": "計画値が0で割れない",
}
UNJUDGED_WHY = "評価不能（{why}）"
COLUMNS = {
    "item": "項目",
    "unit": "単位",
    "planned": "計画値",
    "actual": "実績",
    "difference": "差",
    "ratio": "対計画比",
    "judgement": "判定",
    "reason": "乖離の理由",
    "next_step": "次の手",
    "post": "担当・期限",
}
PLANNED_INTERIM = "計画値（9月末まで）"
ACTUAL_INTERIM = "実績（9月末）"
NOT_KNOWN = "―"
PER_CENT = "{figure}%"
TOTAL = "給付費の合計（計画値と実績の両方がある{count}サービス）"
SUBTITLE = "{cycle}。対計画比＝実績÷計画値"
RATIO = "対計画比"
PLAN_LINE = "計画どおり"
BAR_TIP = "{group}　{item}：{said}"
TOTAL_GROUP = "合計"
TOTAL_COST = "給付費の合計（両方があるサービス）"
NOTHING = "計画値と実績はまだ入っていません。下の「計画値と実績を入れる」から入れてください。"
CREDIT = "計画値・実績・理由：{own}が入力（{version}）"
HALF_NOTE = (
    "給付費の9月末は4月からの累計のため、計画値の半分とくらべています。季節による動きは考えに入れていません。"
)
LIMITS_NOTE = (
    "判定の境目：「計画に近いほどよい」項目は計画との差が{close_best}ポイント以内◎・{close_good}以内○・{close_fair}以内△・それより大きい×、"
    "「計画以上なら達成」の項目は対計画比{reach_best}%以上◎・{reach_good}%以上○・{reach_fair}%以上△・それ未満×（{whose}）。"
)
LIMITS_OWN = "自町が決めた境目"
LIMITS_DEFAULT = "当方の初期値"
MARKS_NOTE = (
    "印は{source}、{date}の自己評価の4つ（◎達成できた ○概ね達成できた △達成はやや不十分 ×全く達成できなかった）です。"
    "「計画に近いほどよい」項目の言葉は当方のものです。{standing}{known}"
)
EMPTY_NOTE = "「―」はまだ分からない値で、0とは別です。実績のない年は比にも合計にも入れていません。"

PERIODS_TITLE = "前の計画期間と並べる"
PERIODS_SUBTITLE = "対計画比（%）＝実績÷計画値。期間の計は、両方がある年だけの合計の比です。"
PERIOD_TOTAL = "第{period}期 計"
PERIOD_RATIO = "第{period}期は{ratio}"
PERIODS_FINDING = "{own}の給付費の対計画比は、{ratios}"
PERIODS_FINDING_NONE = "{own}の計画値と実績の比を、計画期間ごとに並べています"

REASONS = "理由と次の手"
REASONS_NOTE = "対計画比のある項目から、書くものを選んでください。書いた内容は、この回のものとして残ります。"
CHOOSE = "書く項目"
CHOOSE_PLACEHOLDER = "項目を選ぶ"
CAUSE = "乖離の要因"
CAUSES = {
    "demand": "需要",
    "supply": "供給",
    "staff": "人材",
    "rules": "制度",
    "method": "実施方法",
    "data": "データ",
    "": "",
}
REASON = "理由（なぜ計画と違うのか）"
STEP = "改善の種類"
STEPS = {"go_on": "継続", "improve": "改善", "redesign": "再設計", "end": "統合・終了", "": ""}
NEXT = "次の手"
OF_KIND = "{kind}：{text}"
SAVED_REVIEW = "{cycle}の理由と次の手を保存しました。"
UNDONE_REVIEW = "{cycle}の理由と次の手を、書く前の状態に戻しました。"
OTHER_ITEM = "今の表にない項目（{id}）"

ENTER = "計画値と実績を入れる"
GRID_YEAR = "入れる年度"
GRID_HELP = "空欄はまだ分からない値、0は0です。給付費は千円、9月末の給付費は4月からの累計です。"
GRID_SAVE = "この年度を保存"
GRID_COLUMNS = {"item": "項目", "unit": "単位", "planned": "計画値", "actual": "実績", "interim": "9月末"}
NOTHING_ENTERED = "表の数字を入れるか変えると、保存できます。"
SAVED = "計画値と実績を保存しました。"
UNDONE_FIRST = "計画値と実績を、入れる前の状態に戻しました。"
FIGURE_LINE = "{item} {year}：計画値 {planned}、実績 {actual}、9月末 {interim}"
NO_CHANGE = "保存してあるものと同じです。"
FORM_XLSX = "様式（Excel）を受け取る"
FORM_CSV = "様式（CSV）を受け取る"
FORM_FILE = "計画値と実績_{own}"
FORM_NOTE = "入っている数を書き入れた様式です。書いて下に戻すと、まとめて確かめます。"
UPLOAD = "書いた様式（Excel・CSV）を入れる"
MODE = "入れ方"
MODES = {
    "add": "入っている数に足す（空欄のところは今のまま）",
    "replace": "すべて入れかえる（空欄は消える）",
}
MORE = "ほか{count}件"
PREVIEW = "新しい{new}・変わる{changed}・消える{gone}件"
PREVIEW_COLUMNS = ("変化", "項目", "年度", "計画値", "実績", "9月末")
CHANGES = {"new": "新しい", "changed": "変わる", "gone": "消える"}
SAVE_TABLE = "{count}件を保存"
EXPORTS = "見える化の出力から"
EXPORTS_FOUND = (
    "読み込んだ「見える化」の出力のうち、系列名に「計画値」と「実績値」の対がある自町の系列が{count}組あります。"
    "「独自：」の項目として取り込めます。"
)
EXPORTS_NONE = "読み込んだ「見える化」の出力に、「計画値」と「実績値」が対になった自町の系列はありません。"

LIMITS = "判定の境目を決める"
LIMITS_HELP = "国は数の境目を示していません。自町で決めた境目は、画面・紙・Excelのすべてに使われます。"
LIMIT_LABELS = {"best": "◎", "good": "○", "fair": "△"}
LIMITS_CLOSE = "計画に近いほどよい項目：計画との差（ポイント）がこの値以内"
LIMITS_REACH = "計画以上なら達成の項目：対計画比（%）がこの値以上"
LIMITS_SAVE = "境目を保存"
LIMITS_NEWER = "入力を始めたあとで、ほかの人が境目を保存しました。打った値はそのまま残っています。保存すると、打った値に変わります（前の値は履歴に残ります）。"
LIMITS_SAVED = "判定の境目を保存しました。"

TITLE = "計画値と実績　{own}　{cycle}"
PAPER = "委員会資料（A4、PDF）"
BOOK = "Excelで出す"
FILES_HELP = "保存した内容を出します。書きかけは入りません。"
FILE_PDF = "計画値と実績_{own}_{cycle}.pdf"
FILE_XLSX = "計画値と実績_{own}_{cycle}.xlsx"
SHEETS = ("計画値と実績", "前の計画期間と並べる", "入れた数")
FIGURES_COLUMNS = ("項目", "単位", "年度", "計画値", "実績", "9月末")


def marks_note(marks: PlanMarks) -> str:
    """Return where the marks are from, of which day, and what is ours."""
    return MARKS_NOTE.format(
        source=marks.source_ja,
        date=date(marks.date),
        standing=marks.standing_ja,
        known=marks.known_by_ja,
    )


def cycle_label(year: int, cycle: str) -> str:
    """Return a cycle in words: fiscal year, and which of its two judgements."""
    return CYCLE_LABEL.format(year=era_year(year, fiscal=True), cycle=CYCLES[cycle])


def judgement(mark: str, why: str, *, reaches: bool) -> str:
    """Return a mark with its words, or why there is none."""
    if not mark:
        return UNJUDGED_WHY.format(why=WHY[why])
    return f"{MARKS[mark]} {(MARK_WORDS if reaches else CLOSE_WORDS)[mark]}"


def finding(own: str, cycle: str, counts: Mapping[str, int], unjudged: int) -> str:
    """Return how many items have which mark, as a sentence."""
    marked = sum(counts.values())
    title = f"{own}の{cycle}"
    if not marked:
        return f"{title}は、対計画比を計算できる項目がまだありません"
    given = {mark: number(count) for mark, count in counts.items() if count}
    said = "・".join(COUNTED.format(mark=MARKS[mark], count=count) for mark, count in given.items())
    left = f"。評価不能は{number(unjudged)}項目" if unjudged else ""
    return f"{title}は、{number(marked)}項目のうち{said}{left}"
