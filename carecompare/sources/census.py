"""Census 2020, table 2-7-1 → COUNTS, checked against the prefectures and the nation as published."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.errors import SourceError
from carecompare.sources.ages import ages_of_census, shaped, short_codes
from carecompare.sources.cells import first_row, narrow, numbers, year
from carecompare.sources.files import grid, sha256, text_of
from carecompare.sources.mergers import renamed
from carecompare.sources.places import check_complete
from carecompare.sources.reading import Note, Reading
from carecompare.tables import COUNTS, MISSING, OBSERVED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    from carecompare.catalog import Catalog
    from carecompare.sources.files import Head
    from carecompare.sources.places import Places

SOURCE = "census"
YEAR = 2020
TOTAL, AGE_UNKNOWN = "00", "22"
PARTS = ("R1", "R2", "R3", AGE_UNKNOWN)
_MOST_LINES_ABOVE = 40


def recognises(head: Head, catalog: Catalog) -> bool:
    """Return whether the first lines are of this layout."""
    words = catalog.layouts[SOURCE]
    return {words["codes_row_mark"], words["table_number"]} <= head.cells


def read(path: Path, catalog: Catalog, places: Places) -> Reading:
    """Read the table.

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
        COUNTS of every municipality, both sexes and all nationalities. Prefectures, wards and the areas of
        before 2000 are left out with a note.

    Raises
    ------
    SourceError
        If the layout, a label or a number is wrong, a municipality is missing, the age groups of one do not
        add up to its total, or municipalities do not add up to their prefecture or the nation.

    Notes
    -----
    A mark in an age group means "nobody" where the total of the area is there and the parts add up to it
    (230 areas without anyone of unknown age). Where the total itself is a mark, there is no figure: what is
    known of Futaba, which everybody had left, stands among the corrections of the catalogue.
    """
    words = catalog.layouts[SOURCE]
    file = path.name
    skip = _lines_above(path, words["codes_row_mark"])
    if skip is None:
        raise SourceError("layout_unknown", file=file)
    cells = grid(path, skip)
    number_of = _columns(cells, words, file)
    body = cells.iloc[2:]
    body = body[body[number_of[words["nationality_code"]]] == words["all_nationalities"]]
    each_sex, known = body, renamed(body[number_of[words["area_code"]]].map(narrow), places)[0]
    body = body[body[number_of[words["sex_code"]]] == words["both_sexes"]]
    _check_year(body[number_of[words["year_name"]]], catalog.layouts["years"], file)
    areas, notes = renamed(body[number_of[words["area_code"]]].map(narrow), places)
    counts = {count.id: count.read[SOURCE] for count in catalog.counts.values() if SOURCE in count.read}
    wide = _values(body, areas, {*counts.values(), TOTAL, *PARTS}, number_of, file)
    municipal = areas.isin(places.names.keys())
    check_complete(areas[municipal], places, file=file)
    _check_totals(wide, areas, municipal, file)
    kept = wide[municipal]
    long = pd.concat(
        [
            pd.DataFrame({"area": areas[municipal], "value": kept[code], "count": name})
            for name, code in counts.items()
        ],
        ignore_index=True,
    ).assign(year=YEAR, source=SOURCE)
    long["status"] = np.where(long["value"].notna(), OBSERVED, MISSING)
    long["as_of"] = long["count"].map({name: f"{YEAR}-{catalog.counts[name].day}" for name in counts})
    left_out = int((~municipal).sum())
    if left_out:
        notes.append(Note("area_left_out", left_out, {"found": areas[~municipal].iloc[0]}))
    return Reading(
        SOURCE,
        file,
        sha256(path),
        str(YEAR),
        counts=COUNTS.check(long),
        ages=_ages(each_sex, short_codes(known, list(places.names)), number_of, words, file),
        notes=tuple(notes),
    )


def _ages(
    body: pd.DataFrame,
    areas: pd.Series[str],
    number_of: Mapping[str, int],
    words: Mapping[str, Any],
    file: str,
) -> pd.DataFrame | None:
    held = areas != ""
    found = ages_of_census(body[held], areas[held], number_of, words, file=file)
    return None if found is None else shaped(found.assign(year=YEAR), SOURCE)


def _lines_above(path: Path, mark: str) -> int | None:
    rows = text_of(path).splitlines()[:_MOST_LINES_ABOVE]
    return next((number for number, row in enumerate(csv.reader(rows)) if mark in row), None)


def _columns(cells: pd.DataFrame, words: Mapping[str, Any], file: str) -> dict[str, int]:
    """Return the number of each column by its code, or by its label where it has no code."""
    if len(cells) <= 2:  # noqa: PLR2004 (two header rows)
        raise SourceError("file_empty", file=file)
    codes, labels = list(cells.iloc[0]), list(cells.iloc[1])
    number_of = {
        code or label: number for number, (code, label) in enumerate(zip(codes, labels, strict=True))
    }
    for name in ("sex_code", "nationality_code", "area_code", "year_name"):
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


def _check_year(cells: pd.Series[str], words: Mapping[str, Any], file: str) -> None:
    for row, text in cells.items():
        if year(text, words) != YEAR:
            raise SourceError("year_wrong", file=file, row=row, column="", found=text[:40], expected=YEAR)


def _values(
    body: pd.DataFrame, areas: pd.Series[str], codes: set[str], number_of: Mapping[str, int], file: str
) -> pd.DataFrame:
    wide = pd.DataFrame(
        {code: numbers(body[number_of[code]], file=file, column=code)["value"] for code in codes}
    )
    known = wide[TOTAL].notna()
    wide.loc[known] = wide[known].fillna(0)
    parts = wide[list(PARTS)].sum(axis=1)
    wrong = known & (parts != wide[TOTAL])
    if wrong.any():
        row = first_row(wrong)
        raise SourceError(
            "parts_do_not_add_up",
            file=file,
            row=row,
            area=areas[row],
            found=parts[row],
            expected=wide[TOTAL][row],
        )
    return wide


def _check_totals(wide: pd.DataFrame, areas: pd.Series[str], municipal: pd.Series[bool], file: str) -> None:
    """Check that municipalities add up to every prefecture and to the nation."""
    twice = areas.duplicated()
    if twice.any():
        row = first_row(twice)
        raise SourceError("area_twice", file=file, row=row, found=areas[row])
    published = wide.set_index(areas)
    sums = wide[municipal].groupby(areas[municipal].str[:2]).sum()
    expected = {f"{prefecture}000": row for prefecture, row in sums.iterrows()}
    expected["00000"] = sums.sum()
    for area, total in expected.items():
        if area not in published.index:
            raise SourceError("area_unknown", file=file, found=area)
        differs = [code for code in wide.columns if published[code][area] != total[code]]
        if differs:
            raise SourceError(
                "municipalities_do_not_add_up",
                file=file,
                area=area,
                column=differs[0],
                found=total[differs[0]],
                expected=published[differs[0]][area],
            )
