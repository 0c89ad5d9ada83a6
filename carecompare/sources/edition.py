"""Figures before + readings → the next edition, with a log of what changed, or a refusal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.clock import today
from carecompare.errors import SourceError
from carecompare.sources.ages import AGES_FILE, with_ages
from carecompare.sources.changes import (
    LOG_COLUMNS,
    Change,
    area_changes,
    check_not_cut,
    column_changes,
    ground_changes,
    mapped_codes,
)
from carecompare.sources.figures import INSTITUTIONS_FILE, NOTE_COLUMNS
from carecompare.sources.ground import ground_of, is_as_before
from carecompare.sources.manifest import Origin
from carecompare.sources.medical_institutions import SOURCE as INSTITUTIONS
from carecompare.sources.office_rows import with_offices, with_points
from carecompare.tables import MISSING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from carecompare.catalog import Catalog
    from carecompare.sources.figures import Figures
    from carecompare.sources.places import Places
    from carecompare.sources.reading import Reading

Key = tuple[str, int]

OLDER = "older_edition_kept"


@dataclass(frozen=True)
class Edition:
    """What the figures are to be.

    Parameters
    ----------
    places : Places
        Areas, codes, boundaries.
    columns : mapping of (str, int) to DataFrame
        ``area``, ``value``, ``status`` of each count and year.
    origins : mapping of (str, int) to Origin
        Where each of them came from.
    sources : mapping of (str, int) to str
        Id of the source of each of them.
    offices, ages : DataFrame
        OFFICES, AGES.
    ground_origins : mapping
        Where areas, codes and boundaries came from, by table and publisher's file.
    log, notes : DataFrame
        Of every import so far.
    new_log, new_notes : DataFrame
        Of this import.
    """

    places: Places
    columns: Mapping[Key, pd.DataFrame]
    origins: Mapping[Key, Origin]
    sources: Mapping[Key, str]
    offices: pd.DataFrame
    ages: pd.DataFrame
    ground_origins: Mapping[str, dict[str, Origin]]
    log: pd.DataFrame
    notes: pd.DataFrame
    new_log: pd.DataFrame
    new_notes: pd.DataFrame

    def tables(self) -> Iterator[tuple[tuple[str, int], pd.DataFrame]]:
        """Yield each table: a row per area, a column per count; cells are numbers, status words or empty."""
        municipalities = self.places.names.keys()
        for table in sorted({(self.sources[key], key[1]) for key in self.columns}):
            counts = sorted(key for key in self.columns if (self.sources[key], key[1]) == table)
            cells = {count: _cells(self.columns[count, year]) for count, year in counts}
            held = {area for each in cells.values() for area in each.index}
            # A table of insurers has no row for municipalities, which are counted only through them.
            areas = sorted(held | municipalities if held & municipalities else held)
            wide = pd.DataFrame({count: each.reindex(areas) for count, each in cells.items()})
            yield table, wide.rename_axis("area").reset_index()

    def latest(self, count: str) -> Origin:
        """Return where the newest figures of a count came from."""
        return self.origins[max(key for key in self.origins if key[0] == count)]


def _cells(column: pd.DataFrame) -> pd.Series[float] | pd.Series[str]:
    indexed = column.set_index("area")
    words = indexed["value"].isna() & (indexed["status"] != MISSING)
    if not words.any():
        return indexed["value"]
    whole = indexed["value"].map(lambda value: "" if np.isnan(value) else f"{value:.12g}").astype("str")
    return whole.mask(words, indexed["status"]).mask(indexed["status"] == MISSING)


def merged(
    before: Figures,
    readings: Sequence[Reading],
    catalog: Catalog,
    *,
    places: Places,
    offices: pd.DataFrame,
    ages: pd.DataFrame | None = None,
    accept_drop: bool = False,
) -> Edition:
    """Return the figures after these readings.

    Parameters
    ----------
    before : Figures
        The figures so far.
    readings : sequence of Reading
        In the order they are to be taken; of one count and year the newer edition is kept.
    catalog : Catalog
        Which count cannot exceed which.
    places : Places
        The areas so far.
    offices, ages : DataFrame
        OFFICES and AGES so far.
    accept_drop : bool
        Accept a count that fell far below the figures before.

    Returns
    -------
    Edition
        Nothing is written yet.

    Raises
    ------
    SourceError
        If a file looks cut short, or a count exceeds the one it is part of.
    """
    columns = dict(_columns(before.counts))
    tables = before.manifest.tables.values()
    counted = [(key, table) for table in tables if table.year is not None for key in table.origins]
    origins = {
        (count, table.year): table.origins[count] for count, table in counted if table.year is not None
    }
    sources = {(count, table.year): table.source for count, table in counted if table.year is not None}
    ground = {
        name: dict(table.origins) for name, table in before.manifest.tables.items() if table.year is None
    }
    imported = today().isoformat()
    log: list[Change] = []
    new: set[Key] = set()
    for reading in readings:
        after = reading.places or places
        log += [*area_changes(places.names, after.names, reading), *mapped_codes(reading)]
        for name, was, now in ground_of(places, after):
            log += ground_changes(name, was, now, reading)
            ground.setdefault(name, {})[reading.file] = _origin(reading, "", "", imported)
        places = after
        if reading.counts is None:
            if reading.offices is not None:
                offices = with_points(offices, reading.offices)
                ground.setdefault(INSTITUTIONS_FILE, {})[reading.file] = _point_origin(reading, imported)
            continue
        older: set[str] = set()
        held_before = dict(columns)
        for key, column in _columns(reading.counts):
            origin = _origin(reading, str(column["as_of"].iloc[0]), _status(column, reading), imported)
            stays = _kept_instead(origins.get(key), sources.get(key, ""), origin, reading, key, catalog)
            if stays is not None:
                log.append(stays)
                older |= {key[0]} if stays.change == OLDER else set()
                continue
            if not is_as_before(held_before.get(key), column):
                new.add(key)
                log += _changes(held_before, column, reading, key, accept_drop=accept_drop)
            columns[key] = column[["area", "value", "status"]]
            origins[key], sources[key] = origin, reading.source
        if reading.offices is not None and not older:
            offices = with_offices(offices, reading.offices)
            if reading.source == INSTITUTIONS:
                ground.setdefault(INSTITUTIONS_FILE, {})[reading.file] = _point_origin(reading, imported)
    ground.setdefault(AGES_FILE, {}).update(_age_origins(readings, imported))
    _check_parts(columns, new, origins, catalog)
    new_log, new_notes = _log_rows(log, imported), _note_rows(readings)
    kept = before.notes[~before.notes["file"].isin([reading.file for reading in readings])]
    return Edition(
        places,
        columns,
        origins,
        sources,
        offices,
        with_ages(ages, readings),
        ground,
        pd.concat([before.log, new_log], ignore_index=True),
        pd.concat([kept, new_notes], ignore_index=True).sort_values("file", kind="stable", ignore_index=True),
        new_log,
        new_notes,
    )


def _age_origins(readings: Sequence[Reading], imported: str) -> dict[str, Origin]:
    given = (each for each in readings if each.ages is not None)
    return {each.file: _origin(each, each.edition, "", imported) for each in given}


def _columns(counts: pd.DataFrame) -> Iterator[tuple[Key, pd.DataFrame]]:
    for _, column in counts.groupby(["count", "year"], sort=False):
        yield (str(column["count"].iloc[0]), int(column["year"].iloc[0])), column


def _kept_instead(
    held: Origin | None, of: str, origin: Origin, reading: Reading, key: Key, catalog: Catalog
) -> Change | None:
    """Return why the figures at hand stay, or None where those of the file take their place."""
    if held is None:
        return None
    if of in catalog.layouts.get(reading.source, {}).get("yields_to", ()):
        return Change("complete_kept", reading, *key, before=held.file)
    if of == reading.source and _age(origin) < _age(held):
        return Change("older_edition_kept", reading, *key, before=held.edition, after=reading.edition)
    return None


def _changes(
    before: dict[Key, pd.DataFrame], column: pd.DataFrame, reading: Reading, key: Key, *, accept_drop: bool
) -> Iterator[Change]:
    earlier = _earlier(before, key)
    if not accept_drop:
        check_not_cut(earlier, column, reading, key)
    yield from column_changes(earlier, column, reading, key, same_year=key in before)


def _origin(reading: Reading, as_of: str, status: str, imported: str) -> Origin:
    return Origin(as_of, reading.file, reading.sha256, reading.edition, imported, status)


def _point_origin(reading: Reading, imported: str) -> Origin:
    return _origin(reading, reading.edition, "", imported)


def _age(origin: Origin) -> tuple[str, str]:
    return origin.edition, origin.as_of


def _status(column: pd.DataFrame, reading: Reading) -> str:
    """Return the one status of the cells that hold a number: the table keeps it once per column."""
    statuses = column["status"][column["value"].notna()].unique()
    if len(statuses) > 1:
        raise SourceError("statuses_mixed", file=reading.file, found=", ".join(sorted(statuses)))
    return str(statuses[0]) if len(statuses) else MISSING


def _earlier(columns: Mapping[Key, pd.DataFrame], key: Key) -> pd.DataFrame | None:
    """Return the figures of the same year, else those of the last year before it."""
    count, year = key
    held = [each for name, each in columns if name == count and each <= year]
    return columns[count, max(held)] if held else None


def _check_parts(
    columns: Mapping[Key, pd.DataFrame], new: set[Key], origins: Mapping[Key, Origin], catalog: Catalog
) -> None:
    for (name, year), column in columns.items():
        whole = catalog.counts[name].part_of if name in catalog.counts else ""
        if (whole, year) not in columns or not {(name, year), (whole, year)} & new:
            continue
        part, limit = (each.set_index("area")["value"] for each in (column, columns[whole, year]))
        exceeding = part.index[part > limit.reindex(part.index)]
        if len(exceeding):
            area = exceeding[0]
            raise SourceError(
                "count_exceeds_whole",
                file=origins[(name, year) if (name, year) in new else (whole, year)].file,
                area=area,
                year=year,
                count=name,
                whole=whole,
                found=part[area],
                expected=limit[area],
            )


def _log_rows(log: Iterable[Change], imported: str) -> pd.DataFrame:
    return pd.DataFrame([change.row(imported) for change in log], columns=list(LOG_COLUMNS), dtype="str")


def _note_rows(readings: Sequence[Reading]) -> pd.DataFrame:
    rows = [
        {"file": reading.file, "problem": note.problem, "number": str(note.number)}
        | {name: str(value) for name, value in note.fields.items()}
        for reading in readings
        for note in reading.notes
    ]
    return pd.DataFrame(rows, columns=list(NOTE_COLUMNS), dtype="str")
