"""An import from its first step to its last: read, compare, keep what was, write."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from carecompare.errors import SourceError
from carecompare.paths import MANIFEST
from carecompare.sources.earlier import forget_oldest, keep
from carecompare.sources.edition import Edition, merged
from carecompare.sources.figures import read_offices, read_places
from carecompare.sources.held import read_held
from carecompare.sources.lock import locked
from carecompare.sources.moves import jump_error
from carecompare.sources.publishers import estat_service
from carecompare.sources.publishers.ages import read_ages
from carecompare.sources.publishers.grants.table import read_grants
from carecompare.sources.publishers.town_points import SOURCE as POINTS
from carecompare.sources.publishers.town_points_table import read_town_points
from carecompare.sources.readers import READERS, read_file, reader_of
from carecompare.sources.writing import write_edition

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from carecompare.catalog import Catalog

    Progress = Callable[[float, str, str], object]

# Shares of the whole work at which each step begins.
READ, COMPARE, LOG, KEEP, WRITE, DONE = 0.02, 0.5, 0.65, 0.7, 0.75, 1.0


@dataclass(frozen=True)
class Preview:
    """What an import would do; nothing is written.

    Parameters
    ----------
    edition : Edition
        The figures as they would be, with the change log and the notes.
    before : str
        Checksum of the figures that it was compared with.
    """

    edition: Edition
    before: str


def prepared(
    folder: Path,
    paths: Sequence[Path],
    catalog: Catalog,
    as_of: str | None = None,
    *,
    tables: Sequence[str] = (),
    accept_jump: bool = False,
    progress: Progress = lambda *_: None,
) -> Preview:
    """Read files and compare them with the figures.

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
    tables : sequence of str
        Ids of tables to ask the e-Stat API for, after the files.
    accept_jump : bool
        Accept counts that moved far from the figures before, in either direction.
    progress : callable, optional
        Told the share done, the key of the step, and the file it is about or an empty text.

    Returns
    -------
    Preview
        Nothing is written yet.

    Raises
    ------
    CareCompareError
        If anything is wrong.
    """
    before = _before(folder)
    progress(READ, "step_open", "")
    own = read_places(folder)
    reader = {path: reader_of(path, catalog) for path in paths}
    if any(each.source == POINTS for each in reader.values()):
        own = replace(own, town_points=read_town_points(folder))
    places, readings = own, []
    for number, path in enumerate(sorted(paths, key=lambda path: READERS.index(reader[path]))):
        progress(READ + (COMPARE - READ) * number / len(paths), "step_file", path.name)
        reading = read_file(path, catalog, as_of, places)
        places = reading.places or places
        readings.append(reading)
    for table in tables:
        progress(COMPARE, "step_file", table)
        readings.append(estat_service.fetched(table, catalog, places))
    progress(COMPARE, "step_compare", "")
    figures, offices = read_held(folder), partial(read_offices, folder)
    ages = read_ages(folder) if any(each.ages is not None for each in readings) else None
    grants = read_grants(folder)
    progress(LOG, "step_changes", "")
    edition = merged(
        figures,
        readings,
        catalog,
        places=own,
        offices=offices,
        ages=ages,
        grants=grants,
        accept_jump=accept_jump,
    )
    return Preview(edition, before)


def imported(  # noqa: PLR0913 - two kinds of input, two of consent
    folder: Path,
    paths: Sequence[Path],
    catalog: Catalog,
    as_of: str | None = None,
    *,
    tables: Sequence[str] = (),
    accept_jump: bool = False,
    expected: str | None = None,
    progress: Progress = lambda *_: None,
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
    tables : sequence of str
        Ids of tables to ask the e-Stat API for, after the files.
    accept_jump : bool
        Accept counts that moved far from the figures before, in either direction.
    expected : str, optional
        ``before`` of the preview that a person agreed to.
    progress : callable, optional
        Told the share done, the key of the step, and the file it is about or an empty text.

    Returns
    -------
    Edition
        As it was written, with its change log and notes. The figures before are kept:
        :func:`~carecompare.sources.earlier.restored` brings them back.

    Raises
    ------
    CareCompareError
        If anything is wrong, somebody else is importing, or the figures are not those of the preview; the
        figures are then as before.
    """
    with locked(folder):
        if expected is not None and _before(folder) != expected:
            raise SourceError("figures_moved_on")
        preview = prepared(
            folder, paths, catalog, as_of, tables=tables, accept_jump=accept_jump, progress=progress
        )
        if preview.edition.jumps and not accept_jump:
            raise jump_error(preview.edition.jumps)
        progress(KEEP, "step_keep", "")
        keep(folder, [*(path.name for path in paths), *tables])
        progress(WRITE, "step_write_figures", "")
        write_edition(folder, preview.edition)
        forget_oldest(folder)
        progress(DONE, "step_imported", "")
    return preview.edition


def _before(folder: Path) -> str:
    path = folder / MANIFEST
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
