"""Which reader knows which layout, and how a file is read by the one that does."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from carecompare.clock import today
from carecompare.errors import SourceError
from carecompare.paths import project_paths
from carecompare.sources.cells import survey_date
from carecompare.sources.figures import read_places
from carecompare.sources.files import Head, head
from carecompare.sources.publishers import (
    areas,
    boundaries,
    care_offices,
    census,
    census_2025,
    census_tables,
    compiled,
    estat,
    groups,
    insurers,
    ipss,
    ipss_ages,
    ltci,
    premiums,
    ssdse,
    tidy,
    town_points,
)
from carecompare.sources.publishers.grants import reader as grants
from carecompare.sources.publishers.medical import institutions, points
from carecompare.tables import MEDICAL_AREA

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
        Whether `read` takes the date that a person states.
    stated : callable
        Takes path and catalogue and returns the date that the file itself states, which then need not be
        asked for; empty where there is none.
    undated : callable
        Takes places and returns whether the file is the first of its kind, which nothing has to be told from.
    """

    source: str
    recognises: Callable[[Head, Catalog], bool]
    read: Callable[..., Reading]
    needs_date: bool = False
    stated: Callable[[Path, Catalog], str] = lambda *_: ""
    undated: Callable[[Places], bool] = lambda _: False


# In this order they are asked, and several files are read: areas first, then what refers to them.
READERS = (
    Reader(areas.SOURCE, areas.recognises_municipalities, areas.read_municipalities),
    Reader(areas.SOURCE, areas.recognises_changes, areas.read_changes),
    Reader(
        boundaries.SOURCE,
        boundaries.recognises,
        boundaries.read,
        needs_date=True,
        undated=lambda places: not places.boundaries,
    ),
    Reader(town_points.SOURCE, town_points.recognises, town_points.read),
    Reader(insurers.SOURCE, insurers.recognises, insurers.read),
    Reader(
        groups.CLASS_SOURCE,
        groups.recognises_classes,
        groups.read_classes,
        needs_date=True,
        stated=groups.stated_year,
    ),
    Reader(
        groups.MEDICAL_SOURCE,
        groups.recognises_medical_areas,
        groups.read_medical_areas,
        needs_date=True,
        undated=lambda places: MEDICAL_AREA not in set(places.groups["kind"]),
    ),
    Reader(ssdse.SOURCE, ssdse.recognises, ssdse.read),
    Reader(census.SOURCE, census.recognises, census.read),
    Reader(census.SOURCE, census_tables.recognises, census_tables.read),
    Reader(census_2025.SOURCE, census_2025.recognises, census_2025.read),
    *(
        Reader(source, partial(tidy.recognises, source=source), partial(tidy.read, source=source))
        for source in tidy.SOURCES
    ),
    *(
        Reader(source, partial(compiled.recognises, source=source), partial(compiled.read, source=source))
        for source in compiled.SOURCES
    ),
    Reader(
        premiums.SOURCE,
        premiums.recognises_averages,
        premiums.read_averages,
        needs_date=True,
        stated=premiums.stated,
    ),
    Reader(
        premiums.SOURCE,
        premiums.recognises_insurers,
        premiums.read_insurers,
        needs_date=True,
        stated=premiums.stated,
    ),
    Reader(ipss_ages.SOURCE, ipss_ages.recognises, ipss_ages.read),
    Reader(ipss.SOURCE, ipss.recognises, ipss.read),
    Reader(ltci.SOURCE, ltci.recognises_insured, ltci.read_insured, needs_date=True, stated=ltci.stated),
    Reader(ltci.SOURCE, ltci.recognises_certified, ltci.read_certified, needs_date=True, stated=ltci.stated),
    Reader(grants.SOURCE, grants.recognises, grants.read, needs_date=True, undated=lambda _: True),
    Reader(care_offices.SOURCE, care_offices.recognises, care_offices.read, needs_date=True),
    Reader(institutions.SOURCE, institutions.recognises, institutions.read),
    Reader(points.SOURCE, points.recognises, points.read),
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
    if as_of is not None:
        return reader.read(path, catalog, known, survey_date(as_of, today()))
    said = reader.stated(path, catalog)
    if not said and not reader.undated(known):
        raise SourceError("as_of_missing", file=path.name, expected="--as-of 2025-12")
    return reader.read(path, catalog, known, said)
