"""One indicator over the years: counted solid, projected dashed, the two never joined."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from carecompare.charts import theme
from carecompare.charts.course_labels import (
    MOST_LABELS,
    PROJECTION,
    CourseLabel,
    end_labels,
    gap_labels,
    is_known,
)
from carecompare.charts.course_notes import document_note, join_notes
from carecompare.charts.course_plan import LEADER_PX, course_plan
from carecompare.charts.plan import filled
from carecompare.charts.spacing import rounded_up, text_width_px, tick_format, ticks
from carecompare.charts.tooltips import tooltip_lines
from carecompare.text.chart_words import AXIS, PROJECTION_BEGINS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.charts.plan import Picture
    from carecompare.tables import Row

HEIGHT_PX = 380
YEARS_BETWEEN_TICKS = 10
MARGIN_PX = 6


class DocumentPoint(NamedTuple):
    """A figure that the document itself prints of the own municipality."""

    year: int
    value: float


def course(
    rows: Sequence[Row],
    indicator: Indicator,
    document: DocumentPoint | None = None,
    *,
    height_px: int = HEIGHT_PX,
) -> Picture:
    """Return lines over the years, the own municipality among its peers.

    Parameters
    ----------
    rows : sequence of Row
        Keys ``area``, ``name_ja``, ``role``, ``year``, ``value``, ``lower``, ``upper``, ``status``,
        ``series`` (``counted`` or ``projection``), ``hollow`` (the value is a range rather than a point),
        ``reason``, ``join_gap`` (difference of the two series in a year that both have, NaN where it is
        small), and ``numerator`` and ``denominator`` for the tooltip. At least
        one row.
    indicator : Indicator
        What is shown.
    document : DocumentPoint, optional
        A figure of the document, set beside the own line.
    height_px : int
        Height of the plot; a low one names the own line, the highest and the lowest only.

    Returns
    -------
    Picture
        From zero. A missing year is a gap with its word; a projection starts from its own base.
    """
    known = _known(rows)
    shown = [row["upper"] if row["hollow"] else row["value"] for row in known]
    highest = max([*shown, document.value if document else 0.0])
    top = rounded_up(highest if highest > 0 else 1.0)
    years = [row["year"] for row in known or rows]
    first, last = min(years), max(years)
    labels = end_labels(rows, indicator, top, height_px)
    notes = [document_note(*document, known, indicator, height_px / top)] if document else []
    projected = [row["year"] for row in known if row["series"] == PROJECTION]
    is_crowd = len({row["area"] for row in rows}) > MOST_LABELS
    datasets: dict[str, str | list[dict[str, object]]] = {
        "grid": [{"value": value, "year": first, "end": last} for value in ticks(top)],
        "title": [{"text": AXIS.format(name=indicator.name_ja, unit=indicator.unit_ja)}],
        "projection_start": [{"year": min(projected), "text": PROJECTION_BEGINS}] if projected else [],
        "end_labels": [{**each._asdict(), "ink": theme.OWN if each.own else theme.QUIET} for each in labels],
        "gaps": [each._asdict() for each in gap_labels(rows, top, height_px)],
        "join": [each._asdict() for each in join_notes(known, indicator)],
        "document": [each._asdict() for each in notes],
        **_strokes(known),
        **_marks(known),
        "hover": tooltip_lines(known, indicator),
    }
    numbers = {
        "first_year": first,
        "last_year": max(last, first + 1),
        "year_ticks": _year_ticks(years),
        "names_px": _names_px(labels, last),
        "top": top,
        "value_ticks": ticks(top),
        "value_format": tick_format(top),
        "peer_stroke_px": 0.8 if is_crowd else 1.4,
        "mark_px2": 18 if is_crowd else 50,
    }
    return filled(course_plan(), datasets, numbers, height_px)


def _known(rows: Sequence[Row]) -> list[Row]:
    """Return the known rows with their unbroken run: no line bridges a missing year or the two series."""
    known: list[Row] = []
    breaks: Counter[str] = Counter()
    for row in sorted(rows, key=lambda each: (each["area"], each["series"], each["year"])):
        line = f"{row['area']}{row['series']}"
        if is_known(row):
            known.append({**row, "line": f"{line}{breaks[line]}"})
        else:
            breaks[line] += 1
    return known


def _strokes(known: Sequence[Row]) -> dict[str, list[dict[str, object]]]:
    strokes: dict[str, list[dict[str, object]]] = {
        f"{role}_{series}": [] for role in ("own", "peer") for series in ("counted", "projection")
    }
    columns = ("year", "value", "series", "line", "role")
    for row in known:
        strokes[f"{row['role']}_{row['series']}"].append({column: row[column] for column in columns})
    return strokes


def _marks(known: Sequence[Row]) -> Mapping[str, list[dict[str, object]]]:
    hollow: list[dict[str, object]] = []
    solid: list[dict[str, object]] = []
    lengths = Counter(row["line"] for row in known)
    for row in known:
        ink = theme.OWN if row["role"] == "own" else theme.PEER_DARK
        if row["hollow"]:
            hollow.append(
                {column: row[column] for column in ("year", "value", "lower", "upper")} | {"ink": ink}
            )
        elif lengths[row["line"]] == 1 or not math.isnan(row["join_gap"]):
            solid.append({"year": row["year"], "value": row["value"], "ink": ink})
    return {"hollow": hollow, "solid": solid}


def _year_ticks(years: Sequence[int]) -> list[int]:
    """Return the decades, or every year that is shown where there is hardly a decade."""
    first, last = min(years), max(years)
    if last - first < 2 * YEARS_BETWEEN_TICKS:
        return sorted(set(years))
    decade = -(-first // YEARS_BETWEEN_TICKS) * YEARS_BETWEEN_TICKS
    return list(range(decade, last + 1, YEARS_BETWEEN_TICKS))


def _names_px(labels: Sequence[CourseLabel], last: int) -> int:
    """Return the room that the names of the last year need beside the plot."""
    at_end = [text_width_px(label.text, theme.SMALL_TEXT_PX) for label in labels if label.year == last]
    return round(LEADER_PX + MARGIN_PX + max(at_end, default=0.0))
