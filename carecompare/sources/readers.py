"""Which reader knows which layout, and how a file is read by the one that does."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from carecompare.clock import today
from carecompare.errors import SourceError
from carecompare.paths import project_paths
from carecompare.sources import (
    areas,
    boundaries,
    care_offices,
    census,
    census_2025,
    compiled,
    estat,
    groups,
    insurers,
    ipss_ages,
    ipss,
    ltci,
    medical_institutions,
    medical_points,
    premiums,
    ssdse,
    tidy,
)
from carecompare.sources.cells import survey_date
from carecompare.sources.figures import read_places
from carecompare.sources.files import Head, head

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carecompare.catalog import Catalog
    from carecompare.sources.places import Places
    from carecompare.sources.reading import Reading


@dataclass(frozen=True)
class Reader:
    """One layout.

    Parameters
    ----------
    source : str
        Id of the source.
    recognises : callable
        Takes the head of a file and the catalogue.
    read : callable
        Takes path, catalogue and places, and the date where it is needed.
    needs_date : bool
        Whether the file states no date, so that the person must.
    """

    source: str
    recognises: Callable[[Head, Catalog], bool]
    read: Callable[..., Reading]
    needs_date: bool = False


# In this order they are asked, and several files are read: areas first, then what refers to them.
READERS = (
    Reader(areas.SOURCE, areas.recognises_municipalities, areas.read_municipalities),
    Reader(areas.SOURCE, areas.recognises_changes, areas.read_changes),
    Reader(boundaries.SOURCE, boundaries.recognises, boundaries.read),
    Reader(insurers.SOURCE, insurers.recognises, insurers.read),
    Reader(groups.CLASS_SOURCE, groups.recognises_classes, groups.read_classes),
    Reader(groups.MEDICAL_SOURCE, groups.recognises_medical_areas, groups.read_medical_areas),
    Reader(ssdse.SOURCE, ssdse.recognises, ssdse.read),
    Reader(census.SOURCE, census.recognises, census.read),
    Reader(census_2025.SOURCE, census_2025.recognises, census_2025.read),
    *(
        Reader(source, partial(tidy.recognises, source=source), partial(tidy.read, source=source))
        for source in tidy.SOURCES
    ),
    *(
        Reader(source, partial(compiled.recognises, source=source), partial(compiled.read, source=source))
        for source in compiled.SOURCES
    ),
    Reader(premiums.SOURCE, premiums.recognises_averages, premiums.read_averages),
    Reader(premiums.SOURCE, premiums.recognises_insurers, premiums.read_insurers),
    Reader(ipss_ages.SOURCE, ipss_ages.recognises, ipss_ages.read),
    Reader(ipss.SOURCE, ipss.recognises, ipss.read),
    Reader(ltci.SOURCE, ltci.recognises_insured, ltci.read_insured, needs_date=True),
    Reader(ltci.SOURCE, ltci.recognises_certified, ltci.read_certified, needs_date=True),
    Reader(care_offices.SOURCE, care_offices.recognises, care_offices.read, needs_date=True),
    Reader(medical_institutions.SOURCE, medical_institutions.recognises, medical_institutions.read),
    Reader(medical_points.SOURCE, medical_points.recognises, medical_points.read),
    Reader(estat.SOURCE, estat.recognises, estat.read),
)


def reader_of(path: Path, catalog: Catalog) -> Reader:
    """Recognise a file by its name and its first lines.

    Parameters
    ----------
    path : Path
        Any file.
    catalog : Catalog
        With the words of the layouts.

    Returns
    -------
    Reader
        The one reader of this layout.

    Raises
    ------
    SourceError
        If the file cannot be had or its layout is unknown.
    """
    first = head(path)
    for reader in READERS:
        if reader.recognises(first, catalog):
            return reader
    raise SourceError("layout_unknown", file=path.name)


def read_file(
    path: Path, catalog: Catalog, as_of: str | None = None, places: Places | None = None
) -> Reading:
    """Read a publisher's file.

    Parameters
    ----------
    path : Path
        The file.
    catalog : Catalog
        What is counted, and the words of the layouts.
    as_of : str, optional
        ``2025-12`` or ``2025-12-31``: needed for files that state no date.
    places : Places, optional
        The areas of today; without them those of the project's own figures.

    Returns
    -------
    Reading
        Figures and notes.

    Raises
    ------
    SourceError
        If the layout is unknown, the date is needed and missing or wrong, or the content is wrong.
    """
    reader = reader_of(path, catalog)
    known = read_places(project_paths().figures) if places is None else places
    if not reader.needs_date:
        return reader.read(path, catalog, known)
    if as_of is None:
        raise SourceError("as_of_missing", file=path.name, expected="--as-of 2025-12")
    return reader.read(path, catalog, known, survey_date(as_of, today()))
