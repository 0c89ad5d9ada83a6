"""What is said of the years to come, and of the municipality's finance."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from carecompare.text.format import number, year_word
from carecompare.text.topics import peak_words

if TYPE_CHECKING:
    from carecompare.catalog import Indicator
    from carecompare.rows import ValueRow


SECTION = "需要の見通し"
LEGEND = "赤い点＝自町　濃い帯＝相手の中央の半数　縦線＝相手の中央値　白い目盛＝各市区町村　下の数字＝自町と相手の最小と最大"
WHAT = "75歳以上は{base}年、需要指数は{index_base}年とくらべた{year}年（推計）"
SUBTITLE = f"{WHAT}。{LEGEND}"
CAPTION = "{base}年は国勢調査（不詳補完値）の人数です。その後は{ages}の増減率で進めた人数です（当方算出）。"
COLUMNS = (
    "75歳以上{base}年（人）",
    "75歳以上{year}年（人）",
    "増減率（%）",
    "最も多い年",
    "その年の人数",
    "医療需要（{year}年）",
    "介護需要（{year}年）",
)
FINANCE_SECTION = "財政"
FINANCE_CAPTION = "{years}の決算。{ranks}"
FINANCE_NOTE = "財政の比率は公表値または決算額の割り算で、標本調査の区間はありません。"


def outlook(own: str, growth: ValueRow, peak: ValueRow, ages: str) -> str:
    """Return how many residents aged 75 and over there will be, and when most.

    Parameters
    ----------
    own : str
        Name.
    growth : ValueRow
        VALUES of the change in per cent.
    peak : ValueRow
        VALUES of the year of the peak.
    ages : str
        What the projection by ages is called.

    Returns
    -------
    str
        One sentence without a full stop.
    """
    if math.isnan(growth["value"]):
        return f"{own}には、年齢別の将来推計人口（{ages}）がありません"
    size, base = number(abs(growth["value"]), 1), year_word(growth["denominator_year"])
    way = "多い" if growth["value"] > 0 else "少ない"
    compared = f"{base}とほぼ同じ" if size == "0.0" else f"{base}より{size}%{way}"
    return f"{peak_words.peak(own, peak)}。{year_word(growth['year'])}は{compared}推計"


def demand(
    own: str, indicator: Indicator, first: tuple[int, float] | None, last: tuple[int, float] | None
) -> str:
    """Return where a demand goes, the base year being 100.

    Parameters
    ----------
    own : str
        Name of the municipality.
    indicator : Indicator
        The index.
    first, last : tuple of int and float, or None
        First year and last year with their figures.

    Returns
    -------
    str
        One sentence without a full stop.
    """
    name = indicator.name_ja
    if first is None or last is None:
        return f"{own}の{name}は、年齢別の将来推計人口がないため計算できません"
    return f"{own}の{name}は、{indicator.base_year}年を100として{last[0]}年に{number(last[1], 1)}（推計）"
