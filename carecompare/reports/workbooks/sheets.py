"""The sheets of a workbook that hold tables: cover, figures in full, definitions, sources."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from carecompare.letter_widths import width_em
from carecompare.reports.lines import wrapped
from carecompare.reports.workbooks.cells import (
    QUIET,
    RULE,
    YEAR_FORMAT,
    as_number,
    set_paper,
    widths,
    write_across,
    write_text,
)
from carecompare.text.files import workbook_words
from carecompare.text.format import cell_format, era_year
from carecompare.text.words import WITHHELD_SHORT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd
    from xlsxwriter.worksheet import Worksheet

    from carecompare.file_tables import FileColumn, FileTable, Holds
    from carecompare.reports.workbooks.cells import Styles


FREE_DECIMALS = 2
WIDEST, WIDEST_TEXT, NARROWEST = 30.0, 17.0, 4.0
LINE_POINTS = 15
COVER_COLUMNS = {0: 10.0, 1: 38.0}
LOOKED_AT = 300


@dataclass(frozen=True)
class Cover:
    """The first sheet.

    Parameters
    ----------
    title : str
        Of the workbook.
    facts : sequence of (str, str)
        What it is about: town, comparators, date.
    contents : sequence of str
        What it holds, a line each.
    how_to_read : sequence of str
        Sentences.
    made : str
        Date and product, for the foot of every page.
    """

    title: str
    facts: Sequence[tuple[str, str]]
    contents: Sequence[str]
    how_to_read: Sequence[str]
    made: str


@dataclass(frozen=True)
class Listing:
    """A table of text: the first row of headings, then the rows.

    Parameters
    ----------
    columns : sequence of str
        Headings.
    rows : sequence of sequence of str
        Cells.
    instead : str
        What is said when there is no row.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    instead: str = ""


@dataclass(frozen=True)
class Figures:
    """The file of a block, to be written as numbers.

    Parameters
    ----------
    table : FileTable
        Unformatted figures, as for the CSV.
    decimals : mapping of str to int
        Digits shown, by the label of the indicator.
    fiscal : frozenset of str
        Labels of indicators whose years are fiscal years.
    """

    table: FileTable
    decimals: Mapping[str, int] = field(default_factory=dict)
    fiscal: frozenset[str] = frozenset()


def write_cover(sheet: Worksheet, styles: Styles, cover: Cover) -> None:
    """Write the first sheet."""
    wide = widths(COVER_COLUMNS, sheet)
    write_across(sheet, 0, 1, cover.title, styles.of(bold=True, font_size=16, text_wrap=True), wide)
    label = styles.of(font_color=QUIET, valign="top")
    said = styles.of(text_wrap=True, valign="top")
    line = 2
    for name, text in cover.facts:
        write_text(sheet, line, 0, name, label)
        write_across_one(sheet, line, text, said)
        line += 1
    for name, lines in (
        (workbook_words.CONTENTS, cover.contents),
        (workbook_words.HOW_TO_READ, cover.how_to_read),
    ):
        line += 1
        for text in lines:
            write_text(sheet, line, 0, name, label)
            write_across_one(sheet, line, text, said)
            name, line = "", line + 1  # noqa: PLW2901 - the heading stands beside the first line only
    set_paper(sheet, cover.made)
    sheet.print_area(0, 0, max(line - 1, 0), 1)


def write_across_one(sheet: Worksheet, line: int, text: str, style: object) -> None:
    """Write a line of the cover's second column, as high as it needs."""
    write_text(sheet, line, 1, text, style)
    sheet.set_row(line, LINE_POINTS * max(1, len(wrapped(text, COVER_COLUMNS[1]))))


def write_listing(sheet: Worksheet, styles: Styles, listing: Listing, made: str) -> None:
    """Write a table of text, headings kept in sight and on every page."""
    style = styles.of(text_wrap=True, valign="top", bottom=1, border_color=RULE)
    for column, heading in enumerate(listing.columns):
        write_text(sheet, 0, column, heading, styles.heading())
    rows = listing.rows or ([(listing.instead,)] if listing.instead else [])
    wide = {column: min(each, WIDEST_TEXT) for column, each in _widths(listing.columns, rows).items()}
    widths(wide, sheet)
    for line, row in enumerate(rows, 1):
        for column, text in enumerate(row):
            write_text(sheet, line, column, text, style)
        lines = max(len(wrapped(text, wide[column])) for column, text in enumerate(row))
        sheet.set_row(line, LINE_POINTS * max(1, lines))
    sheet.freeze_panes(1, 1)
    set_paper(sheet, made, landscape=True, repeated=0)
    sheet.print_area(0, 0, max(len(rows), 1), max(len(listing.columns) - 1, 0))


def write_figures(sheet: Worksheet, styles: Styles, figures: Figures, made: str) -> None:
    """Write the figures of a block in full: a heading, then a row each, numbers as numbers."""
    frame, columns = figures.table.frame, figures.table.columns
    placed = list(_with_eras(columns))
    plain = [_is_whole(frame.iloc[:, place]) for place in range(len(columns))]
    for at, (heading, _, _) in enumerate(placed):
        write_text(sheet, 0, at, heading, styles.heading())
    text_style = styles.of()
    records = list(frame.itertuples(index=False, name=None))
    label_at, status_at = _place_of(columns, "indicator"), _place_of(columns, "status")
    for line, record in enumerate(records, 1):
        label = "" if label_at is None else str(record[label_at])
        for at, (_, place, in_era) in enumerate(placed):
            value = as_number(record[place])
            if in_era:
                said = "" if value is None else era_year(int(value), fiscal=label in figures.fiscal)
                write_text(sheet, line, at, said, text_style)
            elif value is not None:
                style = _style(columns[place], label, figures.decimals, is_whole=plain[place])
                sheet.write_number(line, at, value, styles.of(num_format=style))
            elif isinstance(record[place], str):
                write_text(sheet, line, at, record[place], text_style)
            else:
                status = "" if status_at is None else record[status_at]
                instead = (status or WITHHELD_SHORT) if columns[place].holds == "figure" else ""
                write_text(sheet, line, at, str(instead), styles.of(font_color=QUIET, align="right"))
    shown = [
        [str(cell) if isinstance(cell, str) else "0" * 6 for cell in each] for each in records[:LOOKED_AT]
    ]
    wide = _widths([each.heading for each in columns], shown)
    widths({at: 8.0 if in_era else wide[place] for at, (_, place, in_era) in enumerate(placed)}, sheet)
    last = max(len(placed) - 1, 0)
    if records:
        sheet.autofilter(0, 0, len(records), last)
    sheet.freeze_panes(1, min(2, last))
    set_paper(sheet, made, landscape=True, repeated=0)
    sheet.print_area(0, 0, max(len(records), 1), last)


def _with_eras(columns: Sequence[FileColumn]) -> Iterator[tuple[str, int, bool]]:
    """Yield heading, place and whether it is in the era: the first column of years stands there twice."""
    in_era = _place_of(columns, "year")
    for place, each in enumerate(columns):
        yield each.heading, place, False
        if place == in_era:
            yield workbook_words.ERA_COLUMN.format(column=each.heading), place, True


def _place_of(columns: Sequence[FileColumn], holds: Holds) -> int | None:
    return next((place for place, each in enumerate(columns) if each.holds == holds), None)


def _style(column: FileColumn, label: str, decimals: Mapping[str, int], *, is_whole: bool) -> str:
    if column.holds == "year":
        return YEAR_FORMAT
    if column.holds in {"figure", "limit"} and label in decimals:
        return cell_format(decimals[label])
    return cell_format(0 if is_whole else FREE_DECIMALS)


def _is_whole(column: pd.Series) -> bool:
    numbers = [value for value in map(as_number, column.tolist()) if value is not None]
    return all(value == round(value) for value in numbers)


def _widths(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[int, float]:
    longest = [width_em(name) for name in columns]
    for row in rows:
        for column, text in enumerate(row):
            longest[column] = max(longest[column], width_em(text))
    return {column: min(max(each, NARROWEST), WIDEST) for column, each in enumerate(longest)}
