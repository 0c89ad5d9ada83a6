"""One sheet of the census as Excel table: which table of which census it is, its rows and its items."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.errors import SourceError
from carecompare.sources.cells import narrow
from carecompare.sources.publishers.ltci_sheet import compact
from carecompare.sources.stated import check_stated, years_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any


_MOST_ROWS_ABOVE = 60
_DASHES = re.compile("[‐–−]")
_WAVES = str.maketrans("〜~", "～～")
_CODE_IN_NAME = re.compile(r"([0-9]{5})_")
_CODE_DIGITS = 5


@dataclass(frozen=True)
class CensusSheet:
    """A sheet.

    Parameters
    ----------
    file, name : str
        Named in errors.
    title : str
        First cell, narrow: census and set of tables.
    table : str
        Number of the table, as ``2-7``.
    year : int
        Of the census.
    labels : DataFrame
        The columns left of the figures by their heading, text; the index is the row in the sheet.
    codes : Series of str
        Code of each row's area, five digits.
    items : mapping of int to (str, str)
        What each column counts and for whom, as ``人口`` and ``R3_（再掲）65歳以上``.
    cells : DataFrame
        The figures as text, by column.
    """

    file: str
    name: str
    title: str
    table: str
    year: int
    labels: pd.DataFrame
    codes: pd.Series[str]
    items: Mapping[int, tuple[str, str]]
    cells: pd.DataFrame

    def only(self, heading: str, code: str) -> pd.Series[bool]:
        """Return the rows of one item of a heading; every row where the table has no such heading."""
        if heading not in self.labels.columns:
            return pd.Series(data=True, index=self.labels.index)
        return self.labels[heading].str.partition("_")[0].map(narrow) == code

    def columns_of(self, what: str) -> dict[str, int]:
        """Return the column of each item code of what is counted; the first where one stands twice."""
        found: dict[str, int] = {}
        for column, (counted, item) in self.items.items():
            if counted == what:
                found.setdefault(item.partition("_")[0], column)
        return found


def title_of(rows: Sequence[Sequence[str]]) -> str:
    """Return the first cell of a sheet, narrow."""
    return narrow(rows[0][0]) if rows and rows[0] else ""


def plain_item(text: str) -> str:
    """Return the name of an item narrow, with one of the several dashes that mean "to"."""
    return narrow(text).translate(_WAVES)


def read_sheet(
    file: str, name: str, cells: pd.DataFrame, words: Mapping[str, Any], years: Mapping[str, Any]
) -> CensusSheet:
    """Read titles, headings and rows; areas of before 2000 are left out.

    Parameters
    ----------
    file, name : str
        Of workbook and sheet.
    cells : DataFrame
        The sheet as text.
    words : mapping
        Of the layout of census tables.
    years : mapping
        How publishers write a year.

    Returns
    -------
    CensusSheet
        With every row below the headings.

    Raises
    ------
    SourceError
        If a heading is missing, the title names no year, or the headings are of another year than the title.
    """
    header = _header(cells, words, file, name)
    headings = [narrow(str(cell)) for cell in cells.loc[header]]
    last = max(number for number, heading in enumerate(headings) if heading)
    body = cells.loc[header + 1 :]
    body = body[(body != "").any(axis=1)]
    labels = body[list(range(last + 1))].set_axis(headings[: last + 1], axis=1)
    title = title_of(cells.iloc[:1].to_numpy().tolist())
    said = years_in(title, years)
    if len(said) != 1:
        raise SourceError("census_year_unknown", file=file, sheet=name, found=title[:40])
    year = said.pop()
    place, of_year = _place(headings[: last + 1], words, file, name)
    if of_year:
        check_stated(file, {year}, of_year, where="title", sheet=name)
    codes = _codes(labels, place)
    former = labels[words["identifier"]].map(narrow).isin(words["former"])
    kept = ~former & (codes != "")
    number = re.search(words["number"], compact(str(cells.iloc[1, 0]))) if len(cells) > 1 else None
    return CensusSheet(
        file,
        name,
        title,
        _DASHES.sub("-", number[1]) if number else "",
        year,
        labels[kept],
        codes[kept],
        _items(cells, header, last, words, file, name),
        body.loc[kept, list(range(last + 1, body.shape[1]))],
    )


def _header(cells: pd.DataFrame, words: Mapping[str, Any], file: str, name: str) -> int:
    for number, row in cells.iloc[:_MOST_ROWS_ABOVE].iterrows():
        if words["identifier"] in {narrow(str(cell)) for cell in row}:
            return int(str(number))
    raise SourceError("column_missing", file=file, sheet=name, column=words["identifier"])


def _place(headings: Sequence[str], words: Mapping[str, Any], file: str, name: str) -> tuple[str, int]:
    """Return the column that holds the areas' codes of today, and the year it says it is of."""
    pattern = words["codes_of_year"]
    dated = {int(found[1]): each for each in headings if (found := re.fullmatch(pattern, each))}
    if dated:
        return dated[max(dated)], max(dated)
    for each in reversed(headings):
        if each in words["names"]:
            return each, 0
    raise SourceError("column_missing", file=file, sheet=name, column=words["names"][0])


def _codes(labels: pd.DataFrame, place: str) -> pd.Series[str]:
    """Return codes of five digits: from a column of codes, or from in front of a name."""
    text = labels[place].map(narrow)
    named = text.str.extract(_CODE_IN_NAME, expand=False)
    plain = text.str.zfill(_CODE_DIGITS).where(text.str.fullmatch("[0-9]{1,5}"), "")
    return named.fillna(plain).astype("str")


def _items(
    cells: pd.DataFrame, header: int, last: int, words: Mapping[str, Any], file: str, name: str
) -> dict[int, tuple[str, str]]:
    """Return what each column is of: its names stand above, beside the name of the row they stand in."""
    above = cells.loc[: header - 1]
    rows: dict[str, int] = {}
    for wanted in ("counted", "item"):
        found = [
            int(number)
            for number in above.index
            if words[wanted] in {narrow(str(each)) for each in above.loc[number].iloc[: last + 1]}
        ]
        if not found:
            raise SourceError("column_missing", file=file, sheet=name, column=words[wanted])
        rows[wanted] = found[-1]
    return {
        column: (
            narrow(str(cells.loc[rows["counted"], column])),
            plain_item(str(cells.loc[rows["item"], column])),
        )
        for column in range(last + 1, cells.shape[1])
        if str(cells.loc[rows["item"], column]).strip()
    }
