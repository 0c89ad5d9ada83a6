"""Write an edition of the figures in one step."""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet

from carecompare.disk import refusals_as
from carecompare.errors import SourceError
from carecompare.paths import MANIFEST
from carecompare.sources.drafts import replace_files
from carecompare.sources.figures import (
    AREAS_FILE,
    BOUNDARIES_FILE,
    CHANGES_FILE,
    CODE_CHANGES_FILE,
    INSURERS_FILE,
    LOG_FILE,
    NEIGHBOURS_FILE,
    NOTES_FILE,
    OFFICES_FILE,
    OFFICES_FILES,
    TOWN_POINTS_FILE,
    office_file,
)
from carecompare.sources.manifest import Entry, Manifest, Origin, encoded, read_manifest
from carecompare.sources.places import GROUP_FILES
from carecompare.sources.publishers.ages import AGES_FILE
from carecompare.sources.publishers.boundaries import geojson
from carecompare.sources.publishers.town_points import SOURCE as TOWN_POINTS_SOURCE
from carecompare.sources.publishers.town_points import compact
from carecompare.sources.verified import check_whole, verified
from carecompare.tables import AGES, OFFICES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from carecompare.sources.edition import Edition
    from carecompare.sources.places import Places
    from carecompare.tables import Shape

_EXACT_DIGITS = 12


def write_edition(folder: Path, edition: Edition) -> None:
    """Write every table of an edition, or none.

    Parameters
    ----------
    folder : Path
        ``data/figures``, made if it is missing; its lock is held by the caller.
    edition : Edition
        What the figures are to be.

    Raises
    ------
    SourceError
        If the disk refuses it; the figures are then as before.
    """
    manifest = read_manifest(folder)
    contents = _contents(folder, manifest, edition)
    gone = manifest.tables.keys() - contents.keys()
    write_files(folder, contents)
    for name in gone:
        (folder / name).unlink(missing_ok=True)


def write_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Replace every table, or none; see :func:`~carecompare.sources.drafts.replace_files`.

    Raises
    ------
    SourceError
        If the disk refuses it, or does not give back what was written.
    """
    with refusals_as(SourceError, "figures_not_written", folder.name):
        replace_files(folder, contents)
    check_whole(folder)


def _contents(folder: Path, manifest: Manifest, edition: Edition) -> dict[str, bytes]:
    """Return every file by its path."""
    contents: dict[str, bytes] = {}
    entries: dict[str, Entry] = {}

    def add(
        name: str, content: bytes, rows: int, source: str, year: int | None, origins: dict[str, Origin]
    ) -> None:
        contents[name] = content
        entries[name] = Entry(source, year, rows, hashlib.sha256(content).hexdigest(), origins)

    local = edition.ground_origins
    for name, listed, source in _lists(edition.places):
        add(name, _csv(listed), len(listed), source, None, local.get(name, {}))
    shapes = edition.places.boundaries
    if shapes and BOUNDARIES_FILE not in edition.same:
        origins = local.get(BOUNDARIES_FILE, {})
        add(BOUNDARIES_FILE, geojson(shapes).encode(), len(shapes), "boundaries", None, origins)
    points = edition.places.town_points
    if len(points) and TOWN_POINTS_FILE not in edition.same:
        origins = local.get(TOWN_POINTS_FILE, {})
        add(TOWN_POINTS_FILE, compact(points), len(points), TOWN_POINTS_SOURCE, None, origins)
    for name in {*edition.same, *(f"{source}/{year}.csv" for source, year in edition.unchanged)}:
        contents[name], entries[name] = verified(folder, name, manifest), manifest.tables[name]
    for (source, year), wide in edition.tables():
        origins = {count: edition.origins[count, year] for count in wide.columns[1:]}
        add(f"{source}/{year}.csv", _csv(wide), len(wide), source, year, origins)
    for name, offices, origins in _office_tables(edition):
        add(name, _offices(offices), len(offices), name.partition("/")[0], None, origins)
    for name, written, rows in _grant_tables(edition):
        add(name, written, rows, "grants", None, local.get(name, {}))
    if len(edition.ages) and AGES_FILE not in edition.same:
        add(AGES_FILE, _ages(edition.ages), len(edition.ages), "", None, local.get(AGES_FILE, {}))
    add(LOG_FILE, _csv(edition.log), len(edition.log), "", None, {})
    add(NOTES_FILE, _csv(edition.notes), len(edition.notes), "", None, {})
    contents[MANIFEST] = encoded(Manifest(entries, edition.places.edition))
    return contents


def _grant_tables(edition: Edition) -> Iterator[tuple[str, bytes, int]]:
    """Yield the tables of the incentive grants that are not empty: name, content, number of rows."""
    for name, rows, shape in edition.grants.tables():
        if len(rows):
            yield name, _parquet(rows, _words(shape)), len(rows)


def _words(shape: Shape) -> list[str]:
    """Return the columns whose words are listed once."""
    return [name for name, kind in shape.columns.items() if kind == "VARCHAR"]


def _office_tables(edition: Edition) -> Iterator[tuple[str, pd.DataFrame, dict[str, Origin]]]:
    """Yield the tables of offices that are not empty: name, rows, where their counts came from."""
    files = edition.offices["service"].map(office_file)
    for name in OFFICES_FILES:
        offices = edition.offices[files == name]
        if not len(offices):
            continue
        origins = edition.ground_origins.get(name, {})
        if name == OFFICES_FILE:
            source = name.partition("/")[0]
            counts = [f"{source}_{service}" for service in offices["service"].unique()]
            origins = {count: edition.latest(count) for count in counts}
        yield name, offices, origins


def _lists(places: Places) -> Iterator[tuple[str, pd.DataFrame, str]]:
    """Yield the lists that figures stand on: name, rows, source; those of areas are always written."""
    yield AREAS_FILE, places.areas, "local_codes"
    yield CHANGES_FILE, places.changes, "local_codes"
    others = (
        (CODE_CHANGES_FILE, places.code_changes, "local_codes"),
        (NEIGHBOURS_FILE, places.neighbours, "boundaries"),
        (INSURERS_FILE, places.members.sort_values("municipality"), "ltci"),
        *((name, places.groups_of(name), source) for name, (source, _) in GROUP_FILES.items()),
    )
    yield from (each for each in others if len(each[1]))


def _csv(frame: pd.DataFrame) -> bytes:
    return (
        pd.DataFrame(
            {name: _cells(column) if column.dtype.kind == "f" else column for name, column in frame.items()}
        )
        .to_csv(index=False, lineterminator="\n")
        .encode()
    )


def _cells(column: pd.Series[float]) -> pd.Series[str]:
    """Return numbers as they are written: whole ones without a point, none as an empty cell."""
    values = column.to_numpy()
    texts = [
        "" if np.isnan(value) else str(int(value)) if value.is_integer() else f"{value:.{_EXACT_DIGITS}g}"
        for value in values
    ]
    return pd.Series(texts, index=column.index, dtype="str")


def _offices(offices: pd.DataFrame) -> bytes:
    ordered = OFFICES.check(offices).sort_values(
        ["service", "municipality", "office", "name_ja"], ignore_index=True
    )
    # A table none of whose services is counted by place has no such column.
    kept = ordered if ordered["place"].notna().any() else ordered.drop(columns="place")
    return _parquet(kept, ["service", "municipality", "position_status", "as_of"])


def _ages(ages: pd.DataFrame) -> bytes:
    # Beside each other stand figures of about one size: written so the table takes half the room.
    ordered = AGES.check(ages).sort_values(["source", "area", "sex", "age", "year"], ignore_index=True)
    return _parquet(ordered, ["area", "year", "source", "sex", "age"])


def _parquet(ordered: pd.DataFrame, repeated: list[str]) -> bytes:
    stream = io.BytesIO()
    pyarrow.parquet.write_table(
        pa.Table.from_pandas(ordered, preserve_index=False).replace_schema_metadata(None),
        stream,
        compression="zstd",
        compression_level=9,
        use_dictionary=repeated,
    )
    return stream.getvalue()
