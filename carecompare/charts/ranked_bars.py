"""One indicator across municipalities: bars from the highest to the lowest."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from math import inf, isnan
from typing import TYPE_CHECKING

import altair as alt

from carecompare.charts import theme
from carecompare.charts.parts.municipality_rows import (
    BAR_PX,
    ROW_PX,
    municipality_rows,
    names_in_order,
    names_px,
)
from carecompare.charts.parts.reference_lines import reference_labels, reference_lines, reference_rows
from carecompare.charts.parts.screens import in_screens
from carecompare.charts.parts.spacing import axis_span, text_width_px, tick_format, ticks
from carecompare.charts.parts.tooltips import tooltip, tooltip_words
from carecompare.charts.plan import filled, named, parameter, planned
from carecompare.tables import INCOMPLETE, INSURER_LEVEL
from carecompare.text.chart_words import AXIS, AXIS_UNIT, FIGURE_WITH_NOTE, RING_BESIDE, silence
from carecompare.text.format import figure, status_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import Indicator
    from carecompare.charts.plan import Picture
    from carecompare.rows import ComparisonRow


AXIS_TITLE_CHARACTERS = 22
MARGIN_PX = 12


def ranked_bars(
    compared: Sequence[ComparisonRow],
    indicator: Indicator,
    own_figure: tuple[str, float] | None = None,
    *,
    beside: Sequence[ComparisonRow] = (),
) -> Picture:
    """Return horizontal bars, the own municipality among its peers, with lines for the references.

    Parameters
    ----------
    compared : sequence of ComparisonRow
        Of one indicator and year: ``own``, ``peer`` and ``reference``.
    indicator : Indicator
        What is compared.
    own_figure : tuple of str and float, optional
        What the own municipality says itself: how it is called and its value, drawn as a ring.
    beside : sequence of ComparisonRow
        Those of other screens, which have the same axis.

    Returns
    -------
    Picture
        Sorted from the highest; a municipality without a value comes last with the word that says why.
        A bar is hollow where its rank is withheld or its value is an insurer's. A whisker that passes
        the end of the axis is cut and ends in an arrow.
    """
    places = sorted((row for row in compared if row["role"] != "reference"), key=from_the_highest)
    given = [row for row in places if not isnan(row["value"])]
    references = [row for row in compared if row["role"] == "reference" and is_line(row, indicator)]
    others = [row for row in beside if row["role"] != "reference" and not isnan(row["value"])]
    marked = [row["value"] for row in (*given, *others, *references)]
    if own_figure is not None:
        marked.append(own_figure[1])
    start, end = axis_span(marked, (row["upper"] for row in (*given, *others)))
    labels = [_label(row, indicator, own_figure) for row in places]
    widest_px = max((text_width_px(label, theme.TEXT_PX) for label in labels[: len(given)]), default=0.0)
    margin_px = MARGIN_PX + widest_px
    span = (start, end)
    lines = reference_labels(references, indicator, span, left_px=names_px(places), right_px=margin_px)
    bars = [_bar(row, label, end) for row, label in zip(places, labels, strict=True)]
    rings = _ring(places, indicator, own_figure)
    for bar in bars:
        if rings and bar["role"] == "own":  # its letters stand beyond the ring
            bar["reach"] = max(float(str(bar["reach"])), min(float(str(rings[0]["value"])), end))
    beyond = sorted(row["value"] for row in references)
    for bar in bars:
        bar["lines"] = beyond
    datasets = {
        "rows": [bar | tooltip_words(row, indicator) for bar, row in zip(bars, places, strict=True)],
        "rings": rings,
        "references": reference_rows(lines),
    }
    numbers = {
        "start": start,
        "end": end,
        "ticks": ticks(end, start),
        "tick_format": tick_format(end - start),
        "margin_px": round(margin_px),
        **names_in_order(places),
    }
    plan = ranked_bars_plan(_axis_title(indicator) if given else ())
    return filled(plan, datasets, numbers, max(len(places), 1) * ROW_PX)


def ranked_screens(compared: Sequence[ComparisonRow], indicator: Indicator, height_px: int) -> list[Picture]:
    """Return the bars in pictures of at most so many pixels, each with the references and the same axis."""
    references = [row for row in compared if row["role"] == "reference"]
    places = sorted((row for row in compared if row["role"] != "reference"), key=from_the_highest)
    return [
        ranked_bars([*piece, *references], indicator, beside=places)
        for piece in in_screens(places, height_px // ROW_PX)
    ]


def from_the_highest(row: ComparisonRow) -> float:
    """Return what orders rows from the highest value, missing ones last."""
    return inf if isnan(row["value"]) else -float(row["value"])


def is_line(reference: ComparisonRow, indicator: Indicator) -> bool:
    """Return whether a reference fits on a municipality's axis.

    A sum, such as the population, does not, nor what is made of a part of the institutions.
    """
    is_rate = indicator.kind != "amount" or bool(indicator.denominator)
    return is_rate and reference["reason"] != INCOMPLETE and not isnan(reference["value"])


def _label(row: ComparisonRow, indicator: Indicator, own_figure: tuple[str, float] | None) -> str:
    if isnan(row["value"]):
        return silence(row["status"], row["reason"])
    text = figure(row["value"], indicator)
    if row["status"] == INSURER_LEVEL:
        return FIGURE_WITH_NOTE.format(figure=text, note=status_word(row["status"]))
    if own_figure is not None and row["role"] == "own":
        ring = RING_BESIDE.format(figure=figure(own_figure[1], indicator))
        return FIGURE_WITH_NOTE.format(figure=text, note=ring)
    return text


def _bar(row: ComparisonRow, label: str, end: float) -> dict[str, object]:
    """Return what is drawn of a municipality; a place that is None draws nothing."""
    value, lower, upper = row["value"], row["lower"], row["upper"]
    is_given, is_own = not isnan(value), row["role"] == "own"
    is_hollow = row["reason"] != "" or row["status"] == INSURER_LEVEL
    has_whisker = is_given and not (isnan(lower) or isnan(upper))
    ink = theme.OWN if is_own else theme.INK
    accent = theme.OWN if is_own else theme.PEER
    return {
        "name_ja": row["name_ja"],
        "role": row["role"],
        "value": value if is_given else None,
        "fill": theme.PAPER if is_hollow else accent,
        "stroke": accent,
        "lower": lower if has_whisker else None,
        "shown": min(upper, end) if has_whisker else None,
        "cut": end if has_whisker and upper > end else None,
        "whisker": theme.PEER if is_hollow else theme.DARK,
        "label": label,
        "label_px": round(text_width_px(label, theme.TEXT_PX)),
        "ink": ink if is_given else theme.QUIET,
        "reach": min(max([0.0, *(each for each in (value, upper) if not isnan(each))]), end),
    }


def _ring(
    places: Sequence[ComparisonRow], indicator: Indicator, own_figure: tuple[str, float] | None
) -> list[dict[str, object]]:
    own = [row["name_ja"] for row in places if row["role"] == "own"]
    if own_figure is None or not own:
        return []
    name, value = own_figure
    return [{"name_ja": own[0], "value": value, "said": name, "figure": figure(value, indicator)}]


def _axis_title(indicator: Indicator) -> tuple[str, ...]:
    whole = AXIS.format(name=indicator.name_ja, unit=indicator.unit_ja)
    if len(whole) <= AXIS_TITLE_CHARACTERS:
        return (whole,)
    return indicator.name_ja, AXIS_UNIT.format(unit=indicator.unit_ja)


LABEL_GAP_PX, LINE_GAP_PX = 7, 5
RING_PX2 = 130
Y = alt.Y("name_ja:N")


@cache
def ranked_bars_plan(axis_title: tuple[str, ...]) -> Picture:
    """Return the plan of ranked bars.

    Parameters
    ----------
    axis_title : tuple of str
        Its lines; without any there is no axis.

    Returns
    -------
    Picture
        Its datasets and numbers are those that `ranked_bars` fills in.
    """
    # Vega-Lite takes no parameter for a title; a copy costs a twentieth of a plan of its own.
    plan = deepcopy(_untitled_plan())
    x = plan["encoding"]["x"]
    x["axis"] = x["axis"] | {"title": list(axis_title)} if axis_title else None
    return plan


@cache
def _untitled_plan() -> Picture:
    layers = [*_bars(), *reference_lines(), *_whiskers(), *_labels(), *_ranked_bars_plan_ring()]
    return planned(layers)


def _bars() -> list[alt.Chart]:
    scale = alt.Scale(
        domain=[parameter("start"), parameter("end")],
        nice=False,
        range=[0, alt.ExprRef("max(40, width - margin_px)")],
    )
    axis = alt.Axis(values=parameter("ticks"), labelExpr="format(datum.value, tick_format)")
    bars = alt.Chart(named("rows")).mark_bar(height=BAR_PX, cornerRadiusEnd=2, strokeWidth=1.5)
    return [
        bars.encode(
            x=alt.X("value:Q", stack=None, scale=scale, axis=axis),
            y=municipality_rows(),
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
            tooltip=tooltip("indicator"),
        )
    ]


def _whiskers() -> list[alt.Chart]:
    color = alt.Color("whisker:N", scale=None)
    whiskers = alt.Chart(named("rows")).mark_rule(strokeWidth=1.2)
    arrows = alt.Chart(named("rows")).mark_point(shape="triangle-right", size=40, filled=True, opacity=1)
    return [
        whiskers.encode(x=alt.X("lower:Q"), x2=alt.X2("shown:Q"), y=Y, color=color),
        arrows.encode(x=alt.X("cut:Q"), y=Y, color=color),
    ]


def _ranked_bars_plan_ring() -> list[alt.Chart]:
    ring = alt.Chart(named("rings")).mark_point(
        filled=False, stroke=theme.OWN, strokeWidth=2.4, size=RING_PX2, opacity=1
    )
    tooltip_of_ring = [alt.Tooltip("said:N", title=" "), alt.Tooltip("figure:N", title=" ")]
    return [ring.encode(x=alt.X("value:Q"), y=Y, tooltip=tooltip_of_ring)]


def _labels() -> list[alt.Chart]:
    """Return the figures behind the bars; one that the line of a reference would cross stands behind it."""
    letters = alt.Chart(named("rows")).transform_calculate(
        per_unit="max(40, width - margin_px) / (end - start)",
        first_px=f"(datum.reach - start) * datum.per_unit + {LABEL_GAP_PX}",
    )
    before = "first_px"
    for number, after in enumerate(("second_px", "label_at_px")):
        line = f"(datum.lines[{number}] - start) * datum.per_unit"
        crossed = (
            f"datum.lines.length > {number} && {line} > datum.{before} - {LINE_GAP_PX}"
            f" && {line} < datum.{before} + datum.label_px + {LINE_GAP_PX}"
        )
        letters = letters.transform_calculate(
            **{after: f"{crossed} ? {line} + {LINE_GAP_PX} : datum.{before}"}
        )
        before = after
    drawn = letters.mark_text(align="left", fontWeight=alt.ExprRef("datum.role == 'own' ? 'bold' : 'normal'"))
    at = theme.x_at(alt.ExprRef("datum.label_at_px"))
    return theme.haloed(drawn.encode(x=at, y=Y, text="label:N", color=alt.Color("ink:N", scale=None)))
