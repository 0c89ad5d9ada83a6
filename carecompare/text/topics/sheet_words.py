"""Words of the sheet of all indicators, and of the analysis that officials write beside it."""

from __future__ import annotations

from math import floor, isnan, log10
from typing import TYPE_CHECKING

from carecompare.text.format import number, rank, rounded
from carecompare.text.words import BEYOND, NOT_RANKED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.rows import SheetLine


DIGITS = 2
EXACT_BELOW = 100


def gap(counted: float, unit: str) -> str:
    """Return a gap in units that people feel.

    Parameters
    ----------
    counted : float
        How many more, from `counted_gap`; NaN where it is not counted.
    unit : str
        What is counted.

    Returns
    -------
    str
        For example ``約+420人``, ``約△3か所`` or ``1か所未満``: whole below 100, two digits from there on.
    """
    if isnan(counted):
        return ""
    if counted == 0:
        return SAME
    size = abs(counted)
    if rounded(size) == 0:
        return LESS_THAN_ONE.format(unit=unit)
    if size >= EXACT_BELOW:
        step = 10 ** (floor(log10(size)) + 1 - DIGITS)
        size = rounded(size / step) * step
    return ABOUT.format(sign="+" if counted > 0 else "△", size=number(size), unit=unit)


def difference(line: SheetLine, unit: str) -> str:
    """Return a gap with whether chance explains it: ``約+420人（高い）``; the word alone where nothing is counted."""
    counted, word = gap(line["gap"], unit), BEYOND.get(line["beyond"], "")
    return f"{counted}（{word}）" if counted and word else counted or word


def placed(line: SheetLine) -> str:
    """Return a rank among own and peers, of how many, with the range that chance leaves; or why there is none."""
    said = rank(line["rank"])
    if not said:
        return NOT_RANKED.get(line["reason"], "")
    said = RANKED_OF.format(rank=said, of=line["of"])
    if line["best"] == line["worst"]:
        return said
    return said + RANGE.format(best=int(line["best"]), worst=int(line["worst"]))


def trend(line: SheetLine) -> str:
    """Return where the series goes, with the years it is read from; nothing where it is not judged."""
    if not line["trend"]:
        return ""
    return TREND_SPAN.format(
        way=TREND_TOOLTIP[line["trend"]], first=line["trend_from"], last=line["trend_to"]
    )


def overview(own: str, lines: Sequence[SheetLine]) -> str:
    """Return of how many indicators the difference is hard to explain by chance."""
    above, below, similar = (
        sum(line["beyond"] == way for line in lines) for way in ("higher", "lower", "similar")
    )
    if above + below:
        return OVERVIEW.format(own=own, all=len(lines), beyond=above + below, above=above, below=below)
    if similar:
        return OVERVIEW_NONE.format(own=own, judged=similar)
    return OVERVIEW_UNJUDGED.format(own=own)


def breakdown(lines: Sequence[SheetLine]) -> str:
    """Return how all the indicators divide into those judged and those not."""
    beyond = sum(line["beyond"] in {"higher", "lower"} for line in lines)
    similar = sum(line["beyond"] == "similar" for line in lines)
    silent = sum(isnan(line["value"]) for line in lines)
    withheld = sum(bool(line["reason"]) and not isnan(line["value"]) for line in lines)
    return OVERVIEW_REST.format(
        all=len(lines),
        beyond=beyond,
        similar=similar,
        withheld=withheld,
        silent=silent,
        fixed=len(lines) - beyond - similar - withheld - silent,
    )


LEAD = (
    "総務省の財政比較分析表と同じように、指標を1行ずつ、くらべる相手の中での自町の位置で示します。"
    "順位は高いほうからで、良し悪しではありません。"
)
LEGEND = (
    "赤い点＝自町（白抜きは順位を付けないもの、四角は保険者の値）　横線＝95%区間　薄い帯＝相手の最小〜最大　"
    "濃い帯＝相手の中央の半数　縦線＝中央値　下の短い線＝{prefecture}　上の短い線＝全国　白い目盛＝各市区町村　左右の数字＝目盛の両端"
)
SCALE_NOTE = (
    "目盛は0からではなく、行ごとに、自町・相手・県・全国の最小から最大まで（区間が長ければその4分の1まで先）を"
    "同じ長さに引きのばしています。"
)
TREND_NOTE = (
    "傾向は、等間隔の最近5つの値が偶然を超えて（99.8%）一方向に動いたものを↗↘、"
    "そうとはいえないものを→としています。5つの値がない指標には付けません。"
)
GAP_NOTE = (
    "「自町の規模では」は、相手の中央値との差に自町の分母をかけたものです。"
    "「約+420人」は、相手の中央値と同じだったときより約420人多いという意味で、目標との差ではありません。"
)
RANK_NOTE = (
    "順位の（　）は、どの値も95%区間の程度に動くものとして1,000回計算し、順位がその95%に収まる幅です。"
)
BEYOND_NOTE = (
    "太字は、偶然では説明しにくい差です。95%区間が相手の中央値を含まなくても、"
    "指標の数が多いことを考えに入れると偶然といえるものは太字にしません。"
)
INSURER_NOTE = "保険者（広域連合など）の値は、相手の帯・中央値・順位に入れていません。"
FEW_PEERS = (
    "くらべる相手が{count}市区町村のため、中央の半数は描かず、相手からの距離も測りません（4つ以上が必要）。"
)
CROWD_NOTE = "相手が{count}市区町村と多いため、各市区町村の目盛は描いていません。"
NO_PEERS = "くらべる相手がないため、図は描かず、県と全国との比較だけを下の表に示します。"

SORT = "並べ方"
SORTS = {"": "定義の順（分野ごと）", "distance": "相手から遠い順"}
ONLY = "見る指標"
ONLYS = {"": "すべて", "beyond": "偶然では説明しにくい差のみ"}
TOPIC = "章"
ALL_TOPICS = "すべての章"
DISTANCE_NOTE = (
    "相手からの距離＝相手の中央値との差÷相手の中央の半数の幅（四分位範囲）。"
    "順位を付けないもの、相手の中央の半数に幅がないものは距離を測れないため最後に並べます。"
)
DISTANCE_GROUP = "相手から遠い順（{first}〜{last}番目）"
WITHOUT_DISTANCE = "距離を測れないもの"
NOTHING_LEFT = (
    "偶然では説明しにくい差のある指標はありません。"
    "「すべて」に戻すと、差のない指標と、判定できない指標も見られます。"
)
OVERVIEW = "{own}は、{all}指標のうち{beyond}指標で、相手の中央値との差を偶然では説明しにくい（上回る{above}、下回る{below}）"
OVERVIEW_NONE = "{own}は、判定できる{judged}指標のどれも、相手の中央値との差が偶然ではないとまではいえません"
OVERVIEW_UNJUDGED = "{own}は、相手の中央値との差を偶然かどうか判定できる指標がありません"
OVERVIEW_REST = "{all}指標の内訳：差を偶然では説明しにくい{beyond}、違うとはいえない{similar}、数が少ない・保険者の値など{withheld}、区間がなく判定しない{fixed}、値なし{silent}。"

RANK = "順位"
TREND = "傾向"
GAP = "自町の規模では"
MEDIAN = "中央値"
RANKED_OF = "{rank}／{of}"
RANGE = "（{best}〜{worst}）"
TRENDS = {"up": "↗", "down": "↘", "no_change": "→"}
TREND_TOOLTIP = {"up": "上がっている", "down": "下がっている", "no_change": "動いたとはいえない"}
TREND_SPAN = "{way}（{first}〜{last}年の5つの値）"
ABOUT = "約{sign}{size}{unit}"
LESS_THAN_ONE = "1{unit}未満"
SAME = "同じ"
TOOLTIP_NAME, TOOLTIP_VALUE = "市区町村", "値"

TABLE = "一覧表（自町・県・全国・相手）"
WHAT = "比較分析表：すべての指標（順位は高いほうから）"
TABLE_CAPTION = "{own}の比較分析表"
TABLE_SUBTITLE = "順位は高いほうからです。値をたたくと、その数字の出典が開きます。"
COLUMNS = (
    "項目",
    "自町",
    "{mean}",
    "{rank}",
    "全国平均",
    "全国順位",
    "相手の中央値",
    "相手の中の順位",
    "傾向",
    "自町の規模では",
    "年",
)
MEAN_NOTE = "{mean}・全国平均は、分子と分母をそれぞれ合計した値です（市区町村の値の平均ではありません）。"
GROUP = "{topic}：{field}"
PART = "{figure}（一部）"
TOTAL = "計 {figure}"

# Columns of the file of all indicators.
FILE = {
    "topic": "章",
    "value": "自町",
    "prefecture_of": "県内の数",
    "nation_of": "全国の数",
    "lowest": "相手の最小",
    "first": "相手の第1四分位",
    "third": "相手の第3四分位",
    "highest": "相手の最大",
    "peers": "値のある相手の数",
    "rank": "相手の中の順位",
    "of": "相手の中の数",
    "best": "順位の区間（上）",
    "worst": "順位の区間（下）",
    "beyond": "中央値との違い",
    "distance": "相手からの距離",
    "gap": "自町の規模での差",
    "gap_unit": "差の単位",
    "trend": "傾向",
    "analysis": "分析欄",
}

NOTE_OF = "分析欄（{topic}）"
NOTE_EMPTY = "まだ書かれていません。"
NOTE_WRITE = "書く・直す"
NOTE_CLOSE = "閉じる"
NOTE_PLACEHOLDER = "例：75歳以上あたりの訪問介護は相手の中央値より少ない。町東部では…"
NOTE_HELP = "自町の章ごとに1つ保存します。保存した人と時刻が残り、前の版に戻せます。"
NOTE_SAVE = "保存"
NOTE_SAVED = "「{topic}」の分析欄を保存しました。"
NOTE_UNDONE_FIRST = "「{topic}」の分析欄を、書く前の状態に戻しました。"
NOTE_LINE = "第{version}版　{when}　{author}"
NOTE_DRAFT = "保存していない書きかけがあります。"
NOTE_NEWER = "書いている間に、ほかの人が第{version}版（{author}、{when}）を保存しました。保存を押すと、両方を並べて示します。"
NOTES = "分析欄（章ごと）"
