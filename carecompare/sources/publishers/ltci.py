"""Annual report of long-term care insurance → COUNTS of insurers: the insured and the certified."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from carecompare.errors import SourceError
from carecompare.sources.files import head, published, sha256
from carecompare.sources.publishers.ltci_sheet import compact, read_sheet
from carecompare.sources.reading import Reading
from carecompare.sources.stated import check_stated, years_in, years_of_path
from carecompare.sources.workbook import saved_under, sheets
from carecompare.tables import COUNTS, OBSERVED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from carecompare.catalog import Catalog
    from carecompare.sources.files import Head
    from carecompare.sources.places import Places
    from carecompare.sources.publishers.ltci_sheet import Sheet


SOURCE = "ltci"
MONTH_OF_END = "03"


def recognises_insured(head: Head, catalog: Catalog) -> bool:
    """Return whether the first cell is the title of the table of insured persons."""
    return _titled(head, catalog, "insured_title")


def recognises_certified(head: Head, catalog: Catalog) -> bool:
    """Return whether the first cell is the title of the table of certified persons."""
    return _titled(head, catalog, "certified_title")


def read_insured(path: Path, catalog: Catalog, places: Places, as_of: str) -> Reading:
    """Read the insured persons aged 65 and over.

    Parameters
    ----------
    path : Path
        Workbook of one sheet: nation, then one row per insurer; total, three age bands and more.
    catalog : Catalog
        With the words of the layout.
    places : Places
        With the insurers, which the file gives by prefecture and name only.
    as_of : str
        End of the fiscal year: the file hardly ever states it.

    Returns
    -------
    Reading
        COUNTS by insurer.

    Raises
    ------
    SourceError
        If the date is no end of a fiscal year or not the file's own, the layout or a number is wrong, an
        insurer is unknown, missing or twice, age bands do not add up to the total, or insurers not to the
        nation.
    """
    words = catalog.layouts[SOURCE]
    file = path.name
    year = _fiscal_year(as_of, path, catalog)
    columns: Mapping[str, str] = words["insured"]
    (name, cells), *others = sheets(published(path), file)
    if others:
        raise SourceError("sheet_unexpected", file=file, sheet=others[0][0], found=others[0][0])
    sheet = read_sheet(file, name, cells, columns.values(), words, places)
    total, *bands = columns.values()
    sheet.check_sum(bands, total)
    wide = sheet.figures.rename(columns={label: column for column, label in columns.items()})
    return _reading(path, wide, catalog, year, as_of)


def read_certified(path: Path, catalog: Catalog, places: Places, as_of: str) -> Reading:
    """Read the certified persons of the first category, those aged 65 and over.

    Parameters
    ----------
    path : Path
        Workbook of nine sheets: all, first category, its six age bands, second category; seven levels of care
        need and their sum each.
    catalog : Catalog
        With the words of the layout.
    places : Places
        With the insurers.
    as_of : str
        End of the fiscal year: the file hardly ever states it.

    Returns
    -------
    Reading
        COUNTS by insurer; the second category (40 to 64 years) is read only to check the sums.

    Raises
    ------
    SourceError
        As for `read_insured`; also if a sheet is missing, unknown or twice, levels do not add up to their
        sum, age bands not to the first category, or both categories not to all.
    """
    words = catalog.layouts[SOURCE]
    file = path.name
    year = _fiscal_year(as_of, path, catalog)
    bands: Mapping[str, list[str]] = words["certified_bands"]
    ages = [label for labels in bands.values() for label in labels]
    categories = [words["first_category"], words["second_category"]]
    expected = [words["all_categories"], *categories, *ages]
    columns = [*words["levels"], words["sum"]]
    read: dict[str, Sheet] = {}
    for name, cells in sheets(published(path), file):
        sheet = read_sheet(file, name, cells, columns, words, places)
        if sheet.subject not in expected or sheet.subject in read:
            raise SourceError("sheet_unexpected", file=file, sheet=name, found=sheet.subject)
        sheet.check_sum(words["levels"], words["sum"])
        read[sheet.subject] = sheet
    missing = [subject for subject in expected if subject not in read]
    if missing:
        raise SourceError("sheet_missing", file=file, expected=missing[0])
    _check_whole(read[words["first_category"]], [read[each] for each in ages])
    _check_whole(read[words["all_categories"]], [read[each] for each in categories])
    first = read[words["first_category"]].figures
    wide = pd.DataFrame(
        {
            "certified": first[words["sum"]],
            "certified_level_3_and_over": first[words["levels_3_and_over"]].sum(axis=1),
            **{
                column: sum(read[each].figures[words["sum"]] for each in labels)
                for column, labels in bands.items()
            },
        }
    )
    return _reading(path, wide, catalog, year, as_of)


def _titled(head: Head, catalog: Catalog, title: str) -> bool:
    first = compact(head.rows[0][0]) if head.rows[0] else ""
    return first.startswith(catalog.layouts[SOURCE][title])


def stated(path: Path, catalog: Catalog) -> str:
    """Return the end of the fiscal year that a file names: in its title, or in the path it was saved under.

    Returns
    -------
    str
        As ``2024-03``; empty where it names none.

    Raises
    ------
    SourceError
        If it names several.
    """
    said = sorted(_said(path, catalog))
    if len(said) > 1:
        raise SourceError("date_ambiguous", file=path.name, found=said)
    return f"{said[0] + 1}-{MONTH_OF_END}" if said else ""


def _said(path: Path, catalog: Catalog) -> set[int]:
    words = catalog.layouts["years"]
    title = head(path).rows[0]
    return years_in(title[0] if title else "", words) or years_of_path(saved_under(published(path)), words)


def _fiscal_year(as_of: str, path: Path, catalog: Catalog) -> int:
    """Return the fiscal year of a stated date: the files of all years look alike."""
    year, month = int(as_of[:4]), as_of[5:7]
    if month != MONTH_OF_END:
        raise SourceError(
            "as_of_not_fiscal_end", file=path.name, found=as_of, expected=f"{year}-{MONTH_OF_END}"
        )
    check_stated(path.name, _said(path, catalog), year - 1, where="path")
    return year - 1


def _check_whole(whole: Sheet, parts: list[Sheet]) -> None:
    """Check each level of care need of each insurer."""
    found = sum((part.figures for part in parts[1:]), parts[0].figures)
    wrong = (found != whole.figures).any(axis=1)
    if wrong.any():
        area = str(wrong.idxmax())
        column = str((found.loc[area] != whole.figures.loc[area]).idxmax())
        raise whole.error(
            "parts_do_not_add_up",
            area,
            column=column,
            found=found.loc[area, column],
            expected=whole.figures.loc[area, column],
        )


def _reading(path: Path, wide: pd.DataFrame, catalog: Catalog, year: int, as_of: str) -> Reading:
    counts = [
        pd.DataFrame({"area": wide.index, "count": count.id, "value": wide[column].to_numpy(dtype=float)})
        for count in catalog.counts.values()
        if (column := count.read.get(SOURCE)) in wide.columns
    ]
    long = pd.concat(counts, ignore_index=True).assign(
        year=year, status=OBSERVED, source=SOURCE, as_of=as_of[: len("2024-03")]
    )
    return Reading(SOURCE, path.name, sha256(path), counts=COUNTS.check(long))
