"""The project's own tables below ``data/figures``: read and verified, quickly, at every build."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow.compute
import pyarrow.parquet

from carecompare.sources.changes import LOG_COLUMNS
from carecompare.sources.former_ids import count_now, source_now
from carecompare.sources.long_figures import columns_of, long_columns, together
from carecompare.sources.manifest import Manifest, read_manifest
from carecompare.sources.places import CHANGES_COLUMNS, CODE_CHANGE_COLUMNS, GROUP_FILES, Places
from carecompare.sources.publishers.boundaries import shapes
from carecompare.sources.verified import steadily, verified
from carecompare.tables import AREA_GROUPS, AREAS, COUNTS, MEMBERS, NEIGHBOURS, OFFICES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

AREAS_FILE = "areas.csv"
CHANGES_FILE = "area_changes.csv"
CODE_CHANGES_FILE = "code_changes.csv"
BOUNDARIES_FILE = "boundaries.geojson"
NEIGHBOURS_FILE = "boundary_neighbours.csv"
INSURERS_FILE = "municipality_insurer.csv"
OFFICES_FILE = "care_offices/offices.parquet"
INSTITUTIONS_FILE = "medical_institutions/offices.parquet"
OFFICES_FILES = (OFFICES_FILE, INSTITUTIONS_FILE)
TOWN_POINTS_FILE = "town_points/points.parquet"
LOG_FILE = "changes.csv"
NOTES_FILE = "notes.csv"
NOTE_COLUMNS = ("file", "problem", "number", "row", "service", "office", "area", "count", "found", "expected")


@dataclass(frozen=True)
class Figures:
    """What the project ships.

    Parameters
    ----------
    areas : DataFrame
        AREAS.
    counts : DataFrame
        COUNTS of every source and year.
    manifest : Manifest
        Where each column came from.
    log : DataFrame
        What each import changed.
    notes : DataFrame
        What is to be known about rows of the files that make up the figures.
    members : DataFrame
        MEMBERS.
    groups : DataFrame
        AREA_GROUPS.
    neighbours : DataFrame
        NEIGHBOURS.
    code_changes : DataFrame
        See `Places`.
    """

    areas: pd.DataFrame = field(default_factory=lambda: empty(AREAS.columns))
    counts: pd.DataFrame = field(default_factory=lambda: empty(COUNTS.columns))
    manifest: Manifest = field(default_factory=Manifest)
    log: pd.DataFrame = field(default_factory=lambda: empty(dict.fromkeys(LOG_COLUMNS, "VARCHAR")))
    notes: pd.DataFrame = field(default_factory=lambda: empty(dict.fromkeys(NOTE_COLUMNS, "VARCHAR")))
    members: pd.DataFrame = field(default_factory=lambda: empty(MEMBERS.columns))
    groups: pd.DataFrame = field(default_factory=lambda: empty(AREA_GROUPS.columns))
    neighbours: pd.DataFrame = field(default_factory=lambda: empty(NEIGHBOURS.columns))
    code_changes: pd.DataFrame = field(
        default_factory=lambda: empty(dict.fromkeys(CODE_CHANGE_COLUMNS, "VARCHAR"))
    )

    @property
    def columns(self) -> dict[tuple[str, int], pd.DataFrame]:
        """Rows of each count and year."""
        return columns_of(self.counts)


def read_figures(folder: Path) -> Figures:
    """Read every table of areas and counts.

    Parameters
    ----------
    folder : Path
        ``data/figures``.

    Returns
    -------
    Figures
        Empty where nothing was imported yet.

    Raises
    ------
    SourceError
        If a table is missing, was changed since it was written, or holds an unknown word.
    """
    return steadily(folder, _figures)


def _figures(folder: Path) -> Figures:
    manifest = read_manifest(folder)
    if not manifest.tables:
        return Figures()
    for name in manifest.tables:
        verified(folder, name, manifest)
    counted = {
        name: entry
        for name, entry in manifest.tables.items()
        if entry.year is not None and name.endswith(".csv")
    }
    parts = [long_columns(folder, name, entry) for name, entry in sorted(counted.items())]
    return Figures(
        _areas(folder, manifest),
        together(parts) if parts else empty(COUNTS.columns),
        manifest,
        _log(folder),
        _notes(folder),
        _members(folder, manifest),
        _groups(folder, manifest),
        _neighbours(folder, manifest),
        _code_changes(folder, manifest),
    )


def read_offices(folder: Path, without: Collection[str] = ()) -> pd.DataFrame:
    """Read the offices of care services and the medical institutions.

    Parameters
    ----------
    folder : Path
        ``data/figures``.
    without : collection of str
        Services whose offices are left out.

    Returns
    -------
    DataFrame
        OFFICES, empty where none was imported yet.

    Raises
    ------
    SourceError
        If the table is missing or was changed since it was written.
    """
    return steadily(folder, lambda held: _offices(held, without))


def _offices(folder: Path, without: Collection[str]) -> pd.DataFrame:
    manifest = read_manifest(folder)
    parts = [
        pyarrow.parquet.read_table(
            io.BytesIO(verified(folder, name, manifest)),
            filters=~pyarrow.compute.field("service").isin(sorted(without)) if without else None,
        ).to_pandas()
        for name in OFFICES_FILES
        if name in manifest.tables
    ]
    if not parts:
        return empty(OFFICES.columns)
    offices: pd.DataFrame = pd.concat(parts, ignore_index=True)
    return offices.reindex(columns=list(OFFICES.columns)).astype({"capacity": "Int16"})


def office_file(service: str) -> str:
    """Return the table that holds the offices of a service: care services are known by a number."""
    return OFFICES_FILE if service.isdigit() else INSTITUTIONS_FILE


def read_places(folder: Path) -> Places:
    """Read the areas, what old codes stand for, the boundaries, who insures and who borders on whom.

    Parameters
    ----------
    folder : Path
        ``data/figures``.

    Raises
    ------
    SourceError
        If a table is missing or was changed since it was written.
    """
    return steadily(folder, _places)


def _places(folder: Path) -> Places:
    manifest = read_manifest(folder)
    changes = pd.DataFrame({name: pd.Series(dtype="str") for name in CHANGES_COLUMNS})
    if CHANGES_FILE in manifest.tables:
        changes = pd.read_csv(io.BytesIO(verified(folder, CHANGES_FILE, manifest)), dtype="str")
    boundaries = {}
    if BOUNDARIES_FILE in manifest.tables:
        boundaries = shapes(verified(folder, BOUNDARIES_FILE, manifest).decode())
    return Places(
        _areas(folder, manifest),
        changes,
        boundaries,
        manifest.areas_edition,
        _members(folder, manifest),
        _groups(folder, manifest),
        _code_changes(folder, manifest),
        _neighbours(folder, manifest),
    )


def read_log(folder: Path) -> pd.DataFrame:
    """Return what every import so far changed, the oldest first; text in every column."""
    return steadily(folder, _log)


def read_notes(folder: Path) -> pd.DataFrame:
    """Return the notes on the rows of the files that make up the figures; text in every column."""
    return steadily(folder, _notes)


def _log(folder: Path) -> pd.DataFrame:
    log = _list(folder, LOG_FILE, Figures().log)
    return log.assign(source=log["source"].map(source_now), count=log["count"].map(count_now))


def _notes(folder: Path) -> pd.DataFrame:
    notes = _list(folder, NOTES_FILE, Figures().notes)
    return notes.assign(count=notes["count"].map(count_now))


def empty(columns: Mapping[str, str]) -> pd.DataFrame:
    """Return a frame of a shape without rows."""
    kinds = {"DOUBLE": "float64", "SMALLINT": "Int16"}
    return pd.DataFrame({name: pd.Series(dtype=kinds.get(kind, "str")) for name, kind in columns.items()})


def _list(folder: Path, name: str, none: pd.DataFrame) -> pd.DataFrame:
    return _text(folder, name, read_manifest(folder)) if (folder / name).is_file() else none


def _text(folder: Path, name: str, manifest: Manifest) -> pd.DataFrame:
    listed = name in manifest.tables
    content = verified(folder, name, manifest) if listed else (folder / name).read_bytes()
    return pd.read_csv(io.BytesIO(content), dtype="str", keep_default_na=False)


def _areas(folder: Path, manifest: Manifest) -> pd.DataFrame:
    if AREAS_FILE not in manifest.tables:
        return empty(AREAS.columns)
    content = io.BytesIO(verified(folder, AREAS_FILE, manifest))
    places = {"latitude": "float64", "longitude": "float64"}
    kinds = {name: places.get(name, "str") for name in AREAS.columns}
    return AREAS.check(pd.read_csv(content, dtype=kinds, keep_default_na=False, na_values=[""]))


def _members(folder: Path, manifest: Manifest) -> pd.DataFrame:
    if INSURERS_FILE not in manifest.tables:
        return empty(MEMBERS.columns)
    content = io.BytesIO(verified(folder, INSURERS_FILE, manifest))
    return MEMBERS.check(pd.read_csv(content, dtype="str", keep_default_na=False, na_values=[""]))


def _groups(folder: Path, manifest: Manifest) -> pd.DataFrame:
    parts = [
        pd.read_csv(
            io.BytesIO(verified(folder, name, manifest)), dtype="str", keep_default_na=False, na_values=[""]
        )
        for name in GROUP_FILES
        if name in manifest.tables
    ]
    return AREA_GROUPS.check(pd.concat(parts, ignore_index=True)) if parts else empty(AREA_GROUPS.columns)


def _code_changes(folder: Path, manifest: Manifest) -> pd.DataFrame:
    if CODE_CHANGES_FILE not in manifest.tables:
        return empty(dict.fromkeys(CODE_CHANGE_COLUMNS, "VARCHAR"))
    content = io.BytesIO(verified(folder, CODE_CHANGES_FILE, manifest))
    return pd.read_csv(content, dtype="str", keep_default_na=False)


def _neighbours(folder: Path, manifest: Manifest) -> pd.DataFrame:
    if NEIGHBOURS_FILE not in manifest.tables:
        return empty(NEIGHBOURS.columns)
    return NEIGHBOURS.check(pd.read_csv(io.BytesIO(verified(folder, NEIGHBOURS_FILE, manifest)), dtype="str"))
