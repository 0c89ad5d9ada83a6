"""A chart of the office program's own, linked to the cells under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.exhibits import Series
from carecompare.reports.waterfall import stacked
from carecompare.reports.workbooks.cells import FONT, INK, OWN, QUIET, RULE, cell_text, write_text
from carecompare.reports.workbooks.grey import grey_looks, without_colour
from carecompare.text.files import workbook_words
from carecompare.text.files.plot_words import BASE, FIGURE, LABELS
from carecompare.text.format import cell_format

if TYPE_CHECKING:
    from typing import Any

    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from carecompare.exhibits import Plot
    from carecompare.reports.workbooks.cells import Styles


PEER, REFERENCE, PAPER, GRID = "#8A94A6", "#3B4252", "#FFFFFF", "#E9ECF1"
PARTS = ("#3B4252", "#8A94A6", "#D9DEE7", "#5B6578", "#B9C2D0")
DASHES = ("dash", "round_dot", "long_dash")
KINDS: dict[str, dict[str, str]] = {
    "bars": {"type": "bar"},
    "stacked_bars": {"type": "bar", "subtype": "stacked"},
    "columns": {"type": "column"},
    "lines": {"type": "line"},
    "waterfall": {"type": "bar", "subtype": "stacked"},
}
STEPS = ("#B9C2D0", "#5B6578")
CHART_WIDTH_PX, BAR_PX, LEAST_PX, AROUND_PX = 640, 19, 260, 70
ROW_PX = 20
LONGEST_DESCRIPTION = 250


def chart_height_px(plot: Plot) -> int:
    """Return how high the chart of a plot is."""
    if plot.kind in {"lines", "columns"}:
        return 320
    many = len(plot.categories) + len(plot.references)
    return max(
        LEAST_PX,
        AROUND_PX + BAR_PX * many * (1 if plot.kind in {"stacked_bars", "waterfall"} else len(plot.series)),
    )


def write_plot(sheet: Worksheet, styles: Styles, plot: Plot, first_row: int) -> int:
    """Write the figures of a plot with a heading; gaps stay empty, for a word would be drawn as zero.

    Parameters
    ----------
    first_row : int
        Where the heading stands.

    Returns
    -------
    int
        The row after the last.
    """
    write_text(sheet, first_row, 0, workbook_words.UNIT.format(unit=plot.unit), styles.heading())
    columns = _series(plot)
    if plot.kind == "waterfall":  # lengths of bars have no sign: the figures stand beside them
        columns += [Series(FIGURE.format(name=each.name), each.values, each.role) for each in plot.series]
    for column, series in enumerate(columns, 1):
        write_text(sheet, first_row, column, series.name, styles.heading(align="right"))
    style = styles.of(num_format=cell_format(plot.decimals))
    own = styles.of(num_format=cell_format(plot.decimals), bold=True, font_color=OWN)
    for place, name in enumerate(_categories(plot)):
        row = first_row + 1 + place
        is_own = place == plot.own
        write_text(sheet, row, 0, name, styles.of(bold=True, font_color=OWN) if is_own else styles.of())
        for column, series in enumerate(columns, 1):
            value = series.values[place]
            if value is not None:
                sheet.write_number(row, column, value, own if is_own else style)
    return first_row + 1 + len(_categories(plot))


def add_chart(
    book: Workbook,
    sheet: Worksheet,
    plot: Plot,
    at_row: int,
    figures_row: int,
    said: str,
    *,
    is_grey: bool = False,
) -> None:
    """Put the chart of a plot into a sheet.

    Parameters
    ----------
    at_row : int
        Where its upper edge is.
    figures_row : int
        Where the heading of its figures stands.
    said : str
        What it shows, for those who cannot see it.
    is_grey : bool
        Whether nothing rests on colour.
    """
    chart = book.add_chart(dict(KINDS[plot.kind]))
    bars = stacked(plot) if plot.kind == "waterfall" else None
    last = figures_row + len(_categories(plot))
    name = sheet.get_name()
    for number, series in enumerate(_series(plot)):
        chart.add_series(
            {
                "name": [name, figures_row, number + 1],
                "categories": [name, figures_row + 1, 0, last, 0],
                "values": [name, figures_row + 1, number + 1, last, number + 1],
                **(
                    grey_looks(_looks(plot, series, number), plot, series, number)
                    if is_grey
                    else _looks(plot, series, number)
                ),
            }
        )
    letters = {"name": FONT, "size": 9, "color": INK}
    categories: dict[str, Any] = {"num_font": letters, "line": {"color": RULE}, "label_position": "low"}
    lies = plot.kind in {"bars", "stacked_bars", "waterfall"}
    if lies:
        categories |= {"reverse": True, "crossing": "max", "major_gridlines": {"visible": False}}
    figures: dict[str, Any] = {
        "num_font": letters,
        "num_format": cell_format(plot.decimals),
        "major_gridlines": {"visible": True, "line": {"color": GRID}},
        "line": {"none": True},
        "name": cell_text(plot.unit),
        "name_font": {**letters, "bold": False},
    }
    if plot.kind != "lines" and all((value or 0) >= 0 for each in _series(plot) for value in each.values):
        figures["min"] = 0
    if bars is not None:
        figures |= {"min": bars.lowest, "max": bars.highest}
    if is_grey:
        categories, figures, letters = (without_colour(each) for each in (categories, figures, letters))
    # In XlsxWriter the axis of a lying chart's categories is the upright one.
    chart.set_y_axis(categories if lies else figures)
    chart.set_x_axis(figures if lies else categories | {"major_gridlines": {"visible": False}})
    if len(_series(plot)) > 1:
        unnamed = {"delete_series": [0, len(plot.series) + 1]} if bars is not None else {}
        chart.set_legend({"position": "bottom", "font": letters, **unnamed})
    else:
        chart.set_legend({"none": True})
    chart.show_blanks_as("gap")
    chart.set_title({"none": True})
    chart.set_size({"width": CHART_WIDTH_PX, "height": chart_height_px(plot)})
    sheet.insert_chart(
        at_row, 0, chart, {"description": cell_text(said)[:LONGEST_DESCRIPTION], "object_position": 2}
    )


def _categories(plot: Plot) -> list[str]:
    """Return the categories; lines across stand at the end of lying bars as bars of their own."""
    return [
        *plot.categories,
        *(workbook_words.REFERENCE.format(name=name) for name, _ in _bars_of_references(plot)),
    ]


def _series(plot: Plot) -> list[Series]:
    if plot.kind == "waterfall":
        return _stacked_series(plot)
    extra = _bars_of_references(plot)
    listed = [
        type(each)(each.name, (*each.values, *(value for _, value in extra)), each.role)
        for each in plot.series
    ]
    if plot.kind in {"lines", "columns"}:
        of = type(plot.series[0]) if plot.series else None
        if of is not None:
            many = len(plot.categories)
            listed += [of(name, (value,) * many, "reference") for name, value in plot.references]
    return listed


def _stacked_series(plot: Plot) -> list[Series]:
    """Return the bars of a waterfall: below, the steps and levels, and the room for labels."""
    bars = stacked(plot)
    return [
        Series(BASE, bars.base, "part"),
        *(Series(each.name, part, each.role) for each, part in zip(plot.series, bars.bars, strict=True)),
        Series(LABELS, (bars.room,) * len(plot.categories), "part"),
    ]


def _waterfall_looks(plot: Plot, number: int) -> dict[str, Any]:
    """Return the fills of one series of a waterfall; the first and the last have none."""
    if number == 0:
        return {"fill": {"none": True}, "border": {"none": True}, "gap": 40}
    if number > len(plot.series):
        letters = {"name": FONT, "size": 9, "color": INK}
        labels = [
            {"value": text, "font": {**letters, "bold": place == plot.own}}
            for place, text in enumerate(stacked(plot).labels)
        ]
        shown = {"value": True, "custom": labels, "position": "inside_base"}
        return {"fill": {"none": True}, "border": {"none": True}, "data_labels": shown}
    is_level = plot.series[number - 1].role == "reference"
    points = []
    for place in range(len(plot.categories)):
        edge = (OWN if place == plot.own else REFERENCE) if is_level else REFERENCE
        fill = edge if is_level else STEPS[number - 1]
        if place in plot.hollow:
            fill, edge = PAPER, edge if is_level else PEER
        points.append({"fill": {"color": fill}, "border": {"color": edge}})
    fill = REFERENCE if is_level else STEPS[number - 1]
    return {"fill": {"color": fill}, "border": {"color": REFERENCE}, "points": points}


def _bars_of_references(plot: Plot) -> tuple[tuple[str, float], ...]:
    return plot.references if plot.kind == "bars" and len(plot.series) == 1 else ()


def _looks(plot: Plot, series: Series, number: int) -> dict[str, Any]:
    if plot.kind == "waterfall":
        return _waterfall_looks(plot, number)
    is_own, is_reference = series.role == "own", series.role == "reference"
    if plot.kind == "lines" or is_reference:
        colour = OWN if is_own else REFERENCE if is_reference else PEER
        line: dict[str, Any] = {"color": colour, "width": 2.5 if is_own else 1.25}
        if is_reference:
            line["dash_type"] = DASHES[number % len(DASHES)]
        # A point between gaps has no line: the points of such a series are drawn.
        marker: dict[str, Any] = {"type": "none"}
        if is_own or series.lone:
            marker = {"type": "circle", "size": 5, "fill": {"color": colour}, "border": {"color": colour}}
        return {"line": line, "marker": marker}
    if series.role == "part":
        colour = PARTS[number % len(PARTS)]
        return {"fill": {"color": colour}, "border": {"color": PAPER}, "gap": 40}
    looks: dict[str, Any] = {"fill": {"color": OWN if is_own else PEER}, "gap": 40}
    if plot.kind == "bars" and len(plot.series) == 1:
        looks["points"] = [_point(plot, place) for place in range(len(_categories(plot)))]
        letters = {"name": FONT, "size": 9, "color": QUIET}
        looks["data_labels"] = {"value": True, "num_format": cell_format(plot.decimals), "font": letters}
    return looks


def _point(plot: Plot, place: int) -> dict[str, Any]:
    colour = OWN if place == plot.own else REFERENCE if place >= len(plot.categories) else PEER
    if place in plot.hollow:
        return {"fill": {"color": PAPER}, "border": {"color": colour, "width": 1.5}}
    return {"fill": {"color": colour}}
