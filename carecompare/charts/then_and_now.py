"""Figures of some municipalities then and now as points on a line each, with the own figure of now across."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.charts import theme
from carecompare.charts.plan import filled
from carecompare.charts.spacing import text_width_px, tick_format, ticks
from carecompare.charts.then_and_now_plan import HEADER_PX, ROW_PX, then_and_now_plan
from carecompare.text.find_words import POINT
from carecompare.text.format import figure, year_word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.charts.plan import Picture

MARGIN_PX = 18
ROOM = 0.06
# From here on the words of the own figure stand to the left of its line.
RIGHT = 0.6
# The first year hollow, the later ones darker, the last dark: told apart in grey too.
INKS = (theme.PAPER, theme.MIDDLE_HALF, theme.DARK)


def then_and_now(
    rows: Sequence[tuple[str, Mapping[int, float]]],
    indicator: Indicator,
    own_text: str,
    own: float | None,
) -> Picture:
    """Return one line for each municipality.

    Parameters
    ----------
    rows : sequence of tuple of str and mapping of int to float
        Name and known figures by year, up to three, in the order to show; the last year is now.
    indicator : Indicator
        What is shown.
    own_text : str
        Words at the own figure.
    own : float or None
        The own figure of now, or None where it is not known.

    Returns
    -------
    Picture
        The axis spans the figures and does not begin at zero: places on it are compared, not lengths.
    """
    years = sorted({year for _, known in rows for year in known})
    ink = dict(zip(reversed(years), reversed(INKS), strict=False))
    lines, points, names = [], [], []
    for place, (name, known) in enumerate(rows):
        y = HEADER_PX + (place + 0.5) * ROW_PX
        names.append({"y": y, "text": name})
        if known:
            lines.append({"y": y, "first": min(known.values()), "last": max(known.values())})
        points += [
            {
                "y": y,
                "value": value,
                "ink": ink.get(year, theme.PAPER),
                "tooltip": POINT.format(name=name, year=year_word(year), figure=figure(value, indicator)),
            }
            for year, value in sorted(known.items())
        ]
    low, high = _span([float(str(each["value"])) for each in points] + ([] if own is None else [own]))
    height_px = HEADER_PX + ROW_PX * max(len(rows), 1)
    drawn: list[dict[str, object]] = []
    if own is not None:
        is_right = own > low + RIGHT * (high - low)
        drawn.append(
            {"value": own, "y": HEADER_PX - 6, "bottom": height_px, "text": own_text, "is_right": is_right}
        )
    widest = max((text_width_px(name, theme.TEXT_PX) for name, _ in rows), default=0.0)
    return filled(
        then_and_now_plan(),
        {"own": drawn, "lines": lines, "points": points, "names": names},
        {
            "low": low,
            "high": high,
            "ticks": [each for each in ticks(high) if each >= low],
            "tick_format": tick_format(high),
            "name_px": round(widest + MARGIN_PX),
        },
        height_px,
    )


def _span(values: Sequence[float]) -> tuple[float, float]:
    """Return the ends of the axis: a little beyond the figures, and not below zero."""
    if not values:
        return 0.0, 1.0
    room = ROOM * (max(values) - min(values)) or 1.0
    return max(0.0, min(values) - room), max(values) + room
