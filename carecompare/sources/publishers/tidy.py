"""The project's own tidy tables (one row per municipality and year) → COUNTS."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.errors import SourceError
from carecompare.sources.cells import first_row, municipality_codes, numbers, years
from carecompare.sources.files import sha256
from carecompare.sources.mergers import added_up, check_whole
from carecompare.sources.notes import Note
from carecompare.sources.places import located
from carecompare.sources.publishers.areas import named
from carecompare.sources.reading import Reading
from carecompare.tables import COUNTS, ESTIMATED, OBSERVED, PROJECTED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    from carecompare.catalog import Catalog
    from carecompare.sources.files import Head
    from carecompare.sources.places import Places


SOURCES = ("census_1980_2015", "ipss")
# A projection is published before the census after its base.
LONGEST_WORK = 6


def recognises(head: Head, catalog: Catalog, source: str) -> bool:
    """Return whether name and first line are those of this source."""
    return {"municipality", "year"} <= head.header and bool(
        re.search(catalog.layouts[source]["file"], head.file)
    )


def read(path: Path, catalog: Catalog, places: Places, source: str) -> Reading:
    """Read a tidy table.

    Parameters
    ----------
    path : Path
        Columns ``municipality``, ``year`` and those that the counts name for this source.
    catalog : Catalog
        Whose counts say which columns to read.
    places : Places
        The municipalities of today, and the areas that are projected as one.
    source : str
        Id of the source; of one that is ``projected`` the first year is estimated, later ones projected.

    Returns
    -------
    Reading
        COUNTS; wards are left out with a note, since their city has a row of its own. Municipalities of
        before a merger are added up.

    Raises
    ------
    SourceError
        If a column is missing, a code, year or number is wrong, an area occurs twice in a year, a part of
        a merged municipality is missing, or areas do not have the same years (the file was cut off).
    """
    file = path.name
    columns = {count.id: count.read[source] for count in catalog.counts.values() if source in count.read}
    listed = named(path, ("municipality", "year", *columns.values()))
    codes = municipality_codes(listed["municipality"], file=file, column="municipality")
    of_a_city = codes.isin(places.wards)
    listed, codes = listed[~of_a_city], codes[~of_a_city]
    alone = codes.isin(places.projection_areas)
    areas, notes = located(codes.mask(alone, ""), places, file=file, column="municipality")
    areas = areas.mask(alone, codes)
    when = years(listed["year"], catalog.layouts["years"], file=file, column="year")
    check_years(codes, when, file=file)
    notes += check_whole(codes.mask(alone, ""), areas.mask(alone, ""), places, file=file)
    words = catalog.layouts[source]
    base_year = _base_year(file, when, words)
    if of_a_city.any():
        notes.append(Note("ward_left_out", int(of_a_city.sum())))
    counts = [
        numbers(listed[column], file=file, column=column).assign(
            area=areas,
            year=when,
            count=name,
            source=source,
            as_of=when.astype("str") + f"-{catalog.counts[name].day}",
        )
        for name, column in columns.items()
    ]
    long = added_up(pd.concat(counts, ignore_index=True))
    return Reading(
        source,
        file,
        sha256(path),
        "" if base_year is None else edition_of_base(base_year, words),
        counts=COUNTS.check(with_projection(long, base_year)),
        notes=tuple(notes),
    )


def _base_year(file: str, when: pd.Series[int], words: Mapping[str, Any]) -> int | None:
    """Return the year a projection starts from, which is its first; None for figures that were counted."""
    if not words.get("projected"):
        return None
    base_year = int(when.min())
    dated = re.search(words["file"], file)
    if dated is not None and not base_year < int(dated[1]) < base_year + LONGEST_WORK:
        raise SourceError("date_contradicts", file=file, found=[dated[1]], expected=base_year)
    return base_year


def edition_of_base(base_year: int, words: Mapping[str, Any]) -> str:
    """Return what tells a newer projection from an older one: when it was published, else its base.

    Parameters
    ----------
    base_year : int
        Of the census it starts from.
    words : mapping
        ``published`` of the layout: month of publication by base year, as far as known. The next one starts
        after that, so that a base year stands for a later edition.
    """
    return str(words["published"].get(str(base_year), base_year))


def check_years(areas: pd.Series[str], when: pd.Series[int], *, file: str) -> None:
    """Check that each area has each year once.

    Raises
    ------
    SourceError
        If an area occurs twice in a year, or lacks a year that others have.
    """
    pairs = pd.DataFrame({"area": areas, "year": when})
    twice = pairs.duplicated()
    if twice.any():
        row = first_row(twice)
        raise SourceError("area_twice", file=file, row=row, found=areas[row])
    held = pairs.groupby("area")["year"].size()
    fewer = held[held < when.nunique()]
    if len(fewer):
        raise SourceError(
            "years_missing",
            file=file,
            area=fewer.index[0],
            found=int(fewer.iloc[0]),
            expected=int(when.nunique()),
        )


def with_projection(counts: pd.DataFrame, base_year: int | None) -> pd.DataFrame:
    """Return COUNTS in which the base year of a projection is estimated and every later year projected."""
    if base_year is None:
        return counts
    known = counts["status"] == OBSERVED
    status = counts["status"].mask(known & (counts["year"] == base_year), ESTIMATED)
    return counts.assign(status=status.mask(known & (counts["year"] > base_year), PROJECTED))
