"""Views as a workbook: cover, what was shown with editable charts, figures, definitions, sources."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import xlsxwriter

from carecompare.letter_widths import width_em
from carecompare.limits import INERT_WORKBOOK
from carecompare.reports.pictures.grey import grey_picture
from carecompare.reports.pictures.images import chart_png, svg_png
from carecompare.reports.workbooks.cells import (
    OWN,
    OWN_FAINT,
    QUIET,
    RULE,
    Styles,
    cell_text,
    figure_format,
    set_paper,
    sheet_name,
    widths,
    write_across,
    write_text,
)
from carecompare.reports.workbooks.charts import (
    CHART_WIDTH_PX,
    LONGEST_DESCRIPTION,
    ROW_PX,
    add_chart,
    chart_height_px,
    write_plot,
)
from carecompare.reports.workbooks.numbers import write_numbers
from carecompare.reports.workbooks.sheets import write_cover, write_figures, write_listing
from carecompare.text.files import workbook_words
from carecompare.typed_cells import Cell
from carecompare.workers import apart

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from xlsxwriter.worksheet import Worksheet

    from carecompare.exhibits import Exhibit, Grid
    from carecompare.reports.workbooks.numbers import NumberSheet
    from carecompare.reports.workbooks.sheets import Cover, Figures, Listing


FIRST_COLUMN, LEAST, MOST = 12.0, 5.0, 16.0
LEAST_ACROSS, WIDEST_UPRIGHT = 42.0, 75.0
PICTURE_SCALE = 2
INCH_IN_METRES, SCREEN_PER_INCH = 0.0254, 96


@dataclass(frozen=True)
class Shown:
    """One view of a workbook.

    Parameters
    ----------
    exhibit : Exhibit
        What is shown.
    figures : Figures or None
        The same in full; None where only what was shown is known.
    title : str
        Stands in place of the finding, where it is given.
    name : str
        On its tab; empty for its place among the views.
    """

    exhibit: Exhibit
    figures: Figures | None = None
    title: str = ""
    name: str = ""


@apart
def workbook(
    cover: Cover,
    shown: Sequence[Shown],
    definitions: Listing,
    sources: Listing,
    numbers: Sequence[NumberSheet] = (),
    *,
    is_grey: bool = False,
) -> bytes:
    """Return views as a workbook.

    Parameters
    ----------
    cover : Cover
        What stands on the first sheet.
    shown : sequence of Shown
        A sheet each, and one with its figures in full.
    definitions, sources : Listing
        What the figures are and where they are from.
    numbers : sequence of NumberSheet
        Sheets of numbers, before those of the views.
    is_grey : bool
        Whether nothing in it rests on colour.

    Returns
    -------
    bytes
        An ``xlsx`` file without formulas, links or macros.
    """
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, **INERT_WORKBOOK}) as book:
        styles = Styles(book, is_grey)
        names: list[str] = []

        def added(name: str) -> Worksheet:
            names.append(sheet_name(name, names))
            return book.add_worksheet(names[-1])

        write_cover(added(workbook_words.SHEETS["cover"]), styles, cover)
        for listed in numbers:
            write_numbers(added(listed.name), styles, listed, cover.made)
        for place, each in enumerate(shown, 1):
            number = str(place) if len(shown) > 1 else ""
            name = each.name or workbook_words.SHEETS["shown"] + number
            _write_shown(book, added(name), styles, each, cover.made)
            if each.figures is not None:
                write_figures(
                    added(workbook_words.SHEETS["figures"] + number), styles, each.figures, cover.made
                )
        write_listing(added(workbook_words.SHEETS["definitions"]), styles, definitions, cover.made)
        write_listing(added(workbook_words.SHEETS["sources"]), styles, sources, cover.made)
    return stream.getvalue()


def _write_shown(
    book: xlsxwriter.Workbook, sheet: Worksheet, styles: Styles, shown: Shown, made: str
) -> None:
    exhibit = shown.exhibit
    wide = widths(_widths(exhibit), sheet)
    last = max(len(_widths(exhibit)) - 1, 0)
    quiet = styles.of(font_color=QUIET, font_size=9, text_wrap=True, valign="top")
    title = shown.title or exhibit.title
    write_across(sheet, 0, last, title, styles.of(bold=True, font_size=14, text_wrap=True), wide)
    write_across(sheet, 1, last, exhibit.subtitle, quiet, wide)
    row = 3
    plot = exhibit.plot if exhibit.plot is not None and exhibit.plot.series else None
    if plot is not None:
        row += chart_height_px(plot) // ROW_PX + 2
    elif exhibit.picture is not None:
        row += _add_picture(sheet, exhibit.picture, row, title, is_grey=styles.is_grey) // ROW_PX + 2
    row = _write_grid(sheet, styles, exhibit.grid, row, last)
    for text in (*exhibit.notes, exhibit.source):
        write_across(sheet, row, last, text, quiet, wide)
        row += 1
    if plot is not None:
        row += 1
        write_across(sheet, row, last, workbook_words.PLOT_FIGURES, styles.of(bold=True), wide)
        end = write_plot(sheet, styles, plot, row + 1)
        add_chart(book, sheet, plot, 3, row + 1, title, is_grey=styles.is_grey)
        row = end
    set_paper(sheet, made, landscape=wide > WIDEST_UPRIGHT)
    sheet.print_area(0, 0, max(row - 1, 1), last)


def _add_picture(
    sheet: Worksheet, picture: dict[str, Any], row: int, said: str, *, is_grey: bool = False
) -> int:
    """Put a picture that office programs have no chart for into a sheet, and return its height in pixels."""
    if is_grey:
        image = svg_png(grey_picture(picture, said, CHART_WIDTH_PX), PICTURE_SCALE)
    else:
        image = chart_png(picture, CHART_WIDTH_PX, PICTURE_SCALE)
    height = int.from_bytes(image[20:24]) / PICTURE_SCALE
    # An image that states its dots per inch is enlarged by it.
    stated = image.find(b"pHYs")
    per_metre = int.from_bytes(image[stated + 4 : stated + 8]) if stated > 0 else 0
    scale = (round(per_metre * INCH_IN_METRES) or SCREEN_PER_INCH) / SCREEN_PER_INCH / PICTURE_SCALE
    options = {
        "image_data": io.BytesIO(image),
        "x_scale": scale,
        "y_scale": scale,
        "description": cell_text(said)[:LONGEST_DESCRIPTION],
        "object_position": 2,
    }
    sheet.insert_image(row, 0, "picture.png", options)
    return round(height)


def _write_grid(sheet: Worksheet, styles: Styles, grid: Grid, first_row: int, last: int) -> int:
    """Write the table as it is on screen, numbers as numbers, and return the row after what follows it."""
    row = first_row
    if grid.caption:
        write_text(sheet, row, 0, grid.caption, styles.of(bold=True))
        row += 1
    for column, heading in enumerate(grid.columns):
        aligned = {"align": "right"} if column in grid.numeric else {}
        write_text(sheet, row, column, heading, styles.heading(**aligned))
    for number, cells in enumerate(grid.rows):
        if number in grid.groups:
            row += 1
            write_across(sheet, row, last, grid.groups[number], styles.of(bold=True, font_color=QUIET), 99)
        row += 1
        for column, cell in enumerate(cells):
            looks: dict[str, object] = {"bottom": 1, "border_color": RULE}
            if number in grid.own_rows or column in grid.own_columns:
                looks |= {"bold": True, "bg_color": OWN_FAINT}
            if number in grid.own_rows and column == 0:
                looks["font_color"] = OWN
            if isinstance(cell, Cell) and cell.value is not None:
                sheet.write_number(
                    row, column, cell.value, styles.of(num_format=figure_format(cell), **looks)
                )
                continue
            if column in grid.numeric:
                looks["align"] = "right"
            text = cell if isinstance(cell, str) else cell.text
            write_text(sheet, row, column, text, styles.of(text_wrap=True, **looks))
    return row + 2


def _widths(exhibit: Exhibit) -> dict[int, float]:
    """Return the widths of the columns: as wide as their cells, and together at least as the chart."""
    grid = exhibit.grid
    columns = max(len(grid.columns), 1 + (len(exhibit.plot.series) if exhibit.plot else 0), 1)
    found = dict.fromkeys(range(columns), LEAST)
    for row in (grid.columns, *grid.texts):
        for column, text in enumerate(row):
            found[column] = min(max(found[column], width_em(text)), MOST)
    if exhibit.plot is not None:
        longest = max(map(width_em, exhibit.plot.categories), default=LEAST)
        found[0] = min(max(found[0], longest + 3), MOST)
    found[0] = max(found[0], FIRST_COLUMN)
    lacking = LEAST_ACROSS - sum(found.values())
    if lacking > 0:
        found[columns - 1] += lacking if columns == 1 else 0
        for column in range(1, columns):
            found[column] += lacking / (columns - 1)
    return found
