"""Words inside pictures: what cannot stand in the title, the table or the note around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text.format import figure, status_word
from carecompare.text.words import COLUMN

if TYPE_CHECKING:
    from carecompare.catalog import Indicator
    from carecompare.rows import Reason
    from carecompare.tables import Status

PROJECTION_BEGINS = "推計 →"
NO_PROJECTION = "推計なし"
DOCUMENT_FIGURE = "原資料（{year}年）{figure}"
JOIN = {"counted": "国勢調査 {figure}", "imputed": "国勢調査 {figure}", "projection": "推計 {figure}"}
AXIS = "{name}（{unit}）"
AXIS_UNIT = "（{unit}）"
NAMED_FIGURE = "{name} {figure}"
FIGURE_WITH_UNIT = "{figure} {unit}"
FIGURE_WITH_NOTE = "{figure}（{note}）"
RING_BESIDE = "輪 {figure}"
PARTS = "{numerator} ÷ {denominator}"
PARTS_OF_YEAR = "{numerator} ÷ {denominator}（{year}年）"
YEAR = "{year}年"
FISCAL_YEAR = "{year}年度"
FEW_RESIDENTS = "人口が少なく非表示"
INSURER_UNKNOWN = "保険者が不明"
UNLISTED = "出典に未掲載"
NOT_ADDED_UP = "合算できない"
NOTHING = "資料なし"
NATIONAL_MEAN = "全国の平均"
HOUSEHOLD_FIGURES = "{alone}／{couple}"
HOUSEHOLD_PARTS = {
    "alone": COLUMN["alone"],
    "couple": COLUMN["couple"],
    "other": COLUMN["other"],
}
TOOLTIP = {
    "name": COLUMN["name"],
    "indicator": COLUMN["item"],
    "value": COLUMN["value"],
    "range": COLUMN["interval"],
    "parts": f"{COLUMN['numerator']} ÷ {COLUMN['denominator']}",
    "year": COLUMN["year"],
    "state": COLUMN["status"],
}

# Legend lines: the page prints them beside the source line of the picture.
RANKED_BARS_LEGEND = "赤＝自町　横線＝95%区間（▶はその先まで続く）　縦線＝県と全国　白抜き＝数が少ないなどの理由で順位を付けないもの"
COURSE_LEGEND = "実線＝国勢調査（切れ目は作り方の違い）　破線＝推計　白抜きの点＝年齢不詳が3%を超える年（線はその幅）　◆＝原資料の数字"
COUNTED_LEGEND = "赤い線＝自町　灰色の線＝相手"
COUNTED_SERIES = "公表値"
STRIPS_LEGEND = (
    "赤い点＝自町（白抜きは数が少ないもの、四角は保険者の値）　横線＝95%区間（▶はその先まで続く）　"
    "濃い帯＝相手の中央の半数　縦線＝相手の中央値　白い目盛＝各市区町村　下の数字＝自町と相手の最小と最大"
)
FEATURE_DOTS_LEGEND = (
    "赤い点＝自町　灰色の点＝類似自治体　太い縦線＝その中央値　中央の細い縦線＝全国の市区町村の平均"
    "（薄い線は標準偏差1つ分ごと）。点が近いほど似ています"
)


def silence(status: Status, reason: Reason) -> str:
    """Return the word that stands where a value would.

    Parameters
    ----------
    status : Status
        Status of the value.
    reason : Reason
        Why a value that could be computed is not shown, or empty.

    Returns
    -------
    str
        Never empty.
    """
    if reason == "few_residents":
        return FEW_RESIDENTS
    if reason == "insurer_unknown":
        return INSURER_UNKNOWN
    if reason == "unlisted":
        return UNLISTED
    if reason == "not_added_up":
        return NOT_ADDED_UP
    return status_word(status) or NOTHING


def figure_with_unit(value: float, indicator: Indicator) -> str:
    """Return a figure as it stands in a picture: a per cent sign closes up, other units stand apart.

    Parameters
    ----------
    value : float
        NaN gives an empty text.
    indicator : Indicator
        Gives decimals and unit.

    Returns
    -------
    str
        For example ``31.4%`` or ``0.74 か所／75歳以上千人``.
    """
    text = figure(value, indicator)
    if not text:
        return ""
    unit = indicator.unit_ja
    return f"{text}%" if unit == "%" else FIGURE_WITH_UNIT.format(figure=text, unit=unit)
