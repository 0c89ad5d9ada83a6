"""The form of plan and actual: what is kept stands in it, and read again it changes nothing."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import xlsxwriter

from carecompare.limits import INERT_WORKBOOK
from carecompare.own.contents.plan_figures import BETWEEN
from carecompare.text.format import era_year
from carecompare.text.own import plan_figure_words
from carecompare.workbooks import cell_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import PlanGuide
    from carecompare.own.contents.plan_figures import PlanFigures


_OPTIONS = {"in_memory": True, **INERT_WORKBOOK}
_WIDTHS = (16, 34, 12, 10, 20)
_WIDE = 14
Row = list[str | float | None]


def form_columns(years: Sequence[int]) -> list[str]:
    """Return the headings: what it is, then plan, actual and end of September of each fiscal year."""
    parts = [
        plan_figure_words.YEAR_COLUMN.format(
            year=era_year(year, fiscal=True).partition("（")[0], western=year, part=part
        )
        for year in years
        for part in plan_figure_words.PARTS.values()
    ]
    return [*plan_figure_words.FORM_COLUMNS.values(), *parts]


def form_rows(guide: PlanGuide, kept: PlanFigures, years: Sequence[int]) -> list[Row]:
    """Return a row per item and measure of the catalogue, then the town's own items.

    Parameters
    ----------
    guide : PlanGuide
        Items and measures.
    kept : PlanFigures
        What the town has entered.
    years : sequence of int
        Fiscal years of the columns.
    """
    rows: list[tuple[str, Row]] = []
    for item in guide.progress_items.values():
        for name in item.measures:
            measure = guide.progress_measures[name]
            reading = plan_figure_words.READINGS[item.reading]
            said: Row = [item.group_ja, item.label_ja, measure.label_ja, measure.unit_ja, reading]
            rows.append((f"{item.id}{BETWEEN}{name}", said))
    for own in kept.items:
        reading = plan_figure_words.READINGS[own.reading]
        rows.append((own.id, ["", f"{plan_figure_words.OWN_ITEM}{own.name}", "", own.unit, reading]))
    of_key = {each.key: each for each in kept.figures}
    for key, row in rows:
        for year in years:
            found = of_key.get((key, year))
            row += [getattr(found, part) if found else None for part in plan_figure_words.PARTS]
    return [row for _, row in rows]


def form_years(guide: PlanGuide, kept: PlanFigures) -> list[int]:
    """Return the fiscal years of the form: those of the periods, and of everything that is kept."""
    named = {year for period in guide.periods.values() for year in period.years}
    return sorted(named | {each.year for each in kept.figures})


def plan_form(own: str, guide: PlanGuide, kept: PlanFigures) -> bytes:
    """Return the form as a workbook.

    Parameters
    ----------
    own : str
        Name of the town.
    guide, kept
        As for `form_rows`.

    Returns
    -------
    bytes
        An ``xlsx`` file without formulas, links or macros.
    """
    years = form_years(guide, kept)
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, _OPTIONS) as book:
        heading = book.add_format({"bold": True, "bg_color": "#EEF1F5", "bottom": 1, "text_wrap": True})
        figure = book.add_format({"num_format": "#,##0.###"})
        sheet = book.add_worksheet(plan_figure_words.SHEET)
        for column, label in enumerate(form_columns(years)):
            sheet.set_column(column, column, _WIDTHS[column] if column < len(_WIDTHS) else _WIDE)
            sheet.write_string(0, column, label, heading)
        for line, row in enumerate(form_rows(guide, kept, years), 1):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(line, column, cell)
                elif cell is not None:
                    sheet.write_number(line, column, cell, figure)
        sheet.freeze_panes(1, len(_WIDTHS))
        explained = book.add_worksheet(plan_figure_words.HELP_SHEET)
        explained.set_column(0, 0, 100)
        for line, text in enumerate(plan_figure_words.HELP_LINES):
            explained.write_string(line, 0, text.format(own=own))
    return stream.getvalue()


def form_texts(guide: PlanGuide, kept: PlanFigures) -> list[list[str]]:
    """Return the form as text, its headings first, for a text file."""
    years = form_years(guide, kept)
    rows = [
        [cell if isinstance(cell, str) else "" if cell is None else cell_text(cell) for cell in row]
        for row in form_rows(guide, kept, years)
    ]
    return [form_columns(years), *rows]
