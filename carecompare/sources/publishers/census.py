"""Census, table 2-7 as CSV of e-Stat → COUNTS, checked against prefectures and nation as published."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.errors import SourceError
from carecompare.sources.cells import narrow, numbers, year
from carecompare.sources.files import grid, sha256, text_of
from carecompare.sources.mergers import renamed
from carecompare.sources.notes import Note
from carecompare.sources.places import check_complete
from carecompare.sources.publishers.ages import ages_of_census, shaped, short_codes
from carecompare.sources.publishers.census_sums import (
    IMPUTED_SOURCE,
    PARTS,
    TOTAL,
    check_totals,
    filled,
    long_of,
)
from carecompare.sources.reading import Reading
from carecompare.sources.stated import check_stated, years_in

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    from carecompare.catalog import Catalog
    from carecompare.sources.files import Head
    from carecompare.sources.places import Places


SOURCE = "census"
_MOST_LINES_ABOVE = 40


def recognises(head: Head, catalog: Catalog) -> bool:
    """Return whether the first lines are of this layout."""
    words = catalog.layouts[SOURCE]
    cells = {narrow(cell) for cell in head.cells}
    return words["codes_row_mark"] in cells and bool(cells & set(words["table_numbers"]))


def read(path: Path, catalog: Catalog, places: Places) -> Reading:
    """Read the table of any census.

    Parameters
    ----------
    path : Path
        Lines of description, a row of column codes, a row of labels, then sex × nationality × area.
    catalog : Catalog
        Whose counts say which column codes to read.
    places : Places
        The municipalities of today.

    Returns
    -------
    Reading
        COUNTS of every municipality, both sexes and all nationalities, of the year that its rows are of; the
        source is that of imputed figures where the table says so. Prefectures, wards and the areas of before
        2000 are left out with a note. AGES of what is as counted.

    Raises
    ------
    SourceError
        If the layout, a label or a number is wrong, the rows are of several years or of another one than the
        description, a municipality is missing, the age groups of one do not add up to its total, or
        municipalities do not add up to their prefecture or the nation.

    Notes
    -----
    A mark in an age group means "nobody" where the total of the area is there and the parts add up to it
    (230 areas without anyone of unknown age). Where the total itself is a mark, there is no figure: what is
    known of Futaba, which everybody had left, stands among the corrections of the catalogue.
    """
    words = catalog.layouts[SOURCE]
    file = path.name
    above = _lines_above(path, words["codes_row_mark"])
    if above is None:
        raise SourceError("layout_unknown", file=file)
    cells = grid(path, len(above))
    number_of = _columns(cells, words, file)
    body = cells.iloc[2:]
    each_sex = body[body[number_of[words["nationality_code"]]] == words["all_nationalities"]]
    body = each_sex[each_sex[number_of[words["sex_code"]]] == words["both_sexes"]]
    when = _year(body[number_of[words["year_name"]]], catalog.layouts["years"], file)
    said = {found for text in _described(above, words) for found in years_in(text, catalog.layouts["years"])}
    check_stated(file, said, when, where="title")
    areas, notes = renamed(body[number_of[words["area"]]].map(narrow), places)
    source = (
        IMPUTED_SOURCE if any(words["imputed"] in narrow(cell) for row in above for cell in row) else SOURCE
    )
    counts = counts_of(source, catalog, file)
    wide = pd.DataFrame(
        {
            code: numbers(body[number_of[code]], file=file, column=code)["value"]
            for code in {*counts.values(), TOTAL, *PARTS}
        }
    )
    wide, _ = filled(wide, areas, PARTS, file)
    municipal = areas.isin(places.names.keys())
    check_complete(areas[municipal], places, file=file)
    check_totals(wide, areas, municipal, file)
    left_out = int((~municipal).sum())
    if left_out:
        notes.append(Note("area_left_out", left_out, {"found": areas[~municipal].iloc[0]}))
    found = None
    if source == SOURCE:
        known = renamed(each_sex[number_of[words["area"]]].map(narrow), places)[0]
        codes = short_codes(known, list(places.names))
        found = _ages(each_sex, codes, number_of, words, when, file)
    return Reading(
        source,
        file,
        sha256(path),
        str(when),
        counts=long_of(wide[municipal], areas[municipal], counts, when, source, catalog),
        ages=found,
        notes=tuple(notes),
    )


def _ages(
    body: pd.DataFrame,
    areas: pd.Series[str],
    number_of: Mapping[str, int],
    words: Mapping[str, Any],
    when: int,
    file: str,
) -> pd.DataFrame | None:
    held = areas != ""
    found = ages_of_census(body[held], areas[held], number_of, words, file=file)
    return None if found is None else shaped(found.assign(year=when), SOURCE)


def counts_of(source: str, catalog: Catalog, file: str) -> dict[str, str]:
    """Return the item of each count that is read from a source.

    Raises
    ------
    SourceError
        If the catalogue has no count of imputed figures.
    """
    counts = {count.id: count.read[source] for count in catalog.counts.values() if source in count.read}
    if not counts:
        raise SourceError("census_imputed_unread", file=file)
    return counts


def _lines_above(path: Path, mark: str) -> list[list[str]] | None:
    rows = list(csv.reader(text_of(path).splitlines()[:_MOST_LINES_ABOVE]))
    first = next((number for number, row in enumerate(rows) if mark in row), None)
    return None if first is None else rows[:first]


def _described(above: list[list[str]], words: Mapping[str, Any]) -> list[str]:
    """Return what the description says of the census and its month; other lines name other years too."""
    return [cell for row in above if row and narrow(row[0]) in words["dated"] for cell in row[1:]]


def _columns(cells: pd.DataFrame, words: Mapping[str, Any], file: str) -> dict[str, int]:
    """Return the number of each column by its code, or by its label where it has no code."""
    if len(cells) <= 2:  # noqa: PLR2004 (two header rows)
        raise SourceError("file_empty", file=file)
    codes, labels = list(cells.iloc[0]), list(cells.iloc[1])
    number_of = {
        code or label: number for number, (code, label) in enumerate(zip(codes, labels, strict=True))
    }
    # The heading of areas tells of which years they are, which differs from census to census.
    place = [
        each for each in number_of if each.startswith(words["area"]) and each.endswith(words["code_end"])
    ]
    if len(place) != 1:
        raise SourceError("column_missing", file=file, column=words["area"] + words["code_end"])
    number_of[words["area"]] = number_of[place[0]]
    for name in ("sex_code", "nationality_code", "year_name"):
        if words[name] not in number_of:
            raise SourceError("column_missing", file=file, column=words[name])
    for code, label in words["labels"].items():
        if code not in number_of:
            raise SourceError("column_missing", file=file, column=code)
        if labels[number_of[code]] != label:
            raise SourceError(
                "column_label_wrong",
                file=file,
                row=int(cells.index[1]),
                column=code,
                found=labels[number_of[code]][:40],
                expected=label,
            )
    return number_of


def _year(cells: pd.Series[str], words: Mapping[str, Any], file: str) -> int:
    """Return the one year that all rows are of."""
    found: int | None = None
    for row, text in cells.items():
        when = year(text, words)
        if when is None:
            raise SourceError("year_wrong", file=file, row=row, column="", found=text[:40])
        if found is not None and when != found:
            raise SourceError("years_differ", file=file, row=row, found=when, expected=found)
        found = when
    if found is None:
        raise SourceError("file_empty", file=file)
    return found
