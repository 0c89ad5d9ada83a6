"""The way in: publishers' files → figures, one module per layout."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from carecompare.errors import SourceError
from carecompare.paths import project_paths
from carecompare.sources import (
    areas,
    boundaries,
    care_offices,
    census_2020,
    groups,
    insurers,
    ipss_2018,
    ltci,
    ssdse,
    tidy,
)
from carecompare.sources.cells import survey_date
from carecompare.sources.edition import Edition, merged
from carecompare.sources.figures import Figures, read_figures, read_offices, read_places
from carecompare.sources.files import Head, head
from carecompare.sources.places import Places
from carecompare.sources.reading import Note, Reading
from carecompare.sources.writing import write_edition

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from carecompare.catalog import Catalog

__all__ = [
    "Edition",
    "Figures",
    "Note",
    "Places",
    "Reader",
    "Reading",
    "imported",
    "merged",
    "read_figures",
    "read_file",
    "read_offices",
    "read_places",
    "reader_of",
    "write_edition",
]


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
    Reader(census_2020.SOURCE, census_2020.recognises, census_2020.read),
    *(
        Reader(source, partial(tidy.recognises, source=source), partial(tidy.read, source=source))
        for source in tidy.SOURCES
    ),
    Reader(ipss_2018.SOURCE, ipss_2018.recognises, ipss_2018.read),
    Reader(ltci.SOURCE, ltci.recognises_insured, ltci.read_insured, needs_date=True),
    Reader(ltci.SOURCE, ltci.recognises_certified, ltci.read_certified, needs_date=True),
    Reader(care_offices.SOURCE, care_offices.recognises, care_offices.read, needs_date=True),
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
    return reader.read(path, catalog, known, survey_date(as_of, datetime.now(tz=UTC).date()))


def imported(
    folder: Path,
    paths: Sequence[Path],
    catalog: Catalog,
    as_of: str | None = None,
    *,
    accept_drop: bool = False,
) -> Edition:
    """Read files and make them part of the figures, all of them or none.

    Parameters
    ----------
    folder : Path
        ``data/figures``.
    paths : sequence of Path
        The files; read in the order of the readers, and within one in the order given.
    catalog : Catalog
        What is counted.
    as_of : str, optional
        The date of the files that state none.
    accept_drop : bool
        Accept a count that fell far below the figures before.

    Returns
    -------
    Edition
        As it was written, with its change log and notes.

    Raises
    ------
    CareCompareError
        If anything is wrong; the figures are then as before.
    """
    before = places = read_places(folder)
    readings = []
    for path in sorted(paths, key=lambda path: READERS.index(reader_of(path, catalog))):
        reading = read_file(path, catalog, as_of, places)
        places = reading.places or places
        readings.append(reading)
    edition = merged(
        read_figures(folder),
        readings,
        catalog,
        places=before,
        offices=read_offices(folder),
        accept_drop=accept_drop,
    )
    write_edition(folder, edition)
    return edition
