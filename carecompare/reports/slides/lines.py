"""Lines on a slide: the own one strong, what is projected dashed, names at the ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from carecompare.reports.slides import look
from carecompare.reports.slides.marks import set_label_format
from carecompare.text.format import cell_format

if TYPE_CHECKING:
    from typing import Any

    from pptx.chart.chart import Chart

    from carecompare.exhibits import Plot, Series


OWN_LINE_PT, PEER_LINE_PT, REFERENCE_LINE_PT = 3.5, 1.25, 1.75
# Two names at the ends need this share of the height between them.
APART = 0.12


def draw_lines(chart: Chart, plot: Plot) -> None:
    """Dress a chart of lines that has its figures."""
    names, values = chart.category_axis, chart.value_axis
    names.tick_labels.font.size = Pt(12)
    names.format.line.color.rgb = RGBColor.from_string(look.MIDDLE)
    values.tick_labels.font.size = Pt(12)
    values.tick_labels.number_format = cell_format(0)
    values.tick_labels.number_format_is_linked = False
    values.major_gridlines.format.line.color.rgb = RGBColor.from_string(look.FAINT)
    values.format.line.fill.background()
    values.major_tick_mark = XL_TICK_MARK.NONE
    known = [value for each in plot.series for value in each.values if value is not None]
    if min(known, default=0.0) >= 0:
        values.minimum_scale = 0
    named = _named_ends(plot)
    for number, (series, given) in enumerate(zip(chart.plots[0].series, plot.series, strict=True)):
        series.smooth = False
        line = series.format.line
        ink = {"own": look.OWN, "reference": look.DARK}.get(given.role, look.PEER)
        line.color.rgb = RGBColor.from_string(ink)
        widths = {"own": OWN_LINE_PT, "reference": REFERENCE_LINE_PT}
        line.width = Pt(widths.get(given.role, PEER_LINE_PT))
        if given.dashed:
            line.dash_style = MSO_LINE.DASH
        elif given.role == "reference":
            line.dash_style = MSO_LINE.ROUND_DOT
        _mark(series, given, ink)
        if number in named:
            _end_label(series, named[number], given, ink, plot)
    _quiet_legend(chart, plot)
    _room_at_right(chart)


def _mark(series: Any, given: Series, ink: str) -> None:  # noqa: ANN401 - untyped there
    """Draw the points between gaps, and no others: they have no line."""
    series.marker.style = XL_MARKER_STYLE.NONE
    for place in given.lone:
        marker = series.points[place].marker
        marker.style = XL_MARKER_STYLE.CIRCLE
        marker.size = 9
        marker.format.fill.solid()
        marker.format.fill.fore_color.rgb = RGBColor.from_string(ink)
        marker.format.line.color.rgb = RGBColor.from_string(ink)


def _named_ends(plot: Plot) -> dict[int, int]:
    """Return which series is named at which of its points: own ones, and the highest and lowest peer."""
    lasts: dict[int, tuple[int, float]] = {}
    for number, each in enumerate(plot.series):
        known = [(place, value) for place, value in enumerate(each.values) if value is not None]
        if known:
            lasts[number] = known[-1]
    if not lasts:
        return {}
    latest = max(place for place, _ in lasts.values())
    own = [number for number, each in enumerate(plot.series) if each.role == "own" and number in lasts]
    named = {number: lasts[number][0] for number in own}
    levels = [lasts[number][1] for number in own if lasts[number][0] == latest]
    span = max(value for _, value in lasts.values()) or 1.0
    peers = [
        number
        for number, each in enumerate(plot.series)
        if each.role == "peer" and lasts.get(number, (-1,))[0] == latest
    ]
    for number in (
        sorted(peers, key=lambda each: lasts[each][1])[:1]
        + sorted(peers, key=lambda each: lasts[each][1])[-1:]
    ):
        value = lasts[number][1]
        if all(abs(value - level) > APART * span for level in levels):
            named[number] = latest
            levels.append(value)
    return named


def _end_label(series: Any, place: int, given: Series, ink: str, plot: Plot) -> None:  # noqa: ANN401 - untyped there
    label = series.points[place].data_label
    at_end = place == len(plot.categories) - 1
    label.position = XL_LABEL_POSITION.RIGHT if at_end else XL_LABEL_POSITION.ABOVE
    label.font.size = Pt(12)
    label.font.bold = given.role == "own"
    label.font.color.rgb = RGBColor.from_string(ink if given.role == "own" else look.PEER_DARK)
    element = label._dLbl  # noqa: SLF001 - the name of the series is not offered otherwise
    for tag, shown in (("c:showSerName", at_end), ("c:showVal", True)):
        element.find(qn(tag)).set("val", "1" if shown else "0")
    separator = parse_xml(f"<c:separator {nsdecls('c')}> </c:separator>")
    element.append(separator)
    set_label_format(element, plot)


def _room_at_right(chart: Chart) -> None:
    """Keep a margin for the names at the ends of the lines."""
    area = chart._chartSpace.chart.plotArea  # noqa: SLF001 - the layout is not offered otherwise
    for each in area.findall(qn("c:layout")):
        area.remove(each)
    places = {"x": 0.055, "y": 0.03, "w": 0.775, "h": 0.8}
    sizes = "".join(f'<c:{name} val="{value}"/>' for name, value in places.items())
    area.insert(
        0,
        parse_xml(
            f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/>'
            f'<c:xMode val="edge"/><c:yMode val="edge"/>{sizes}</c:manualLayout></c:layout>'
        ),
    )


def _quiet_legend(chart: Chart, plot: Plot) -> None:
    """Leave one peer in the legend: twelve grey lines of one grey say nothing by their names."""
    peers = [number for number, each in enumerate(plot.series) if each.role == "peer"]
    if len(peers) < 3 or not chart.has_legend:  # noqa: PLR2004 - two can be told apart by their dashes
        return
    legend = chart.legend._element  # noqa: SLF001 - entries are not offered otherwise
    anchor = legend.find(qn("c:legendPos"))
    entries = "".join(
        f'<c:legendEntry><c:idx val="{number}"/><c:delete val="1"/></c:legendEntry>' for number in peers
    )
    made = parse_xml(f"<c:legend {nsdecls('c')}>{entries}</c:legend>")
    for entry in reversed(list(made)):
        if anchor is None:
            legend.insert(0, entry)
        else:
            anchor.addnext(entry)
