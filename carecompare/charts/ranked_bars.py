"""One indicator across municipalities: bars from the highest to the lowest."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import altair as alt
import pandas as pd

from carecompare.charts import theme
from carecompare.charts.municipality_rows import BAR_PX, ROW_PX, municipality_rows, names_px
from carecompare.charts.reference_lines import reference_labels, reference_lines
from carecompare.charts.spacing import axis_end, text_width_px, tick_format, ticks
from carecompare.charts.tooltips import TOOLTIP_COLUMNS, tooltip, with_tooltip
from carecompare.tables import INSURER_LEVEL
from carecompare.text.chart_words import AXIS, AXIS_UNIT, FIGURE_WITH_NOTE, silence
from carecompare.text.format import number, status_word

if TYPE_CHECKING:
    from carecompare.catalog import Indicator

AXIS_TITLE_CHARACTERS = 22
LABEL_GAP_PX = 7
MARGIN_PX = 12


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
        A bar is hollow where its rank is withheld or its value is an insurer's. A whisker that passes
        the end of the axis is cut and ends in an arrow.
    """
    is_reference = comparison["role"] == "reference"
    rows = _drawn(comparison.loc[~is_reference], indicator)
    given = rows.loc[rows["value"].notna()]
    references = comparison.loc[is_reference & comparison["value"].notna() & _is_rate(indicator)]
    end = axis_end([*given["value"], *references["value"]], given["upper"])
    margin_px = MARGIN_PX + max((text_width_px(text, theme.TEXT_PX) for text in given["label"]), default=0.0)
    scale = alt.Scale(
        domain=[0, end], nice=False, range=[0, alt.ExprRef(f"max(40, width - {margin_px:.0f})")]
    )
    axis = alt.Axis(title=_axis_title(indicator), values=ticks(end), format=tick_format(end))
    bars = (
        alt.Chart(given[["name_ja", "value", "fill", "stroke", *TOOLTIP_COLUMNS]])
        .mark_bar(height=BAR_PX, cornerRadiusEnd=2, strokeWidth=1.5)
        .encode(
            x=alt.X("value:Q", stack=None, scale=scale, axis=None if given.empty else axis),
            y=municipality_rows(rows),
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
            tooltip=tooltip("indicator"),
        )
    )
    labels = reference_labels(references, indicator, end, left_px=names_px(rows), right_px=margin_px)
    layers = [
        bars,
        *reference_lines(labels),
        *_whiskers(given, end),
        *_labels(rows, end),
    ]
    return theme.configured(layers, max(len(rows), 1) * ROW_PX)


def _is_rate(indicator: Indicator) -> bool:
    """Return whether the nation fits on a municipality's axis: a sum, such as the population, does not."""
    return indicator.kind != "amount" or bool(indicator.denominator)


def _drawn(rows: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    ordered = rows.sort_values("value", ascending=False, na_position="last", kind="stable")
    own = ordered["role"] == "own"
    hollow = (ordered["reason"] != "") | (ordered["status"] == INSURER_LEVEL)
    accent = pd.Series(theme.PEER, index=ordered.index).mask(own, theme.OWN)
    ink = pd.Series(theme.INK, index=ordered.index).mask(own, theme.OWN)
    columns = (ordered["value"], ordered["status"], ordered["reason"])
    return with_tooltip(ordered, {indicator.id: indicator}, indicator.id).assign(
        own=own,
        whisker=pd.Series(theme.DARK, index=ordered.index).mask(hollow, theme.PEER),
        ink=ink.mask(ordered["value"].isna(), theme.QUIET),
        fill=accent.mask(hollow, theme.PAPER),
        stroke=accent,
        label=[_label(*row, indicator) for row in zip(*columns, strict=True)],
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
    columns = ["name_ja", "lower", "shown", "whisker"]
    color = alt.Color("whisker:N", scale=None)
    whiskers = alt.Chart(ranges[columns]).mark_rule(strokeWidth=1.2)
    layers = [whiskers.encode(x=alt.X("lower:Q"), x2=alt.X2("shown:Q"), y=alt.Y("name_ja:N"), color=color)]
    cut = ranges.loc[ranges["upper"] > end, columns]
    if len(cut):
        arrows = alt.Chart(cut).mark_point(shape="triangle-right", size=40, filled=True, opacity=1)
        layers.append(arrows.encode(x=alt.X("shown:Q"), y=alt.Y("name_ja:N"), color=color))
    return layers


def _labels(rows: pd.DataFrame, end: float) -> list[alt.Chart]:
    reach = rows[["value", "upper"]].max(axis=1).clip(upper=end).fillna(0.0)
    weight = alt.ExprRef("datum.own ? 'bold' : 'normal'")
    letters = (
        alt.Chart(rows.assign(reach=reach)[["name_ja", "label", "ink", "own", "reach"]])
        .mark_text(align="left", dx=LABEL_GAP_PX, fontWeight=weight)
        .encode(
            x=alt.X("reach:Q"),
            y=alt.Y("name_ja:N"),
            text=alt.Text("label:N"),
            color=alt.Color("ink:N", scale=None),
        )
    )
    return theme.haloed(letters)


def _axis_title(indicator: Indicator) -> str | list[str]:
    whole = AXIS.format(name=indicator.name_ja, unit=indicator.unit_ja)
    if len(whole) <= AXIS_TITLE_CHARACTERS:
        return whole
    return [indicator.name_ja, AXIS_UNIT.format(unit=indicator.unit_ja)]
