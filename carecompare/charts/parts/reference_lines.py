"""The prefecture and the nation as labelled lines across the rows of a picture."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

import altair as alt

from carecompare.charts import theme
from carecompare.charts.parts.spacing import text_width_px
from carecompare.charts.plan import named
from carecompare.tables import NATION
from carecompare.text.chart_words import NAMED_FIGURE
from carecompare.text.format import figure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from carecompare.catalog import Indicator
    from carecompare.rows import ListedRow


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
    references: Sequence[ListedRow],
    indicator: Indicator,
    span: tuple[float, float],
    *,
    left_px: float,
    right_px: float,
) -> list[ReferenceLabel]:
    """Return where the labels go, so that none lies on another, on a line or outside the picture.

    Parameters
    ----------
    references : sequence of ListedRow
        With a value each.
    indicator : Indicator
        Gives the decimals.
    span : tuple of float
        Start and end of the axis.
    left_px, right_px : float
        Room beside the plot that labels above it may use.

    Returns
    -------
    list of ReferenceLabel
        From the lowest. The lowest of several stands left of its line, the highest right of it. One that
        lies between, or would pass the edge on a phone, takes a row of its own on its other side.
    """
    ordered = sorted(references, key=itemgetter("value"))
    last = len(ordered) - 1
    start, end = span
    plot_px = PHONE_PX - left_px - right_px
    labels: list[ReferenceLabel] = []
    next_row = 1
    for place, reference in enumerate(ordered):
        value = reference["value"]
        text = NAMED_FIGURE.format(name=reference["name_ja"], figure=figure(value, indicator))
        needed_px = text_width_px(text, theme.TEXT_PX) + LABEL_GAP_PX
        at_px = (value - start) / (end - start) * plot_px
        room_px = {"left": plot_px - at_px + right_px, "right": at_px + left_px}
        align: Literal["left", "right"] = "right" if place == 0 and last > 0 else "left"
        is_pushed = room_px[align] < needed_px
        if is_pushed:
            align = "left" if align == "right" else "right"
        takes_row = last > 0 and (is_pushed or 0 < place < last)
        labels.append(ReferenceLabel(text, value, reference["area"], align, next_row if takes_row else 0))
        next_row += takes_row
    return labels


def reference_rows(labels: Sequence[ReferenceLabel]) -> list[dict[str, object]]:
    """Return the dataset that `reference_lines` waits for.

    Parameters
    ----------
    labels : sequence of ReferenceLabel
        From `reference_labels`.

    Returns
    -------
    list of dict
        One row for each line.
    """
    return [
        {
            "value": label.value,
            "text": label.text,
            "is_nation": label.area == NATION,
            "is_right_of_line": label.align == "left",
            "y_px": -8 - LABEL_PX * label.row,
        }
        for label in labels
    ]


def reference_lines() -> list[alt.Chart]:
    """Return the lines with their labels, over the dataset ``references``.

    Returns
    -------
    list of Chart
        The nation in long dashes, anything else in short ones; x is the field ``value``.
    """
    dash = f"datum.is_nation ? {list(theme.NATION_DASH)} : {list(theme.PREFECTURE_DASH)}"
    lines = alt.Chart(named("references")).mark_rule(
        color=theme.DARK, strokeWidth=1.4, strokeDash=alt.ExprRef(dash)
    )
    letters = alt.Chart(named("references")).mark_text(
        align=alt.ExprRef("datum.is_right_of_line ? 'left' : 'right'"),
        dx=alt.ExprRef(f"datum.is_right_of_line ? {LABEL_GAP_PX} : {-LABEL_GAP_PX}"),
        color=theme.DARK,
    )
    return [
        lines.encode(
            x=alt.X("value:Q"), y=theme.y_at(alt.ExprRef("datum.y_px - 6")), y2=theme.y2_at("height")
        ),
        *theme.haloed(
            letters.encode(
                x=alt.X("value:Q"), y=theme.y_at(alt.ExprRef("datum.y_px")), text=alt.Text("text:N")
            )
        ),
    ]
