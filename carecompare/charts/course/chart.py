"""One indicator over the years: counted solid, projected dashed, the two never joined."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carecompare.charts import theme
from carecompare.charts.course.labels import MOST_LABELS, end_labels, gap_labels
from carecompare.charts.course.line import POINT_COLUMNS
from carecompare.charts.course.notes import document_note, join_notes
from carecompare.charts.course.plan import LEADER_PX, course_plan
from carecompare.charts.parts.spacing import rounded_up, text_width_px, tick_format, ticks
from carecompare.charts.plan import filled
from carecompare.rows import PROJECTION
from carecompare.text.chart_words import AXIS, PROJECTION_BEGINS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.charts.course.labels import CourseLabel
    from carecompare.charts.course.line import CourseLine
    from carecompare.charts.plan import Picture


HEIGHT_PX = 380
YEARS_BETWEEN_TICKS = 10
MARGIN_PX = 6


class DocumentPoint(NamedTuple):
    """A figure that the document itself prints of the own municipality."""

    year: int
    value: float


def course(
    lines: Sequence[CourseLine], document: DocumentPoint | None = None, *, height_px: int = HEIGHT_PX
) -> Picture:
    """Return lines over the years, the own municipality among its peers.

    Parameters
    ----------
    lines : sequence of CourseLine
        One for each municipality, all of one indicator; at least one.
    document : DocumentPoint, optional
        A figure of the document, set beside the own line.
    height_px : int
        Height of the plot; a low one names the own line, the highest and the lowest only.

    Returns
    -------
    Picture
        From zero. A missing year is a gap with its word; a projection starts from its own base.
    """
    indicator = lines[0].indicator
    known = [row for line in lines for row in line.known]
    highest = max([*(line.highest for line in lines), document.value if document else 0.0])
    top = rounded_up(highest if highest > 0 else 1.0)
    years = [row["year"] for row in known or [row for line in lines for row in line.rows]]
    first, last = min(years), max(years)
    labels = end_labels(lines, top, height_px)
    notes = [document_note(*document, known, indicator, height_px / top)] if document else []
    projected = [row["year"] for row in known if row["series"] == PROJECTION]
    is_crowd = len(lines) > MOST_LABELS
    datasets: dict[str, str | list[dict[str, object]]] = {
        "grid": [{"value": value, "year": first, "end": last} for value in ticks(top)],
        "title": [{"text": AXIS.format(name=indicator.name_ja, unit=indicator.unit_ja)}],
        "projection_start": [{"year": min(projected), "text": PROJECTION_BEGINS}] if projected else [],
        "end_labels": [{**each._asdict(), "ink": theme.OWN if each.own else theme.QUIET} for each in labels],
        "gaps": [each._asdict() for each in gap_labels(lines, top, height_px)],
        "join": [each._asdict() for each in join_notes(known, indicator)],
        "document": [each._asdict() for each in notes],
        "hollow": [row for line in lines for row in line.hollow],
        "solid": [row for line in lines for row in line.solid],
        "points": "\n".join(["\t".join(POINT_COLUMNS), *(line.text for line in lines if line.points)]),
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
