"""The legend of the map of an indicator, in words and colours."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import TYPE_CHECKING

from carecompare.maps import BLANK, PALE
from carecompare.maps.classes import FOR_REFERENCE, NO_VALUE
from carecompare.text.format import figure
from carecompare.text.topics import map_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import Indicator
    from carecompare.maps import Classes


def legend(shown: Classes, indicator: Indicator) -> str:
    """Return the legend as HTML.

    Parameters
    ----------
    shown : Classes
        Of every municipality.
    indicator : Indicator
        What is shown.

    Returns
    -------
    str
        Each class with its range and how many municipalities it has; then what has no class, and why.
    """
    counts = Counter(shown.marks)
    rows = [
        swatch_row(color, _span(low, high, indicator), counts[str(place)])
        for place, (low, high, color) in enumerate(
            zip(shown.lowest, shown.highest, shown.colors, strict=True)
        )
    ]
    if counts[FOR_REFERENCE]:
        rows.append(swatch_row(PALE, map_words.LEGEND_REFERENCE, counts[FOR_REFERENCE], sign="•"))
    if counts[NO_VALUE]:
        rows.append(swatch_row(BLANK, map_words.LEGEND_NO_VALUE, counts[NO_VALUE]))
    unit = map_words.LEGEND.format(unit=indicator.unit_ja, count=len(shown.lowest))
    heading = unit if shown.lowest else map_words.NO_CLASS
    return f"<div class='cc-legend'><p>{escape(heading)}</p><ul>{''.join(rows)}</ul></div>"


def _span(lowest: float, highest: float, indicator: Indicator) -> str:
    low, high = figure(lowest, indicator), figure(highest, indicator)
    if low == high:
        return map_words.LEGEND_ONE.format(figure=low)
    return map_words.LEGEND_CLASS.format(lowest=low, highest=high)


def swatch_row(color: Sequence[int], text: str, count: int, sign: str = "") -> str:
    """Return one line of a legend: a colour, what it means, and how many municipalities have it."""
    shade = f"#{bytes(color).hex()}"
    many = escape(map_words.counted_municipalities(count))
    return (
        f"<li><span class='cc-swatch' style='background:{shade}' aria-hidden='true'>{sign}</span>"
        f"{escape(text)}<small>{many}</small></li>"
    )
