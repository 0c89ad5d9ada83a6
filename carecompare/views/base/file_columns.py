"""The columns of the tables that a view gives to files: standard ones by key, and a view's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from carecompare.file_tables import FileColumn, FileTable
from carecompare.text.files.workbook_words import COLUMN_NOTES
from carecompare.text.words import COLUMN
from carecompare.typed_cells import values_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.file_tables import Holds
    from carecompare.typed_cells import Cell

    # A heading, or all of the column.
    Heading = str | FileColumn

HOLDS: Mapping[str, Holds] = {
    "indicator": "indicator",
    "status": "status",
    "year": "year",
    "denominator_year": "year",
    "lower": "limit",
    "upper": "limit",
    **dict.fromkeys(("value", "own", "median", "nation", "prefecture", "alone", "couple", "other"), "figure"),
}
NOTHING: Mapping[str, Heading] = {}


def standard_column(key: str, unit: str = "") -> FileColumn:
    """Return a column that several views have, by its key in ``words.COLUMN``.

    Parameters
    ----------
    key : str
        Which.
    unit : str
        Of its figures; other columns have none.
    """
    holds = HOLDS.get(key, "")
    has_unit = holds in {"figure", "limit"}
    return FileColumn(key, COLUMN[key], holds, unit if has_unit else "", COLUMN_NOTES.get(key, ""))


def file_table(
    frame: pd.DataFrame,
    headings: Mapping[str, Heading] = NOTHING,
    *,
    unit: str = "",
    figures: Collection[str] = (),
    years: Collection[str] = (),
) -> FileTable:
    """Return a frame with a record for each of its columns.

    Parameters
    ----------
    frame : DataFrame
        Its columns are keys.
    headings : mapping of str to str or FileColumn
        The view's own columns by key; a key that is not there is one of `standard_column`.
    unit : str
        Of the figures of all standard columns and of those named as figures.
    figures, years : collection of str
        Keys of own columns that hold figures of the row's indicator, or years.

    Raises
    ------
    KeyError
        If a key is neither the view's own nor a standard one.
    """

    def column(key: str) -> FileColumn:
        given = headings.get(key)
        if given is None:
            return standard_column(key, unit)
        if not isinstance(given, str):
            return given
        if key in figures:
            return FileColumn(key, given, "figure", unit)
        return FileColumn(key, given, "year" if key in years else "")

    return FileTable(tuple(column(str(key)) for key in frame.columns), frame)


def rows_table(
    rows: Iterable[Iterable[Cell | str | float | None]],
    headings: Mapping[str, Heading],
    *,
    years: Collection[str] = (),
) -> FileTable:
    """Return rows of a table on screen, unformatted, as the table of a file.

    Parameters
    ----------
    rows : iterable of iterable of Cell, str, float or None
        A cell for each heading.
    headings : mapping of str to str or FileColumn
        The columns by key.
    years : collection of str
        Keys of columns that hold years.
    """
    frame = pd.DataFrame(values_of(rows), columns=list(headings))
    return file_table(frame, headings, years=years)


def shared_unit(indicators: Sequence[Indicator]) -> str:
    """Return the unit of indicators, empty where they have several."""
    units = {each.unit_ja for each in indicators}
    return units.pop() if len(units) == 1 else ""
