"""National table of the incentive grants to insurers → COUNTS of scores, and the score of every item."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.errors import SourceError
from carecompare.sources.files import published, sha256
from carecompare.sources.notes import Note
from carecompare.sources.publishers.grants.headings import first_column, read_headings
from carecompare.sources.publishers.grants.rows import GrantRows, read_rows
from carecompare.sources.publishers.grants.sums import check_sums, differing_means
from carecompare.sources.publishers.grants.table import Grants
from carecompare.sources.publishers.ltci_sheet import compact
from carecompare.sources.reading import Reading
from carecompare.sources.stated import years_in
from carecompare.sources.workbook import sheets
from carecompare.tables import COUNTS, OBSERVED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path
    from typing import Any

    from carecompare.catalog import Catalog
    from carecompare.sources.files import Head
    from carecompare.sources.places import Places
    from carecompare.sources.publishers.grants.columns import Headings


SOURCE = "grants"
MONTH_OF_BEGINNING = 4
_MOST_HEADINGS = 30


def recognises(head: Head, catalog: Catalog) -> bool:
    """Return whether both funds and a goal head the first rows: the prefectures' table too, to be refused."""
    words = catalog.layouts[SOURCE]
    above = [compact(cell) for row in head.rows for cell in row if cell]
    funds = all(any(cell.startswith(fund["name"]) for cell in above) for fund in words["funds"].values())
    return funds and any(re.match(words["goal"], cell) for cell in above)


def read(path: Path, catalog: Catalog, places: Places, as_of: str = "") -> Reading:
    """Read the scores of one year.

    Parameters
    ----------
    path : Path
        Workbook as published; the first sheet that heads a column with the grand total.
    catalog : Catalog
        With the words of the layout.
    places : Places
        The municipalities of today.
    as_of : str
        The date that a person states; read only where the table names no year.

    Returns
    -------
    Reading
        COUNTS of municipalities, and with ``grants`` items, their scores and what is said of a municipality.

    Raises
    ------
    SourceError
        ``grant_of_prefectures`` for the other table; else all that is wrong with headings, rows, sums and
        ranks in one error.
    """
    file = path.name
    words = catalog.layouts[SOURCE]
    sheet, cells = _sheet(path, words)
    headings = read_headings(file, sheet, cells, words)
    rows = read_rows(cells, headings, words, places)
    problems = [*rows.problems, *check_sums(headings, rows, places.names)]
    if problems:
        raise SourceError("grant_table_wrong", file=file, sheet=sheet, problems=tuple(problems))
    year = _year(path, catalog, cells, headings, as_of)
    apart = differing_means(headings, rows)
    notes = [Note("grant_mean_differs", len(apart))] if apart else []
    notes += [Note("grant_unions", rows.unions)] if rows.unions else []
    return Reading(
        SOURCE,
        file,
        sha256(path),
        edition=str(year),
        counts=_counts(headings, rows, catalog, year),
        grants=_grants(headings, rows, year),
        notes=tuple(notes),
    )


def _named_year(rows: Iterable[list[str]], words: Mapping[str, Any], years: Mapping[str, Any]) -> int:
    """Return the year of the grant, 0 where the table names none.

    It is the year after that of last year's result, which stands in front of the items, as this year's does
    not; else the one year of the title.
    """
    above = list(rows)
    front = next((column for row in above if (column := first_column(row, words)) >= 0), 0)
    before: set[int] = {
        int(found[1]) + words["first_year_of_era"]
        for row in above
        for cell in row[:front]
        if (found := re.match(words["previous"], cell))
    }
    titled = years_in(" ".join(above[0]), years) if above else set()
    if len(before) == 1:
        return before.pop() + 1
    return titled.pop() if not before and len(titled) == 1 else 0


def _year(path: Path, catalog: Catalog, cells: pd.DataFrame, headings: Headings, as_of: str) -> int:
    words = catalog.layouts[SOURCE]
    above = cells.iloc[: headings.first_statistic]
    rows = [[compact(cell) for cell in row] for row in above.to_numpy().tolist()]
    year = _named_year(rows, words, catalog.layouts["years"])
    if year or not as_of:
        if not year:
            raise SourceError("as_of_missing", file=path.name, expected="2026-04")
        return year
    stated_year, month = int(as_of[:4]), int(as_of[5:7] or MONTH_OF_BEGINNING)
    return stated_year if month >= MONTH_OF_BEGINNING else stated_year - 1


def _sheet(path: Path, words: Mapping[str, Any]) -> tuple[str, pd.DataFrame]:
    """Return the sheet of municipalities: the one that is named so, else the first with the grand total."""
    file = path.name
    found = None
    names = []
    for name, cells in sheets(published(path), file):
        names.append(compact(name))
        if found is None and _has_total(cells, words):
            found = name, cells
    if found is None:
        raise SourceError("column_missing", file=file, column=words["total"])
    if words["sheet_of_prefectures"] in compact(found[0]):
        raise SourceError("grant_of_prefectures", file=file, sheet=found[0])
    return found


def _has_total(cells: pd.DataFrame, words: Mapping[str, Any]) -> bool:
    above = cells.iloc[:_MOST_HEADINGS]
    return any(compact(cell) == words["total"] for row in above.to_numpy().tolist() for cell in row if cell)


def _counts(headings: Headings, rows: GrantRows, catalog: Catalog, year: int) -> pd.DataFrame:
    columns = {*headings.totals, "judged"}
    parts = [
        pd.DataFrame(
            {
                "area": rows.areas,
                "count": count.id,
                "value": rows.totals[column].astype(float) if column != "judged" else 1.0,
            }
        )
        for count in catalog.counts.values()
        if (column := count.read.get(SOURCE, "")) in columns
    ]
    long = pd.concat(parts, ignore_index=True)
    return COUNTS.check(long.assign(year=year, status=OBSERVED, source=SOURCE, as_of=str(year)))


def _grants(headings: Headings, rows: GrantRows, year: int) -> Grants:
    items = pd.DataFrame([item.row for item in headings.items]).assign(year=year)
    places, areas = np.meshgrid(np.arange(len(headings.items)), np.arange(len(rows.areas)))
    scores = pd.DataFrame(
        {
            "year": year,
            "item": places.ravel(),
            "area": np.asarray(rows.areas, dtype=object)[areas.ravel()],
            "score": rows.scores.ravel(),
        }
    )
    return Grants.of(items, scores, rows.about.assign(year=year))
