"""A waterfall on a slide: ages light, rates dark, the own level in the accent, as on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from carecompare.reports.slides import look
from carecompare.reports.slides.marks import fill_area
from carecompare.reports.slides.plots import number_format
from carecompare.reports.slides.text import printable
from carecompare.reports.waterfall import stacked
from carecompare.text.files.plot_words import BASE, LABELS
from carecompare.text.format import cell_format

if TYPE_CHECKING:
    from typing import Any

    from pptx.chart.chart import Chart
    from pptx.slide import Slide

    from carecompare.exhibits import Plot
    from carecompare.reports.slides.look import Box


PARTS = (look.MIDDLE, look.PEER_DARK)


def add_waterfall(slide: Slide, box: Box, plot: Plot, description: str) -> None:
    """Put a waterfall on a slide as an editable chart; see `slide_charts.add_chart`."""
    bars = stacked(plot)
    figures = CategoryChartData(number_format=number_format(plot.decimals))
    figures.categories = [printable(each) for each in plot.categories]
    figures.add_series(BASE, bars.base)
    for series, lengths in zip(plot.series, bars.bars, strict=True):
        figures.add_series(printable(series.name), lengths)
    figures.add_series(LABELS, [bars.room] * len(plot.categories))
    shape = slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, *box.emu(), figures)
    shape._element.nvGraphicFramePr.cNvPr.set("descr", printable(description))  # noqa: SLF001 - no other way
    chart = shape.chart
    chart.has_title = False
    chart.font.color.rgb = RGBColor.from_string(look.INK)
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False
    chart.legend.font.size = Pt(12)
    names, values = chart.category_axis, chart.value_axis
    names.reverse_order = True
    names.tick_labels.font.size = Pt(12)
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    values.minimum_scale, values.maximum_scale = bars.lowest, bars.highest
    values.has_major_gridlines = False
    values.tick_label_position = XL_TICK_LABEL_POSITION.HIGH  # below: the names run downwards
    values.tick_labels.font.size = Pt(10)
    values.tick_labels.number_format = cell_format(1)
    values.tick_labels.number_format_is_linked = False
    area = chart.plots[0]
    area.gap_width, area.overlap = 45, 100
    base, *drawn, room = area.series
    for each in (base, room):
        each.format.fill.background()
        each.format.line.fill.background()
    for number, series in enumerate(drawn):
        for place, length in enumerate(bars.bars[number]):
            if length is not None:
                fill, edge = _colours(plot, number, place)
                fill_area(series.points[place].format, fill, edge=edge)
        fill_area(series.format, PARTS[number] if number < len(PARTS) else look.DARK, edge=look.DARK)
    for place, label in enumerate(bars.labels):
        _label(room.points[place], label, is_own=place == plot.own)
    _leave_out_of_legend(chart, (0, len(plot.series) + 1))


def _colours(plot: Plot, number: int, place: int) -> tuple[str, str]:
    """Return fill and edge: hollow where few persons stand behind a step, or only the ages differ."""
    if plot.series[number].role == "reference":
        ink = look.OWN if place == plot.own else look.DARK
        return (look.PAPER if place in plot.hollow else ink), ink
    return (look.PAPER, look.PEER) if place in plot.hollow else (PARTS[number], look.DARK)


def _label(point: Any, text: str, *, is_own: bool) -> None:  # noqa: ANN401 - untyped there
    label = point.data_label
    label.position = XL_LABEL_POSITION.INSIDE_BASE
    label.text_frame.text = text
    (run,) = label.text_frame.paragraphs[0].runs
    run.font.size = Pt(12)
    run.font.bold = is_own
    run.font.color.rgb = RGBColor.from_string(look.OWN if is_own else look.INK)


def _leave_out_of_legend(chart: Chart, numbers: tuple[int, ...]) -> None:
    legend = chart.legend._element  # noqa: SLF001 - entries are not offered otherwise
    anchor = legend.find(qn("c:legendPos"))
    entries = "".join(
        f'<c:legendEntry><c:idx val="{number}"/><c:delete val="1"/></c:legendEntry>' for number in numbers
    )
    for entry in reversed(list(parse_xml(f"<c:legend {nsdecls('c')}>{entries}</c:legend>"))):
        if anchor is None:
            legend.insert(0, entry)
        else:
            anchor.addnext(entry)
