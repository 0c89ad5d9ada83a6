"""Bars and columns on a slide: the own one in the accent, references hatched, what is not ranked hollow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN
from pptx.util import Pt

from carecompare.reports.slides import look
from carecompare.reports.slides.marks import fill_area, set_label_format
from carecompare.text.format import cell_format

if TYPE_CHECKING:
    from typing import Any

    from pptx.chart.chart import Chart

    from carecompare.exhibits import Plot
    from carecompare.reports.slides.look import Box
    from carecompare.reports.slides.plots import Drawn


LARGEST_PT, SMALLEST_PT = 14.0, 9.0
PARTS = ((look.PEER_DARK, look.PAPER), (look.MIDDLE, look.INK), (look.FAINT, look.INK))
OWN_PARTS = ((look.OWN, look.PAPER), (look.OWN_LIGHT, look.INK), (look.OWN_FAINT, look.INK))


def draw_bars(chart: Chart, drawn: Drawn, box: Box) -> None:
    """Dress a chart of bars or columns that has its figures; the box gives the room for its letters."""
    plot = drawn.plot
    lies = plot.kind != "columns"
    thickness = (
        (box.height if lies else box.width)
        / max(len(plot.categories), 1)
        / (1 if plot.kind == "stacked_bars" else len(plot.series))
    )
    size = Pt(max(SMALLEST_PT, min(LARGEST_PT, thickness * 0.55)))
    names, values = chart.category_axis, chart.value_axis
    names.reverse_order = lies
    names.tick_labels.font.size = size
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.format.line.color.rgb = RGBColor.from_string(look.MIDDLE)
    values.visible = False
    values.has_major_gridlines = False
    whole = plot.kind == "stacked_bars"
    if whole:
        values.maximum_scale = 100
    known = [value for each in plot.series for value in each.values if value is not None]
    if min(known, default=0.0) >= 0:
        values.minimum_scale = 0
    area = chart.plots[0]
    area.gap_width = 45
    area.overlap = 100 if whole else -5
    area.vary_by_categories = False
    for number, (series, given) in enumerate(zip(area.series, plot.series, strict=True)):
        series.invert_if_negative = False
        _labels(series, PARTS[number % 3][1] if whole else look.INK, size, plot)
        if given.role == "part":
            fill_area(series.format, PARTS[number % 3][0], edge=look.PAPER if whole else look.DARK)
        else:
            fill_area(series.format, look.OWN if given.role == "own" else look.PEER)
        for place in range(len(plot.categories)):
            _draw_point(series, drawn, place, number, size)


def _draw_point(series: Any, drawn: Drawn, place: int, number: int, size: Pt) -> None:  # noqa: ANN401 - untyped there
    plot = drawn.plot
    given = plot.series[number]
    is_own = place == plot.own
    hollow = place in plot.hollow
    if place in drawn.references:
        format_ = series.points[place].format
        format_.fill.patterned()
        format_.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        format_.fill.fore_color.rgb = RGBColor.from_string(look.DARK)
        format_.fill.back_color.rgb = RGBColor.from_string(look.PAPER)
        format_.line.color.rgb = RGBColor.from_string(look.DARK)
        return
    if given.role == "part":
        if is_own:
            fill, ink = OWN_PARTS[number % 3]
            point = series.points[place]
            fill_area(point.format, fill, edge=look.PAPER)
            _point_label(point, ink, size, plot)
        return
    if hollow or is_own:
        ink = look.OWN if is_own else look.PEER
        point = series.points[place]
        fill_area(point.format, look.PAPER if hollow else ink, edge=ink)
        if is_own and given.values[place] is not None:
            _point_label(point, look.OWN, size, plot)


def _point_label(point: Any, ink: str, size: Pt, plot: Plot) -> None:  # noqa: ANN401 - untyped there
    label = point.data_label
    label.font.bold = True
    label.font.size = size
    label.font.color.rgb = RGBColor.from_string(ink)
    label.position = (
        XL_LABEL_POSITION.CENTER if plot.kind == "stacked_bars" else XL_LABEL_POSITION.OUTSIDE_END
    )
    set_label_format(label._dLbl, plot)  # noqa: SLF001 - its number format is not offered otherwise


def _labels(series: Any, ink: str, size: Pt, plot: Plot) -> None:  # noqa: ANN401 - untyped there
    labels = series.data_labels
    labels.show_value = True
    labels.number_format = cell_format(plot.decimals)
    labels.number_format_is_linked = False
    labels.position = (
        XL_LABEL_POSITION.CENTER if plot.kind == "stacked_bars" else XL_LABEL_POSITION.OUTSIDE_END
    )
    labels.font.size = size
    labels.font.color.rgb = RGBColor.from_string(ink)
