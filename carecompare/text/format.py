"""Numbers, years and areas as officials write them."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from carecompare.tables import (
    ESTIMATED,
    IMPUTED,
    INSURER_LEVEL,
    MISSING,
    NOT_APPLICABLE,
    NOT_COLLECTED,
    OBSERVED,
    PROJECTED,
    SUPPRESSED,
    WITHHELD,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.catalog import Indicator
    from carecompare.rows import Figures
    from carecompare.tables import Status

MOST_WRITTEN = 32_768
MOST_UNITS = 256
MOST_YEARS = 512

# First year of each era, latest first. A year in which the era changes counts as the new one.
ERAS = ((2019, "令和"), (1989, "平成"), (1926, "昭和"))

# A year that may lie beyond those given: the limit that is known, and how it is said.
BEYOND_YEARS: Mapping[str, tuple[Literal["lower", "upper"], str]] = {
    "still_rising": ("lower", "{year}年以降"),
    "falling_already": ("upper", "{year}年以前"),
}

STATUS_WORDS: Mapping[Status, str] = {
    OBSERVED: "",
    ESTIMATED: "基準人口",
    IMPUTED: "不詳補完値による",
    PROJECTED: "推計",
    INSURER_LEVEL: "保険者の値",
    SUPPRESSED: "秘匿",
    NOT_COLLECTED: "未収集",
    NOT_APPLICABLE: "該当なし",
    MISSING: "資料なし",
    WITHHELD: "示さない",
}


# A figure is written in several places of a page, and those of comparators for every own municipality.
@lru_cache(MOST_WRITTEN)
def number(value: float | None, decimals: int = 0) -> str:
    """Return a number with thousands separated, the official △ for minus, and nothing for a missing one.

    Parameters
    ----------
    value : float or None
        The number; NaN counts as missing.
    decimals : int
        Digits after the point.

    Returns
    -------
    str
        For example ``1,234.5`` or ``△3``.
    """
    if value is None or math.isnan(value):
        return ""
    shown = rounded(value, decimals)
    return f"{'△' if shown < 0 else ''}{abs(shown):,.{decimals}f}"


def rounded(value: float, decimals: int = 0) -> float:
    """Return a number as every output rounds it: half away from zero, and never a zero below zero.

    Parameters
    ----------
    value : float
        The number; NaN and infinities stay what they are.
    decimals : int
        Digits after the point.
    """
    if not math.isfinite(value):
        return value
    # As on paper: 0.25 is 0.3, where Python's own rounding says 0.2.
    power = 10.0**decimals
    size = math.floor(abs(value) * power + 0.5 + 1e-9) / power
    return -size if value < 0 and size > 0 else size


def cell_format(
    decimals: int, unit: str = "", *, before: str = "", thousands: bool = True, signed: bool = False
) -> str:
    """Return the format of a cell of a workbook that shows a number as `number` writes it.

    Parameters
    ----------
    decimals : int
        Digits after the point.
    unit : str
        Written behind the number.
    before : str
        Written before the number and its sign.
    thousands : bool
        Whether thousands are separated.
    signed : bool
        Whether a plus is written before what rounds to more than nothing.

    Returns
    -------
    str
        For example ``[>=0.05]#,##0.0;[<=-0.05]"△"#,##0.0;"0.0"``: what rounds to nothing is written as such,
        where a spreadsheet would put a minus before it.
    """
    digits = ("#,##0" if thousands else "0") + (f".{'0' * decimals}" if decimals else "")
    half = f"{0.5 / 10**decimals:.{decimals + 1}f}"
    ahead, behind = (f'"{each}"' if each else "" for each in (before, unit))
    nothing = f"{0:.{decimals}f}"
    plus = "+" if signed else ""
    shown = (f"[>={half}]{ahead}{plus}{digits}", f'[<=-{half}]{ahead}"△"{digits}', f'{ahead}"{nothing}"')
    return ";".join(f"{each}{behind}" for each in shown)


def signed(value: float, decimals: int = 0) -> str:
    """Return a difference with its sign: ``+1.4``, ``△0.3``, and no sign where it rounds to nothing."""
    text = number(value, decimals)
    return f"+{text}" if text and not text.startswith("△") and float(text.replace(",", "")) > 0 else text


def figure(value: float | None, indicator: Indicator) -> str:
    """Return a figure of an indicator: a number with its decimals, or a year as it is counted.

    Parameters
    ----------
    value : float or None
        The figure; NaN counts as missing.
    indicator : Indicator
        Gives the decimals, and says whether the value is a year.

    Returns
    -------
    str
        For example ``31.4`` or, of a year, ``2030``; empty when missing.
    """
    text = number(value, indicator.decimals)
    return text.replace(",", "") if indicator.is_a_year else text


def figure_or_word(row: Figures, indicator: Indicator) -> str:
    """Return a figure, or the word that stands in its place.

    Parameters
    ----------
    row : Figures
        The value, or why there is none.
    indicator : Indicator
        What the value is.

    Returns
    -------
    str
        For example ``31.4``, ``資料なし`` or ``2045年以降``; empty for a known figure that is withheld.
    """
    # How a figure was counted says nothing of why it is withheld.
    status = "" if row["status"] == IMPUTED else status_word(row["status"])
    return figure(row["value"], indicator) or edge_word(row) or status


def edge_word(row: Figures) -> str:
    """Return ``2045年以降`` or ``2015年以前`` for a year beyond those that were looked at, else nothing."""
    if row["method"] not in BEYOND_YEARS:
        return ""
    edge, words = BEYOND_YEARS[row["method"]]
    return words.format(year=int(row[edge]))


def with_unit(value: float | None, indicator: Indicator) -> str:
    """Return a figure of an indicator with its unit, as it is read aloud.

    Parameters
    ----------
    value : float or None
        The figure.
    indicator : Indicator
        Gives unit and decimals.

    Returns
    -------
    str
        For example ``31.4%``, ``281,100人``, ``人口10万人あたり3.4か所`` or ``94.4（2020年＝100）``; empty when
        missing.
    """
    text = figure(value, indicator)
    if not text:
        return ""
    before, after = _around(indicator.unit_ja, indicator.kind)
    return f"{before}{text}{after}"


@lru_cache(MOST_UNITS)
def _around(unit: str, kind: str) -> tuple[str, str]:
    """Return what stands before and after a figure that is read aloud."""
    if kind == "index":
        return "", f"（{unit}）"
    counter, _, per = unit.partition("／")
    return (f"{per}あたり", counter) if per else ("", counter)


def interval(lower: float | None, upper: float | None, decimals: int) -> str:
    """Return a range, or nothing where there is none."""
    low, high = number(lower, decimals), number(upper, decimals)
    return f"{low}〜{high}" if low and high else ""


@lru_cache(MOST_YEARS)
def era_year(year: int, *, fiscal: bool = False) -> str:
    """Return a year in both calendars, for example ``令和2年（2020年）`` or ``令和2年度（2020年度）``."""
    unit = "年度" if fiscal else "年"
    said = era(year, fiscal=fiscal)
    return said if said == f"{year}{unit}" else f"{said}（{year}{unit}）"


def era(year: int, *, fiscal: bool = False) -> str:
    """Return a year of the Japanese calendar, for example ``令和2年``; before 1926 as it is."""
    unit = "年度" if fiscal else "年"
    for first, name in ERAS:
        if year >= first:
            count = year - first + 1
            return f"{name}{'元' if count == 1 else count}{unit}"
    return f"{year}{unit}"


def date(text: str) -> str:
    """Return an ISO date, month or year as it is written in Japanese."""
    parts = text.split("-")
    marks = ("年", "月", "日")
    if not all(part.isdigit() for part in parts):
        return text
    return "".join(f"{int(part)}{mark}" for part, mark in zip(parts, marks, strict=False))


def status_word(status: Status) -> str:
    """Return the word that stands where a figure would."""
    return STATUS_WORDS[status]


def rank(position: float | None, of: int | None = None) -> str:
    """Return ``6位`` or, of how many, ``6位／11``; nothing where no rank is given."""
    if position is None or math.isnan(position):
        return ""
    return f"{int(position):,}位" if of is None else f"{int(position):,}位／{of:,}"


def year_word(year: float, *, fiscal: bool = False) -> str:
    """Return ``2020年`` or ``2020年度``, or nothing for a missing year."""
    return "" if math.isnan(year) else f"{int(year)}{'年度' if fiscal else '年'}"


def year_of(year: float, indicator: Indicator) -> str:
    """Return of which year a figure is; nothing where the figure is a year itself, beside which it would mislead."""
    return "" if indicator.is_a_year else year_word(year, fiscal=indicator.fiscal_year)


def municipalities(count: int) -> str:
    """Return a number of municipalities in words."""
    return f"{count:,}市区町村"
