"""Colours, letters and the quiet axes that every picture shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

if TYPE_CHECKING:
    from collections.abc import Callable

OWN = "#C8102E"
OWN_LIGHT = "#EDA3AE"
OWN_FAINT = "#F9E4E7"
PEER = "#8A94A6"
PEER_DARK = "#5B6578"
PEER_FAINT = "#E9ECF1"
BAND = "#D9DEE7"
MIDDLE_HALF = "#B9C2D0"
DARK = "#3B4252"
INK = "#20242C"
QUIET = "#5B6578"  # 5.9:1 on white: for letters that step back and still pass AA
GRID = "#E9ECF1"
PAPER = "#FFFFFF"
DOCUMENT = "#000000"

FONT = '"BIZ UDPGothic","Yu Gothic UI","Meiryo","Hiragino Sans","Noto Sans CJK JP",sans-serif'
TEXT_PX = 13
SMALL_TEXT_PX = 12

NATION_DASH = (6, 3)
PREFECTURE_DASH = (2, 2)
PROJECTION_DASH = (5, 4)


# A place in pixels. Named here because Altair gives these classes no types; its own `alt.value` makes a
# dictionary that is matched against the whole schema, which costs more than the rest of a layer.
x_at: Callable[[float | str | alt.ExprRef], alt.XValue] = alt.XValue
y_at: Callable[[float | str | alt.ExprRef], alt.YValue] = alt.YValue
x2_at: Callable[[float | str | alt.ExprRef], alt.X2Value] = alt.X2Value
y2_at: Callable[[float | str | alt.ExprRef], alt.Y2Value] = alt.Y2Value

CONFIG = alt.Config(
    background=PAPER,
    font=FONT,
    padding={"left": 2, "right": 4, "top": 4, "bottom": 4},
    view=alt.ViewConfig(stroke=None),
    # Streamlit's own setting would show the names of columns where a mark says nothing itself.
    mark=alt.MarkConfig(tooltip=None),
    text=alt.MarkConfig(fontSize=TEXT_PX, color=INK),
    axis=alt.AxisConfig(
        labelColor=QUIET,
        labelFontSize=SMALL_TEXT_PX,
        labelFlush=False,
        labelOverlap=True,
        titleColor=QUIET,
        titleFontSize=SMALL_TEXT_PX,
        titleFontWeight="normal",
        gridColor=GRID,
        domainColor=MIDDLE_HALF,
        tickColor=MIDDLE_HALF,
    ),
)


def haloed(letters: alt.Chart) -> list[alt.Chart]:
    """Return letters over a light edge, so that they stay readable where they cross a line.

    Parameters
    ----------
    letters : Chart
        A text mark.

    Returns
    -------
    list of Chart
        The edge, then the letters.
    """
    edge = letters.copy(deep=False)
    edge.mark = alt.MarkDef(
        **{**letters.mark.to_dict(), "stroke": PAPER, "strokeWidth": 6, "strokeJoin": "round", "aria": False}
    )
    edge.encoding = letters.encoding.copy(deep=False)
    edge.encoding.color = alt.Undefined
    edge.encoding.tooltip = alt.Undefined
    return [edge, letters]
