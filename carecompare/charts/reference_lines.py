"""The prefecture and the nation as labelled lines across the rows of a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

import altair as alt
import pandas as pd

from carecompare.charts import theme
from carecompare.charts.spacing import text_width_px
from carecompare.tables import NATION
from carecompare.text.chart_words import NAMED_FIGURE
from carecompare.text.format import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import Indicator

LABEL_PX = 16
PHONE_PX = 340
LABEL_GAP_PX = 5


class ReferenceLabel(NamedTuple):
    """The label of a line: on which side of it, and in which row above the plot, counted from it."""

    text: str
    value: float
    area: str
    align: Literal["left", "right"]
    row: int


def reference_labels(
    references: pd.DataFrame, indicator: Indicator, end: float, *, left_px: float, right_px: float
) -> list[ReferenceLabel]:
    """Return where the labels go, so that none lies on another, on a line or outside the picture.

    Parameters
    ----------
    references : DataFrame
        Columns ``area``, ``name_ja``, ``value``, none missing.
    indicator : Indicator
        Gives the decimals.
    end : float
        End of the axis from zero.
    left_px, right_px : float
        Room beside the plot that labels above it may use.

    Returns
    -------
    list of ReferenceLabel
        From the lowest. The lowest of several stands left of its line, the highest right of it. One that
        lies between, or would pass the edge on a phone, takes a row of its own on its other side.
    """
    ordered = references.sort_values("value")
    last = len(ordered) - 1
    plot_px = PHONE_PX - left_px - right_px
    labels: list[ReferenceLabel] = []
    next_row = 1
    for place, (area, name, value) in enumerate(
        zip(ordered["area"], ordered["name_ja"], ordered["value"], strict=True)
    ):
        text = NAMED_FIGURE.format(name=name, figure=number(value, indicator.decimals))
        needed_px = text_width_px(text, theme.TEXT_PX) + LABEL_GAP_PX
        at_px = value / end * plot_px
        room_px = {"left": plot_px - at_px + right_px, "right": at_px + left_px}
        align: Literal["left", "right"] = "right" if place == 0 and last > 0 else "left"
        is_pushed = room_px[align] < needed_px
        if is_pushed:
            align = "left" if align == "right" else "right"
        takes_row = last > 0 and (is_pushed or 0 < place < last)
        labels.append(ReferenceLabel(text, float(value), str(area), align, next_row if takes_row else 0))
        next_row += takes_row
    return labels


def reference_lines(labels: Sequence[ReferenceLabel]) -> list[alt.Chart]:
    """Return the lines with their labels.

    Parameters
    ----------
    labels : sequence of ReferenceLabel
        From `reference_labels`.

    Returns
    -------
    list of Chart
        The nation in long dashes, anything else in short ones; x is the field ``value``.
    """
    layers = []
    for label in labels:
        top = -8 - LABEL_PX * label.row
        line = alt.Chart(pd.DataFrame({"value": [label.value], "text": [label.text]}))
        dash = theme.NATION_DASH if label.area == NATION else theme.PREFECTURE_DASH
        gap = LABEL_GAP_PX if label.align == "left" else -LABEL_GAP_PX
        layers += [
            line.mark_rule(color=theme.DARK, strokeWidth=1.4, strokeDash=list(dash)).encode(
                x=alt.X("value:Q"), y=theme.y_at(top - 6), y2=theme.y2_at("height")
            ),
            *theme.haloed(
                line.mark_text(align=label.align, dx=gap, color=theme.DARK).encode(
                    x=alt.X("value:Q"), y=theme.y_at(top), text=alt.Text("text:N")
                )
            ),
        ]
    return layers
