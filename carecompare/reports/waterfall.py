"""A waterfall out of stacked bars, as office programs draw and edit it: the form that it has on screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.text.files.plot_words import LEVEL_LABEL
from carecompare.text.format import number, signed

if TYPE_CHECKING:
    from carecompare.exhibits import Plot

# The axis does not begin at zero; of its length: margins, the mark of a level, the room for labels.
MARGIN, MARK, ROOM = 0.06, 0.015, 0.3
LEAST_SPAN = 0.5


@dataclass(frozen=True)
class Waterfall:
    """Bars to be stacked.

    Parameters
    ----------
    base : tuple of float
        Where each bar begins: drawn without a fill.
    bars : tuple of tuple of float or None
        The lengths of each series of the plot, each bar in the series it belongs to.
    room : float
        Length of a bar without a fill behind each, at whose foot its label stands.
    labels : tuple of str
        One per category: a step with its sign, a level in per cent.
    lowest, highest : float
        The ends of the axis.
    """

    base: tuple[float, ...]
    bars: tuple[tuple[float | None, ...], ...]
    room: float
    labels: tuple[str, ...]
    lowest: float
    highest: float


def stacked(plot: Plot) -> Waterfall:
    """Return the bars of a waterfall.

    Parameters
    ----------
    plot : Plot
        Of the kind ``waterfall``: in each category one series has a value; a level where its role is
        ``reference``, else a step from where the category before ended.
    """
    reached = 0.0
    spans: list[tuple[float, float]] = []
    labels = []
    owner = []
    for place in range(len(plot.categories)):
        series = next(i for i, each in enumerate(plot.series) if each.values[place] is not None)
        value = plot.series[series].values[place] or 0.0
        is_level = plot.series[series].role == "reference"
        begin, reached = (value, value) if is_level else (reached, reached + value)
        spans.append((min(begin, reached), max(begin, reached)))
        shown = number(value, plot.decimals)
        labels.append(LEVEL_LABEL.format(value=shown) if is_level else signed(value, plot.decimals))
        owner.append(series)
    low, high = min(low for low, _ in spans), max(high for _, high in spans)
    span = max(high - low, LEAST_SPAN)
    wide = MARK * span
    levels = [plot.series[series].role == "reference" for series in owner]
    placed = [
        (low - wide / 2, low + wide / 2) if is_level else (low, high)
        for (low, high), is_level in zip(spans, levels, strict=True)
    ]
    return Waterfall(
        base=tuple(low for low, _ in placed),
        bars=tuple(
            tuple(high - low if owner[place] == series else None for place, (low, high) in enumerate(placed))
            for series in range(len(plot.series))
        ),
        room=ROOM * span,
        labels=tuple(labels),
        lowest=max(low - MARGIN * span, 0.0),
        highest=high + (MARGIN + ROOM) * span,
    )
