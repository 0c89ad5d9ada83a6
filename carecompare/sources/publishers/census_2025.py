"""Census 2025, compiled from the published tables: as counted and imputed side by side → COUNTS."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.errors import SourceError
from carecompare.sources.cells import first_row, municipality_codes, numbers
from carecompare.sources.files import sha256
from carecompare.sources.mergers import added_up, check_whole
from carecompare.sources.notes import Note
from carecompare.sources.places import check_complete, located
from carecompare.sources.publishers.areas import named
from carecompare.sources.reading import Reading
from carecompare.tables import COUNTS, IMPUTED, OBSERVED

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.catalog import Catalog
    from carecompare.sources.files import Head
    from carecompare.sources.places import Places


SOURCE = "census_2025"


def recognises(head: Head, catalog: Catalog) -> bool:
    """Return whether name and first line are those of this table."""
    words = catalog.layouts[SOURCE]
    return {"municipality", *words["imputed"]} <= head.header and bool(re.search(words["file"], head.file))


def read(path: Path, catalog: Catalog, places: Places) -> Reading:
    """Read the table.

    Parameters
    ----------
    path : Path
        Columns ``municipality`` and those that the counts name for this source.
    catalog : Catalog
        Whose layout of the source says which columns are imputed.
    places : Places
        The municipalities of today.

    Returns
    -------
    Reading
        COUNTS; wards are left out with a note, since their city has a row of its own. An empty cell is
        missing. Municipalities of before a merger are added up.

    Raises
    ------
    SourceError
        If a column is missing, a code or number is wrong, a municipality occurs twice or is missing.
    """
    file, words = path.name, catalog.layouts[SOURCE]
    columns = {count.id: count.read[SOURCE] for count in catalog.counts.values() if SOURCE in count.read}
    listed = named(path, ("municipality", *columns.values()))
    codes = municipality_codes(listed["municipality"], file=file, column="municipality")
    of_a_city = codes.isin(places.wards)
    listed, codes = listed[~of_a_city], codes[~of_a_city]
    areas, notes = located(codes, places, file=file, column="municipality")
    twice = codes.duplicated()
    if twice.any():
        row = first_row(twice)
        raise SourceError("area_twice", file=file, row=row, found=codes[row])
    notes += check_whole(codes, areas, places, file=file)
    check_complete(areas.drop_duplicates(), places, file=file)
    if of_a_city.any():
        notes.append(Note("ward_left_out", int(of_a_city.sum())))
    year = int(words["year"])
    parts = []
    for name, column in columns.items():
        figures = numbers(listed[column], file=file, column=column)
        if column in words["imputed"]:
            figures["status"] = figures["status"].replace({OBSERVED: IMPUTED})
        as_of = f"{year}-{catalog.counts[name].day}"
        parts.append(figures.assign(area=areas, year=year, count=name, source=SOURCE, as_of=as_of))
    counts = added_up(pd.concat(parts, ignore_index=True))
    return Reading(SOURCE, file, sha256(path), str(year), counts=COUNTS.check(counts), notes=tuple(notes))
