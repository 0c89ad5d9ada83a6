"""Tables compiled for some municipalities only → COUNTS; the others are not collected, never zero."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.errors import SourceError
from carecompare.sources.cells import first_row, municipality_codes, numbers
from carecompare.sources.files import sha256
from carecompare.sources.mergers import added_up, check_whole
from carecompare.sources.notes import Note
from carecompare.sources.places import located
from carecompare.sources.publishers.areas import named
from carecompare.sources.reading import Reading
from carecompare.tables import COUNTS, NOT_COLLECTED

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.catalog import Catalog
    from carecompare.sources.files import Head
    from carecompare.sources.places import Places


SOURCES = ("home_care_support", "group_homes")


def recognises(head: Head, catalog: Catalog, source: str) -> bool:
    """Return whether the first line has the columns of this source and the name tells the date."""
    return {"municipality", *_columns(catalog, source).values()} <= head.header and bool(
        re.search(catalog.layouts[source]["file"], head.file)
    )


def read(path: Path, catalog: Catalog, places: Places, source: str) -> Reading:
    """Read a compiled table.

    Parameters
    ----------
    path : Path
        Columns ``municipality`` and those that the counts name for this source; the file's name holds year
        and month.
    catalog : Catalog
        Whose layout of the source says how its name is written and whether a prefecture that is there at all
        is there as a whole.
    places : Places
        The municipalities of today.

    Returns
    -------
    Reading
        COUNTS of every municipality of today; one without a row in the file is ``not_collected``.

    Raises
    ------
    SourceError
        If a column is missing, a code or number is wrong, a cell is empty, a municipality occurs twice, or a
        prefecture is there in part only.
    """
    file, words = path.name, catalog.layouts[source]
    columns = _columns(catalog, source)
    dated = re.search(words["file"], file)
    if dated is None:
        raise SourceError("layout_unknown", file=file)
    listed = named(path, ("municipality", *columns.values()))
    codes = municipality_codes(listed["municipality"], file=file, column="municipality")
    areas, notes = located(codes, places, file=file, column="municipality")
    twice = codes.duplicated()
    if twice.any():
        row = first_row(twice)
        raise SourceError("area_twice", file=file, row=row, found=codes[row])
    notes += check_whole(codes, areas, places, file=file)
    absent = sorted(places.names.keys() - set(areas))
    if words["whole_prefectures"]:
        _check_prefectures(areas, absent, file)
    when = f"{dated[1]}-{dated[2]}"
    parts = []
    for name, column in columns.items():
        figures = numbers(listed[column], file=file, column=column)
        empty = figures["value"].isna()
        if empty.any():
            raise SourceError("cell_empty", file=file, row=first_row(empty), column=column)
        elsewhere = pd.DataFrame({"area": absent, "value": np.nan, "status": NOT_COLLECTED})
        parts += [each.assign(count=name) for each in (figures.assign(area=areas), elsewhere) if len(each)]
    counts = added_up(
        pd.concat(parts, ignore_index=True).assign(year=int(dated[1]), source=source, as_of=when)
    )
    if absent:
        notes.append(Note("area_not_collected", len(absent)))
    return Reading(source, file, sha256(path), when, counts=COUNTS.check(counts), notes=tuple(notes))


def _columns(catalog: Catalog, source: str) -> dict[str, str]:
    return {count.id: count.read[source] for count in catalog.counts.values() if source in count.read}


def _check_prefectures(areas: pd.Series[str], absent: list[str], file: str) -> None:
    held = set(areas.str[:2])
    cut = [code for code in absent if code[:2] in held]
    if cut:
        prefecture = cut[0][:2]
        expected = areas[areas.str[:2] == prefecture].nunique() + sum(code[:2] == prefecture for code in cut)
        raise SourceError(
            "areas_missing",
            file=file,
            found=sum(code[:2] == prefecture for code in cut),
            expected=expected,
            area=cut[0],
        )
