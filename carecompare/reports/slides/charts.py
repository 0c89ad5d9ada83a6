"""Charts that an office program can edit, from the figures of a plot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.util import Pt

from carecompare.reports.slides import look
from carecompare.reports.slides.bars import draw_bars
from carecompare.reports.slides.lines import draw_lines
from carecompare.reports.slides.plots import number_format
from carecompare.reports.slides.text import printable
from carecompare.reports.slides.waterfall import add_waterfall

if TYPE_CHECKING:
    from pptx.slide import Slide

    from carecompare.reports.slides.look import Box
    from carecompare.reports.slides.plots import Drawn


KINDS = {
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "stacked_bars": XL_CHART_TYPE.BAR_STACKED,
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "lines": XL_CHART_TYPE.LINE,
}


def add_chart(slide: Slide, box: Box, drawn: Drawn, description: str) -> None:
    """Put an editable chart on a slide.

    Parameters
    ----------
    slide : Slide
        To draw on.
    box : Box
        Where.
    drawn : Drawn
        From `drawn_plot`.
    description : str
        For those who cannot see it.
    """
    plot = drawn.plot
    if plot.kind == "waterfall":
        add_waterfall(slide, box, plot, description)
        return
    figures = CategoryChartData(number_format=number_format(plot.decimals))
    figures.categories = [printable(each) for each in plot.categories]
    for each in plot.series:
        figures.add_series(printable(each.name), each.values)
    shape = slide.shapes.add_chart(KINDS[plot.kind], *box.emu(), figures)
    shape._element.nvGraphicFramePr.cNvPr.set("descr", printable(description))  # noqa: SLF001 - no other way
    chart = shape.chart
    chart.has_title = False
    chart.font.color.rgb = RGBColor.from_string(look.INK)
    chart.has_legend = len(plot.series) > 1
    if plot.kind == "lines":
        draw_lines(chart, plot)
    else:
        draw_bars(chart, drawn, box)
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
        chart.legend.font.size = Pt(12)
