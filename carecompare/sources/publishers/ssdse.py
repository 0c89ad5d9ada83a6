"""SSDSE-A of every edition → COUNTS. Items come and go between editions: columns are known by code."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.errors import SourceError
from carecompare.sources.cells import first_row, in_a_prefecture, municipality_codes, numbers, year
from carecompare.sources.files import grid, sha256
from carecompare.sources.mergers import added_up, check_whole
from carecompare.sources.notes import Note
from carecompare.sources.places import FORMER_MUNICIPALITY, MUNICIPALITY, check_complete, located
from carecompare.sources.publishers.areas import MOST_MERGED
from carecompare.sources.reading import Reading
from carecompare.tables import AREAS, COUNTS

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.catalog import Catalog
    from carecompare.sources.files import Head
    from carecompare.sources.places import Places


SOURCE = "ssdse_a"
CODES, YEARS, LABELS, FIRST = 0, 1, 2, 3


def recognises(head: Head, catalog: Catalog) -> bool:
    """Return whether the first lines are of this layout."""
    return len(head.rows) > LABELS and head.rows[LABELS][:1] == [catalog.layouts[SOURCE]["area"]]


def read(path: Path, catalog: Catalog, places: Places) -> Reading:
    """Read one edition.

    Parameters
    ----------
    path : Path
        Row 1 item codes, row 2 the reference year of each item, row 3 labels, then one municipality each.
    catalog : Catalog
        Whose counts say which item codes to read.
    places : Places
        The municipalities of today.

    Returns
    -------
    Reading
        COUNTS of every municipality; a note for each item the edition does not have. ``places`` are new when
        a newer edition knows other municipalities.

    Raises
    ------
    SourceError
        If the layout, a code, a year or a number is wrong, or a municipality is missing.
    """
    words = catalog.layouts["ssdse_a"]
    cells = grid(path)
    file = path.name
    if len(cells) <= FIRST or list(cells.iloc[LABELS, :3]) != [
        words["area"],
        words["prefecture"],
        words["municipality"],
    ]:
        raise SourceError("layout_unknown", file=file)
    edition = edition_of(str(cells.iloc[CODES, 0]), file, words["file"])
    body = cells.iloc[FIRST:]
    codes = municipality_codes(body[0], file=file, column=words["area"])
    after = _places_of(body, codes, edition, places) if edition > places.edition else places
    municipalities, notes = located(codes, after, file=file, column=words["area"])
    twice = codes.duplicated() & (codes != "")
    if twice.any():
        row = first_row(twice)
        raise SourceError("area_twice", file=file, row=row, found=codes[row])
    notes += check_whole(codes, municipalities, after, file=file)
    check_complete(municipalities.drop_duplicates(), after, file=file)
    items = {code: number for number, code in reversed(list(enumerate(cells.iloc[CODES])))}
    columns = []
    for count in catalog.counts.values():
        item = count.read.get(SOURCE)
        if item is None:
            continue
        if item not in items:
            notes.append(Note("item_not_in_edition", 1, {"found": item, "count": count.id}))
            continue
        number = items[item]
        written = str(cells.iloc[YEARS, number])
        reference = year(written, catalog.layouts["years"])
        if reference is None:
            raise SourceError("year_wrong", file=file, row=YEARS + 1, column=item, found=written[:40])
        columns.append(
            numbers(body[number], file=file, column=item, signed=count.signed).assign(
                area=municipalities,
                year=reference,
                count=count.id,
                source=SOURCE,
                as_of=f"{reference + count.fiscal_year}-{count.day}" if count.day else str(reference),
            )
        )
    if not columns:
        raise SourceError("column_missing", file=file, column="A710101")
    return Reading(
        SOURCE,
        file,
        sha256(path),
        edition,
        counts=COUNTS.check(added_up(pd.concat(columns, ignore_index=True))),
        places=after,
        notes=tuple(notes),
    )


def edition_of(first_cell: str, file: str, pattern: str) -> str:
    """Return the edition, which stands in the first cell since 2022 and before that only in the file name.

    Raises
    ------
    SourceError
        If it stands in neither.
    """
    found = re.search(pattern, first_cell) or re.search(pattern, file)
    if found is None:
        raise SourceError("edition_unknown", file=file, expected="SSDSE-A-2026.csv")
    return found[1]


def _places_of(body: pd.DataFrame, codes: pd.Series[str], edition: str, places: Places) -> Places:
    """Return the places after a newer edition: new municipalities enter, lost ones are kept as former."""
    today = codes.map(lambda code: places.stands_for.get(code, code))
    is_new = ~today.isin(places.names.keys()) & codes.map(lambda code: bool(code) and in_a_prefecture(code))
    lost = places.names.keys() - set(today)
    if len(lost) > MOST_MERGED or is_new.sum() > MOST_MERGED:
        return places
    areas = places.areas.copy()
    areas.loc[areas["area"].isin(lost), "level"] = FORMER_MUNICIPALITY
    new = pd.DataFrame(
        {
            "area": today[is_new],
            "level": MUNICIPALITY,
            "name_ja": body[2][is_new],
            "prefecture": today[is_new].str[:2],
            "prefecture_ja": body[1][is_new],
        },
        columns=list(AREAS.columns),
    )
    if len(new):
        areas = pd.concat([areas, new.astype(areas.dtypes.to_dict())])
    return replace(places, areas=AREAS.check(areas.sort_values("area", ignore_index=True)), edition=edition)
