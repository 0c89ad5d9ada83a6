"""Workbook of a projection, table 1 → COUNTS of the total, checked against the prefectures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from carecompare.errors import SourceError
from carecompare.sources.cells import first_row, municipality_codes, numbers, year
from carecompare.sources.files import published, sha256
from carecompare.sources.mergers import added_up, check_whole
from carecompare.sources.notes import Note
from carecompare.sources.places import located
from carecompare.sources.publishers.ipss_ages import check_prefectures
from carecompare.sources.publishers.ltci_sheet import compact
from carecompare.sources.publishers.tidy import edition_of_base, with_projection
from carecompare.sources.reading import Reading
from carecompare.sources.stated import check_stated, years_in
from carecompare.sources.workbook import sheets
from carecompare.tables import COUNTS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    from carecompare.catalog import Catalog
    from carecompare.errors import SourceProblem
    from carecompare.sources.files import Head
    from carecompare.sources.places import Places


SOURCE = "ipss"
COUNT = "population_ipss"
_MOST_ROWS_ABOVE = 20


def recognises(head: Head, catalog: Catalog) -> bool:
    """Return whether the first rows of the workbook are of this layout."""
    words = catalog.layouts[SOURCE]
    held = {compact(cell) for cell in head.cells}
    return any(cell.startswith(words["title"]) for cell in held) and {words["code"], words["total"]} <= held


def read(path: Path, catalog: Catalog, places: Places) -> Reading:
    """Read the total population.

    Parameters
    ----------
    path : Path
        One sheet: a title, the rows of headings, then prefectures, cities, wards, towns and villages, with a
        column of persons per year.
    catalog : Catalog
        Whose layout names the headings.
    places : Places
        The municipalities of today, and the areas that are projected as one.

    Returns
    -------
    Reading
        COUNTS. Wards of designated cities are left out with a note; so are prefectures, which are the sums of
        their municipalities.

    Raises
    ------
    SourceError
        If the layout, a code, a year or a number is wrong, an area occurs twice or is missing, or the areas
        of a prefecture do not add up to it.
    """
    file, words = path.name, catalog.layouts[SOURCE]
    sheet, cells = next(sheets(published(path), file))
    header = _header(cells, words, file, sheet)
    body = cells.loc[header + 2 :]
    columns = _years(cells, header, catalog, file, sheet)
    base_year = min(columns)
    titles = [str(cell) for cell in cells.loc[: header - 1].to_numpy().ravel() if str(cell)]
    said = {year for title in titles[:1] for year in years_in(title, catalog.layouts["years"])}
    check_stated(file, said, base_year, where="title", sheet=sheet)
    code, kind = (_column(cells, header, words[name], file, sheet) for name in ("code", "kind"))
    every = municipality_codes(body[code], file=file, column=words["code"])
    of_a_city = every.isin(places.wards)
    written = ~of_a_city & (every != "")
    body, codes = body[written], every[written]
    of_prefecture = body[kind] == words["prefecture_kind"]
    common = (body[kind] == words["common_kind"]) & ~of_prefecture
    areas, notes = located(codes.mask(of_prefecture | common, ""), places, file=file, column=words["code"])
    areas = areas.mask(of_prefecture, codes.str[:2]).mask(common, codes)
    twice = codes.duplicated()
    if twice.any():
        row = first_row(twice)
        raise SourceError("area_twice", file=file, sheet=sheet, row=row, found=codes[row])
    whole = of_prefecture | common
    notes += check_whole(codes.mask(whole, ""), areas.mask(whole, ""), places, file=file)
    _check_areas(areas, places, file)
    if of_a_city.any():
        notes.append(Note("ward_left_out", int(of_a_city.sum())))
    parts = [
        numbers(body[column], file=file, column=str(when)).assign(area=areas, year=when)
        for when, column in columns.items()
    ]
    long = pd.concat(parts, ignore_index=True)
    empty = long["value"].isna()
    if empty.any():
        row = first_row(empty)
        found = str(long["area"][row]), str(long["year"][row])
        raise SourceError("cell_empty", file=file, sheet=sheet, row=found[0], column=found[1])
    check_prefectures(long["value"], long["area"], long["year"], file)
    own = long[long["area"].str.len() > len("01")].assign(
        count=COUNT,
        source=SOURCE,
        as_of=lambda rows: rows["year"].astype("str") + f"-{catalog.counts[COUNT].day}",
    )
    return Reading(
        SOURCE,
        file,
        sha256(path),
        edition_of_base(base_year, words),
        counts=COUNTS.check(with_projection(added_up(own.reset_index(drop=True)), base_year)),
        notes=tuple(notes),
    )


def _header(cells: pd.DataFrame, words: Mapping[str, Any], file: str, sheet: str) -> int:
    for number, row in cells.iloc[:_MOST_ROWS_ABOVE].iterrows():
        if {words["code"], words["total"]} <= {compact(str(cell)) for cell in row}:
            return int(str(number))
    raise SourceError("column_missing", file=file, sheet=sheet, column=words["code"])


def _column(cells: pd.DataFrame, header: int, label: str, file: str, sheet: str) -> int:
    found = [int(column) for column in cells.columns if compact(str(cells.loc[header, column])) == label]
    if len(found) != 1:
        problem: SourceProblem = "column_twice" if found else "column_missing"
        raise SourceError(problem, file=file, sheet=sheet, column=label)
    return found[0]


def _years(cells: pd.DataFrame, header: int, catalog: Catalog, file: str, sheet: str) -> dict[int, int]:
    """Return the column of each year: they stand below the heading of persons, up to the next heading."""
    words = catalog.layouts[SOURCE]
    first = _column(cells, header, words["total"], file, sheet)
    columns: dict[int, int] = {}
    for column in range(first, cells.shape[1]):
        if column > first and cells.loc[header, column] != "":
            break
        text = str(cells.loc[header + 1, column])
        when = year(text, catalog.layouts["years"])
        if when is None or when in columns:
            raise SourceError(
                "year_wrong", file=file, sheet=sheet, row=header + 1, column=words["total"], found=text[:40]
            )
        columns[when] = column
    if list(columns) != sorted(columns):
        raise SourceError(
            "year_wrong", file=file, sheet=sheet, row=header + 1, column=words["total"], found=list(columns)
        )
    return columns


def _check_areas(areas: pd.Series[str], places: Places, file: str) -> None:
    """Check that every municipality is there, by itself or within an area projected as one."""
    municipal = areas[areas.isin(places.names.keys())]
    alone = {code[:2] for code in set(areas) & places.projection_areas}
    expected = {code: name for code, name in places.names.items() if code[:2] not in alone}
    missing = sorted(expected.keys() - set(municipal))
    if missing:
        raise SourceError(
            "areas_missing", file=file, found=len(missing), expected=len(places.names), area=missing[0]
        )
    unknown = areas[(areas.str.len() > len("01")) & ~areas.isin({*places.names, *places.projection_areas})]
    if len(unknown):
        raise SourceError("area_unknown", file=file, row=int(unknown.index[0]), found=unknown.iloc[0])
