"""Census as Excel tables (since 2025): population, five-year ages and family types → COUNTS."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from carecompare.errors import SourceError
from carecompare.sources.cells import numbers
from carecompare.sources.files import published, sha256
from carecompare.sources.mergers import renamed
from carecompare.sources.notes import Note
from carecompare.sources.places import check_complete
from carecompare.sources.publishers.census import SOURCE, counts_of
from carecompare.sources.publishers.census_sheet import plain_item, read_sheet, title_of
from carecompare.sources.publishers.census_sums import (
    AGE_UNKNOWN,
    IMPUTED_SOURCE,
    PARTS,
    ROUNDED,
    TOTAL,
    check_totals,
    filled,
    long_of,
)
from carecompare.sources.reading import Reading
from carecompare.sources.workbook import sheets

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    from carecompare.catalog import Catalog
    from carecompare.sources.files import Head
    from carecompare.sources.places import Places
    from carecompare.sources.publishers.census_sheet import CensusSheet


LAYOUT = "census_tables"


def recognises(head: Head, catalog: Catalog) -> bool:
    """Return whether the first rows are those of a table of the census, the first counts among them."""
    words = catalog.layouts[LAYOUT]
    return words["title"] in title_of(head.rows) and words["identifier"] in head.cells


def read(path: Path, catalog: Catalog, places: Places) -> Reading:
    """Read one table of any census.

    Parameters
    ----------
    path : Path
        One sheet. Its first cell tells the census and whether figures are as counted or imputed, the second
        row the table: 1-1 (population), 2-7 (five-year ages), 9-1 (family types).
    catalog : Catalog
        Whose layouts name headings and items, and whose counts say which items to read.
    places : Places
        The municipalities of today.

    Returns
    -------
    Reading
        COUNTS of every municipality. Prefectures, wards and the areas of before 2000 are left out.

    Raises
    ------
    SourceError
        If these are first counts, which give way to final ones; if the table is another one, its headings or
        a number are wrong, a municipality is missing, or sums do not close.
    """
    words = catalog.layouts[LAYOUT]
    file = path.name
    (name, cells), *others = sheets(published(path), file)
    if words["preliminary"] in title_of(cells.iloc[:1].to_numpy().tolist()):
        raise SourceError("census_preliminary", file=file, expected=words["read"])
    if others:
        raise SourceError("sheet_unexpected", file=file, sheet=others[0][0], found=others[0][0])
    sheet = read_sheet(file, name, cells, words, catalog.layouts["years"])
    source = IMPUTED_SOURCE if words["imputed"] in sheet.title else SOURCE
    if sheet.table in words["population"]:
        wide, counts, notes = _population(sheet, words, catalog, source)
    elif sheet.table in words["families"] and source == SOURCE:
        wide, counts, notes = _families(sheet, words)
    else:
        raise SourceError(
            "census_table_unread", file=file, sheet=name, found=sheet.table, expected=words["read"]
        )
    areas, mapped = renamed(sheet.codes[wide.index], places)
    municipal = areas.isin(places.names.keys())
    check_complete(areas[municipal], places, file=file)
    if sheet.table in words["population"]:
        parts = [part for part in PARTS if part in wide.columns] if len(wide.columns) > 1 else [TOTAL]
        wide, near = filled(wide, areas, parts, file, rounded=ROUNDED)
        notes += near
    else:
        wide = wide.fillna(0)
    check_totals(wide, areas, municipal, file, rounded=ROUNDED)
    left_out = int((~municipal).sum())
    if left_out:
        notes.append(Note("area_left_out", left_out, {"found": areas[~municipal].iloc[0]}))
    return Reading(
        source,
        file,
        sha256(path),
        str(sheet.year),
        counts=long_of(wide[municipal], areas[municipal], counts, sheet.year, source, catalog),
        notes=(*mapped, *notes),
    )


def _population(
    sheet: CensusSheet, words: Mapping[str, Any], catalog: Catalog, source: str
) -> tuple[pd.DataFrame, dict[str, str], list[Note]]:
    """Return persons by item: everybody, or everybody and the ages."""
    rows = sheet.only(words["nationality"], words["everybody"]) & sheet.only(words["sex"], words["everybody"])
    columns = sheet.columns_of(words["persons"])
    total = next((columns[each] for each in words["totals"] if each in columns), None)
    if total is None:
        raise SourceError("column_missing", file=sheet.file, sheet=sheet.name, column=words["persons"])
    counts = counts_of(source, catalog, sheet.file)
    if AGE_UNKNOWN not in columns:
        if TOTAL not in counts.values():
            # Everybody is everybody whatever is imputed: the table holds nothing that differs.
            raise SourceError("census_imputed_unread", file=sheet.file)
        wide = _numbers(sheet, {TOTAL: total}, rows)
        return wide, {name: code for name, code in counts.items() if code == TOTAL}, []
    _check_labels(sheet, columns, catalog.layouts[SOURCE]["labels"])
    wanted = {code for code in {*counts.values(), *PARTS} if code in columns}
    wide = _numbers(sheet, {TOTAL: total, **{code: columns[code] for code in wanted - {TOTAL}}}, rows)
    # What the table does not add up itself is the sum of its five-year ages.
    for code, ages in words["sums"].items():
        if code not in wide.columns:
            lacking = next((age for age in ages if age not in columns), "")
            if lacking:
                raise SourceError("column_missing", file=sheet.file, sheet=sheet.name, column=lacking)
            wide[code] = _numbers(sheet, {age: columns[age] for age in ages}, rows).fillna(0).sum(axis=1)
    unknown = sorted(set(counts.values()) - set(wide.columns))
    if unknown:
        raise SourceError("column_missing", file=sheet.file, sheet=sheet.name, column=unknown[0])
    return wide, counts, []


def _families(
    sheet: CensusSheet, words: Mapping[str, Any]
) -> tuple[pd.DataFrame, dict[str, str], list[Note]]:
    """Return households: all, and those of one person aged 65 and over."""
    all_rows, alone = (sheet.only(words["family"], words[each]) for each in ("all_families", "alone"))
    columns = {item: column for column, (_, item) in sheet.items.items()}
    total = next((columns[item] for item in columns if item.partition("_")[0] in words["totals"]), None)
    aged = next((column for item, column in columns.items() if words["aged"] in item), None)
    if total is None or aged is None:
        missing = words["aged"] if total is not None else words["households"]
        raise SourceError("column_missing", file=sheet.file, sheet=sheet.name, column=missing)
    every = _numbers(sheet, {"all": total}, all_rows)
    single = _numbers(sheet, {"alone": aged}, alone)
    of_area = single["alone"].groupby(sheet.codes[single.index]).first()
    every["alone"] = sheet.codes[every.index].map(of_area)
    counts = {words["count_households"]: "all", words["count_alone"]: "alone"}
    return every, counts, []


def _numbers(sheet: CensusSheet, columns: Mapping[str, int], rows: pd.Series[bool]) -> pd.DataFrame:
    chosen = sheet.cells[rows]
    read = {}
    for code, column in columns.items():
        try:
            read[code] = numbers(chosen[column], file=sheet.file, column=code)["value"]
        except SourceError as error:
            raise SourceError(error.problem, **{**error.fields, "sheet": sheet.name}) from None
    return pd.DataFrame(read)


def _check_labels(sheet: CensusSheet, columns: Mapping[str, int], labels: Mapping[str, str]) -> None:
    """Check that a code still means what it did: a moved column is found out by its label."""
    for code, label in labels.items():
        if code not in columns:
            continue
        found = sheet.items[columns[code]][1].partition("_")[2]
        if found != plain_item(label):
            raise SourceError(
                "column_label_wrong",
                file=sheet.file,
                sheet=sheet.name,
                column=code,
                found=found[:40],
                expected=label,
            )
