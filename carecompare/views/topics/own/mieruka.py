"""Kept exports as they are shown: one series over its periods, or over the areas of one year."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from carecompare import charts
from carecompare.own import ExportedFigures
from carecompare.tables import NATION
from carecompare.text.format import number
from carecompare.text.layouts.mieruka_periods import short_period, spoken_period
from carecompare.text.own import mieruka_words
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.file_columns import file_table
from carecompare.views.base.kept import READ_FROM_KEPT, moment
from carecompare.views.base.table import Table
from carecompare.views.topics.own.mieruka_upload import places_seen_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.file_tables import FileTable
    from carecompare.own import ExportedBook, ExportedSeries, Kept
    from carecompare.own.mieruka.places import Places
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page


OPENED = f"{READ_FROM_KEPT}exports"


def exports_described(content: object) -> str:
    """Return a version of the kept exports in words, a line each, for the history."""
    if not isinstance(content, ExportedFigures):
        return ""
    return "\n".join(f"{each.code} {each.name} {each.exported_on}" for each in content.books)


MOST_OTHERS = 6
# An area beyond this many times the own figures would press them flat.
MOST_TIMES = 6
MOST_DECIMALS = 4
LONGEST_COUNTER = 3


def book_label(book: ExportedBook) -> str:
    """Return the name of an exported book with code, year and layout."""
    year = mieruka_words.BOOK_YEAR.format(year=book.year) if book.year else ""
    mode = mieruka_words.MODE_SUFFIX[book.mode]
    return mieruka_words.BOOK_LINE.format(code=book.code, name=book.name, year=year, mode=mode).strip()


def series_with_unit(name: str, unit: str) -> str:
    """Return the name of an exported series with its unit."""
    return (mieruka_words.SERIES_LINE if unit else mieruka_words.SERIES_LINE_BARE).format(
        name=name, unit=unit
    )


def series_block(
    here: Page, kept: Kept[ExportedFigures], book: ExportedBook, rows: Sequence[ExportedSeries]
) -> Block:
    """Return the block of one series of one book.

    Parameters
    ----------
    here : Page
        The page with its choice.
    kept : Kept
        All exports, with their version.
    book : ExportedBook
        The table.
    rows : sequence of ExportedSeries
        The series, one row per area.

    Returns
    -------
    Block
        Ready to show; its figures stand beside published ones and change none of them.
    """
    places = places_seen_from(here)
    ordered = sorted(rows, key=lambda each: (_rank(each, places), each.label))
    decimals = _decimals(ordered)
    source = mieruka_words.SOURCE.format(
        file=book.file,
        date=book.exported_on or mieruka_words.NO_DATE,
        own=here.own_label,
        version=kept.version,
        author=kept.author,
        when=moment(kept.saved_at),
    )
    notes = []
    if book.mode:
        notes.append(mieruka_words.FOCUS_NOTE if book.mode == "focus" else mieruka_words.COMPARED_NOTE)
    over_areas = book.layout == "areas"
    lines = [] if over_areas else _lines(ordered, places)
    others = sum(_role(each, places) == "other" for each in ordered)
    if not over_areas and others > MOST_OTHERS:
        notes.append(mieruka_words.AREAS_MORE.format(most=MOST_OTHERS))
    if not over_areas and len(lines) < len(ordered) - max(0, others - MOST_OTHERS):
        notes.append(mieruka_words.SIZE_APART)
    return Block(
        key=f"mieruka_{here.own}_{book.code or 'x'}",
        finding=_finding(here, book, ordered, places, decimals),
        subtitle="" if over_areas else mieruka_words.LEGEND,
        chart=charts.exported_lines(
            lines,
            list(zip(_when(book), map(short_period, book.periods), strict=True)),
            series_with_unit(ordered[0].name, ordered[0].unit),
            decimals,
        )
        if any(value is not None for line in lines for value in line.figures)
        else None,
        table=_table(book, ordered, places, decimals),
        file=partial(_file, book, ordered),
        credit=source,
        notes=tuple(notes),
    )


def _rank(series: ExportedSeries, places: Places) -> int:
    roles = ("own", "prefecture", "nation", "other")
    return roles.index(_role(series, places))


def _role(series: ExportedSeries, places: Places) -> str:
    if series.area and series.area in {places.own, places.own_insurer}:
        return "own"
    if series.area and series.area == places.own_prefecture:
        return "prefecture"
    return "nation" if series.area == NATION else "other"


def _lines(rows: Sequence[ExportedSeries], places: Places) -> list[charts.ExportedLine]:
    lines = [charts.ExportedLine(each.label, _role(each, places), each.figures) for each in rows]
    others = [each for each in lines if each.role == "other"][:MOST_OTHERS]
    shown = [*others, *(each for each in lines if each.role != "other")]
    own = max((_size(each.figures) for each in lines if each.role == "own"), default=0.0)
    return [each for each in shown if not own or _size(each.figures) <= MOST_TIMES * own]


def _size(figures: Sequence[float | None]) -> float:
    return max((abs(value) for value in figures if value is not None), default=0.0)


def _when(book: ExportedBook) -> list[float]:
    """Return where each period stands on the axis, in years."""
    periods = [book.period(position) for position in range(len(book.periods))]
    return [each.year + max(each.month - 1, 0) / 12 for each in periods]


def _decimals(rows: Sequence[ExportedSeries]) -> int:
    longest = 0
    for each in rows:
        for value in each.figures:
            if value is not None:
                _, _, after = f"{value:.10f}".rstrip("0").partition(".")
                longest = max(longest, len(after))
    return min(longest, MOST_DECIMALS)


def _finding(
    here: Page, book: ExportedBook, rows: Sequence[ExportedSeries], places: Places, decimals: int
) -> str:
    own = [each for each in rows if _role(each, places) == "own"]
    name, unit = rows[0].name, rows[0].unit
    if len(unit) > LONGEST_COUNTER:
        unit = mieruka_words.UNIT_BEHIND.format(unit=unit)
    known = [
        (position, value) for each in own for position, value in enumerate(each.figures) if value is not None
    ]
    if not known:
        return mieruka_words.FINDING_NO_OWN.format(series=name, own=here.own_label)
    position, value = known[-1]
    figure = number(value, decimals)
    if book.layout == "areas":
        return mieruka_words.FINDING_AREAS.format(
            series=name, year=book.year, own=own[0].label, value=figure, unit=unit
        )
    return mieruka_words.FINDING_KEPT.format(
        series=name, own=own[0].label, period=spoken_period(book.periods[position]), value=figure, unit=unit
    )


def _table(book: ExportedBook, rows: Sequence[ExportedSeries], places: Places, decimals: int) -> Table:
    """Return periods down and areas across; of one year the areas down."""
    own = {place for place, each in enumerate(rows) if _role(each, places) == "own"}
    if book.layout == "areas":
        return Table(
            columns=[mieruka_words.AREA, mieruka_words.VALUE],
            rows=[(each.label, _figure(each.figures[0], decimals)) for each in rows],
            numeric=frozenset({1}),
            own_rows=frozenset(own),
            faint=frozenset({mieruka_words.NO_VALUE}),
        )
    return Table(
        columns=[mieruka_words.PERIOD, *(each.label for each in rows)],
        rows=[
            (label, *(_figure(each.figures[position], decimals) for each in rows))
            for position, label in enumerate(book.periods)
        ],
        numeric=frozenset(range(1, len(rows) + 1)),
        own_columns=frozenset(place + 1 for place in own),
        faint=frozenset({mieruka_words.NO_VALUE}),
    )


def _figure(value: float | None, decimals: int) -> Cell:
    return number_cell(value, decimals, word=mieruka_words.NO_VALUE)


def _file(book: ExportedBook, rows: Sequence[ExportedSeries]) -> FileTable:
    periods = [book.period(position) for position in range(len(book.periods))]
    found = [
        {
            "file": book.file,
            "code": book.code,
            "indicator": book.name,
            "mode": mieruka_words.MODE_SUFFIX[each.mode],
            "series": each.name,
            "unit": each.unit,
            "area": each.area,
            "area_name": each.label,
            "period": label,
            "year": period.year,
            "fiscal_year": period.fiscal_year,
            "value": value,
            "exported_on": book.exported_on,
        }
        for each in rows
        for label, period, value in zip(book.periods, periods, each.figures, strict=True)
    ]
    return file_table(pd.DataFrame(found), mieruka_words.CSV_COLUMNS, years=("year",))
