"""When most residents are 75 and over: one sentence for every page that says it."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from carecompare.text.format import era_year, number, signed

if TYPE_CHECKING:
    from carecompare.rows import ValueRow


NOTHING = "{own}には市区町村別の将来推計がないため、75歳以上の人口のピークは分かりません"
COUNTED, PROJECTED = "国勢調査", "推計"
MOST = "{own}の75歳以上の人口が最も多いのは{year}（{by}、{persons}人）"
PEAKED = "{most}で、{last}年までの推計はこれより少ない"
RISING = "{own}の75歳以上の人口は、推計の最後の{year}（{persons}人）まで増え続ける"
AGAINST_NOW = "{said}（{year}年の推計とくらべて{change}%）"
FALLING = "{own}の75歳以上の人口は、国勢調査の最初の{year}（{persons}人）が最も多く、その後はこれより少ない"


def peak(own: str, row: ValueRow, now: tuple[int, float] | None = None) -> str:
    """Return when most residents are 75 and over.

    Parameters
    ----------
    own : str
        Name.
    row : ValueRow
        VALUES of the year of the peak: ``value``, ``lower``, ``upper``, ``numerator``, ``method``, ``year``.
    now : tuple of int and float, or None
        The year that a later peak is compared with, and the persons projected for it.

    Returns
    -------
    str
        One sentence without a full stop.
    """
    year = next((row[name] for name in ("value", "lower", "upper") if not isnan(row[name])), None)
    if year is None:
        return NOTHING.format(own=own)
    words = {"own": own, "year": era_year(int(year)), "persons": number(row["numerator"])}
    if row["method"] == "falling_already":
        return FALLING.format(**words)
    if row["method"] == "peaked":
        return PEAKED.format(most=MOST.format(by=COUNTED, **words), last=int(row["year"]))
    said = RISING.format(**words) if row["method"] == "still_rising" else MOST.format(by=PROJECTED, **words)
    if now is None or not now[1] > 0:
        return said
    change = signed(100 * (row["numerator"] / now[1] - 1))
    return AGAINST_NOW.format(said=said, year=now[0], change=change)
