"""One indicator across municipalities: bars from the highest to the lowest."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import altair as alt
import pandas as pd

from carecompare.charts import theme
from carecompare.charts.spacing import text_width_px, tick_format, ticks
from carecompare.charts.tooltips import tooltip, with_tooltip
from carecompare.tables import INSURER_LEVEL, NATION
from carecompare.text.chart_words import (
    AXIS,
    AXIS_UNIT,
    FIGURE_WITH_NOTE,
    NAMED_FIGURE,
    silence,
)
from carecompare.text.format import number, status_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import Indicator

ROW_PX = 32
BAR_PX = 20
AXIS_TITLE_CHARACTERS = 22
NAME_LIMIT_PX = 150
# A whisker may pass the longest bar by this much; beyond, it is cut and ends in an arrow, so that one
# small place does not press all others flat.
LONGEST_WHISKER = 1.25


@dataclass(frozen=True)
class ReferenceLabel:
    """The label of a vertical line: which side of the line it stands on, and in which row above the bars."""

    text: str
    value: float
    area: str
    align: Literal["left", "right"]
    row: int


def ranked_bars(comparison: pd.DataFrame, indicator: Indicator) -> alt.LayerChart:
    """Return horizontal bars, the own municipality among its peers, with lines for the references.

    Parameters
    ----------
    comparison : DataFrame
        COMPARISON rows of one indicator and year: ``own``, ``peer`` and ``reference``.
    indicator : Indicator
        What is compared.

    Returns
    -------
    LayerChart
        Sorted from the highest; a municipality without a value comes last with the word that says why.
        A bar is hollow where its rank is withheld or its value is an insurer's.
    """
    is_reference = comparison["role"] == "reference"
    rows = _drawn(comparison.loc[~is_reference], indicator)
    given = rows.loc[rows["value"].notna()]
    references = comparison.loc[is_reference & comparison["value"].notna() & is_rate(indicator)]
    end = axis_end(given, references)
    margin_px = 12 + max((text_width_px(text, theme.TEXT_PX) for text in given["label"]), default=0.0)
    scale = alt.Scale(
        domain=[0, end], nice=False, range=[0, alt.ExprRef(f"max(40, width - {margin_px:.0f})")]
    )
    labels = reference_labels(references, indicator, end)
    x_axis = alt.Axis(title=_axis_title(indicator), values=ticks(end), format=tick_format(end))
    x = alt.X("value:Q", stack=None, scale=scale, axis=None if given.empty else x_axis)
    y_axis = alt.Y("name_ja:N", sort=rows["name_ja"].tolist(), axis=_name_axis(rows)).scale(
        domain=rows["name_ja"].tolist(), paddingInner=1 - BAR_PX / ROW_PX, paddingOuter=0.2
    )
    bars = (
        alt.Chart(given)
        .mark_bar(height=BAR_PX, cornerRadiusEnd=2, strokeWidth=1.5)
        .encode(
            x=x,
            y=y_axis,
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
            tooltip=tooltip("indicator"),
        )
    )
    layers = [bars, *_reference_lines(labels), *_whiskers(given, end), *_row_labels(rows, end)]
    return theme.configured(layers, max(len(rows), 1) * ROW_PX)


def is_rate(indicator: Indicator) -> bool:
    """Return whether a municipality's figure and the nation's can stand on one axis: a sum cannot.

    Parameters
    ----------
    indicator : Indicator
        What is compared.

    Returns
    -------
    bool
        False for an amount that is divided by nothing, such as the population.
    """
    return indicator.kind != "amount" or bool(indicator.denominator)


def axis_end(given: pd.DataFrame, references: pd.DataFrame) -> float:
    """Return where the axis from zero ends.

    Parameters
    ----------
    given : DataFrame
        Bars with ``value`` and ``upper``.
    references : DataFrame
        Lines with ``value``.

    Returns
    -------
    float
        The largest value or limit of an interval, the latter at most a quarter above the former.
    """
    values = [*given["value"].tolist(), *references["value"].tolist()]
    highest = max(values, default=0.0)
    limit = max((upper for upper in given["upper"].tolist() if not math.isnan(upper)), default=0.0)
    if highest <= 0:
        return limit or 1.0
    return float(max(highest, min(limit, highest * LONGEST_WHISKER)))


def reference_labels(references: pd.DataFrame, indicator: Indicator, end: float) -> list[ReferenceLabel]:
    """Return where the labels of the vertical lines go, so that none lies on another or on a line.

    Parameters
    ----------
    references : DataFrame
        Rows of role ``reference`` with a value.
    indicator : Indicator
        Gives the decimals.
    end : float
        End of the axis.

    Returns
    -------
    list of ReferenceLabel
        From the lowest. Of two neighbours the lower one's label stands left of its line and the higher
        one's right of it; a single one turns towards the wider side. More than two take rows of their own.
    """
    ordered = references.sort_values("value")
    labels = []
    for place, (area, name, value) in enumerate(
        zip(ordered["area"], ordered["name_ja"], ordered["value"], strict=True)
    ):
        is_left_half = value < end / 2
        lowest_of_two = len(ordered) > 1 and place == 0
        labels.append(
            ReferenceLabel(
                text=NAMED_FIGURE.format(name=name, figure=number(value, indicator.decimals)),
                value=float(value),
                area=str(area),
                align="right" if lowest_of_two or (len(ordered) == 1 and not is_left_half) else "left",
                row=max(place - 1, 0),
            )
        )
    return labels


def _drawn(rows: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    ordered = rows.sort_values("value", ascending=False, na_position="last", kind="stable")
    own = ordered["role"] == "own"
    hollow = (ordered["reason"] != "") | (ordered["status"] == INSURER_LEVEL)
    accent = pd.Series(theme.PEER, index=ordered.index).mask(own, theme.OWN)
    return with_tooltip(ordered, {indicator.id: indicator}, indicator.id).assign(
        own=own,
        hollow=hollow,
        ink=pd.Series(theme.INK, index=ordered.index)
        .mask(own, theme.OWN)
        .mask(ordered["value"].isna(), theme.QUIET),
        fill=accent.mask(hollow, theme.PAPER),
        stroke=accent,
        label=[
            _label(value, status, reason, indicator)
            for value, status, reason in zip(
                ordered["value"], ordered["status"], ordered["reason"], strict=True
            )
        ],
    )


def _label(value: float, status: str, reason: str, indicator: Indicator) -> str:
    if math.isnan(value):
        return silence(status, reason)
    figure = number(value, indicator.decimals)
    if status == INSURER_LEVEL:
        return FIGURE_WITH_NOTE.format(figure=figure, note=status_word(status))
    return figure


def _whiskers(given: pd.DataFrame, end: float) -> list[alt.Chart]:
    ranges = given.loc[given["lower"].notna() & given["upper"].notna()]
    ranges = ranges.assign(shown=ranges["upper"].clip(upper=end))
    y = alt.Y("name_ja:N")
    color = alt.condition("datum.hollow", alt.value(theme.PEER), alt.value(theme.DARK))
    return [
        alt.Chart(ranges).mark_rule(strokeWidth=1.2).encode(x="lower:Q", x2="shown:Q", y=y, color=color),
        alt.Chart(ranges.loc[ranges["upper"] > end])
        .mark_point(shape="triangle-right", size=40, filled=True, opacity=1)
        .encode(x="shown:Q", y=y, color=color),
    ]


def _row_labels(rows: pd.DataFrame, end: float) -> list[alt.Chart]:
    reach = rows[["value", "upper"]].max(axis=1).clip(upper=end).fillna(0.0)
    weight = alt.ExprRef("datum.own ? 'bold' : 'normal'")
    letters = (
        alt.Chart(rows.assign(reach=reach))
        .mark_text(align="left", dx=7, fontWeight=weight)
        .encode(x="reach:Q", y="name_ja:N", text="label:N", color=alt.Color("ink:N", scale=None))
    )
    return theme.haloed(letters)


def _reference_lines(labels: Sequence[ReferenceLabel]) -> list[alt.Chart]:
    layers = []
    for label in labels:
        top = -8 - 16 * label.row
        frame = pd.DataFrame({"value": [label.value], "label": [label.text]})
        dash = theme.NATION_DASH if label.area == NATION else theme.PREFECTURE_DASH
        layers += [
            alt.Chart(frame)
            .mark_rule(color=theme.DARK, strokeWidth=1.4, strokeDash=list(dash))
            .encode(x="value:Q", y=alt.value(top - 6), y2=alt.value("height")),
            alt.Chart(frame)
            .mark_text(align=label.align, dx=5 if label.align == "left" else -5, color=theme.DARK)
            .encode(x="value:Q", y=alt.value(top), text="label:N"),
        ]
    return layers


def _name_axis(rows: pd.DataFrame) -> alt.Axis:
    is_own = f"indexof({json.dumps(rows.loc[rows['own'], 'name_ja'].tolist())}, datum.value) >= 0"
    return alt.Axis(
        title=None,
        domain=False,
        ticks=False,
        labelPadding=8,
        labelLimit=NAME_LIMIT_PX,
        labelOverlap=False,
        labelFontSize=theme.TEXT_PX,
        labelColor=alt.condition(is_own, alt.value(theme.OWN), alt.value(theme.INK)),
        labelFontWeight=alt.condition(is_own, alt.value("bold"), alt.value("normal")),
    )


def _axis_title(indicator: Indicator) -> str | list[str]:
    whole = AXIS.format(name=indicator.name_ja, unit=indicator.unit_ja)
    if len(whole) <= AXIS_TITLE_CHARACTERS:
        return whole
    return [indicator.name_ja, AXIS_UNIT.format(unit=indicator.unit_ja)]
