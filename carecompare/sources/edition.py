"""Figures before + readings → the next edition, with a log of what changed, or a refusal."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial, reduce
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.clock import today
from carecompare.errors import SourceError
from carecompare.sources.changes import (
    LOG_COLUMNS,
    Change,
    area_changes,
    ground_changes,
    mapped_codes,
)
from carecompare.sources.figures import BOUNDARIES_FILE, INSTITUTIONS_FILE, NOTE_COLUMNS, TOWN_POINTS_FILE
from carecompare.sources.moves import MOVE_COLUMNS
from carecompare.sources.publishers.ages import AGES_FILE, with_ages
from carecompare.sources.publishers.grants.table import GRANT_FILES, NO_GRANTS, Grants, with_grants
from carecompare.sources.publishers.ground import WHOLE_LISTS, ground_of
from carecompare.sources.publishers.medical.institutions import SOURCE as INSTITUTIONS
from carecompare.sources.publishers.office_places import CARE_OFFICES, place_columns
from carecompare.sources.publishers.office_rows import replaced, with_offices, with_points
from carecompare.sources.taking import Before, Key, Taken, origin_of
from carecompare.tables import MISSING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from carecompare.catalog import Catalog
    from carecompare.sources.manifest import Origin
    from carecompare.sources.moves import Jump
    from carecompare.sources.places import Places
    from carecompare.sources.reading import Reading


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
    grants : Grants
        The scores of every item of the incentive grants.
    ground_origins : mapping
        Where areas, codes and boundaries came from, by table and publisher's file.
    log, notes : DataFrame
        Of every import so far.
    new_log, new_notes : DataFrame
        Of this import.
    moves : DataFrame
        What this import moves: totals of nation and prefectures and the towns that moved most, columns
        ``MOVE_COLUMNS``.
    jumps : tuple of Jump
        Moves that wait for a person's word.
    unchanged : frozenset of (str, int)
        Tables, by source and year, that stay as they are written.
    same : frozenset of str
        Tables of boundaries, points and ages that stay as they are written; the last two are then not read.
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
    moves: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(MOVE_COLUMNS)))
    jumps: tuple[Jump, ...] = ()
    unchanged: frozenset[tuple[str, int]] = frozenset()
    same: frozenset[str] = frozenset()
    grants: Grants = NO_GRANTS

    def tables(self) -> Iterator[tuple[tuple[str, int], pd.DataFrame]]:
        """Yield each changed table: a row per area, a column per count; numbers, status words or empty."""
        municipalities = self.places.names.keys()
        tables = {(self.sources[key], key[1]) for key in self.columns}
        for table in sorted(tables - self.unchanged):
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


def merged(  # noqa: PLR0913 - one argument for each kind of table
    before: Before,
    readings: Sequence[Reading],
    catalog: Catalog,
    *,
    places: Places,
    offices: Callable[[Collection[str]], pd.DataFrame],
    ages: pd.DataFrame | None = None,
    grants: Grants | None = None,
    accept_jump: bool = False,
) -> Edition:
    """Return the figures after these readings.

    Parameters
    ----------
    before : Before
        The figures so far.
    readings : sequence of Reading
        In the order they are to be taken; of one count and year the newer edition is kept.
    catalog : Catalog
        Which count cannot exceed which.
    places : Places
        The areas so far.
    offices : callable
        Takes services and returns OFFICES so far without theirs, which new files replace.
    ages : DataFrame, optional
        AGES so far, where a reading brings some.
    grants : Grants, optional
        Of the years so far.
    accept_jump : bool
        Accept counts that moved far from the figures before, in either direction.

    Returns
    -------
    Edition
        Nothing is written yet.

    Raises
    ------
    SourceError
        If a file looks cut short, or a count exceeds the one it is part of.
    """
    first = places
    ground = {
        name: dict(table.origins) for name, table in before.manifest.tables.items() if table.year is None
    }
    imported = today().isoformat()
    log: list[Change] = []
    fresh: list[pd.DataFrame] = []
    institutions: list[Callable[[pd.DataFrame], pd.DataFrame]] = []
    taken = Taken(before, catalog, imported, accept_jump=accept_jump)
    for reading in readings:
        after = reading.places or places
        log += [*area_changes(places.names, after.names, reading), *mapped_codes(reading)]
        for name, was, now in ground_of(places, after):
            log += ground_changes(name, was, now, reading)
            of_day = reading.edition if reading.counts is None else ""
            kept_of = {} if name in WHOLE_LISTS else ground.get(name, {})
            ground[name] = {**kept_of, reading.file: origin_of(reading, of_day, "", imported)}
        places = after
        if reading.counts is None:
            if reading.offices is not None:
                institutions.append(partial(with_points, new=reading.offices))
                ground.setdefault(INSTITUTIONS_FILE, {})[reading.file] = _point_origin(reading, imported)
            continue
        changes, has_older = taken.take(reading)
        log += changes
        if reading.offices is not None and not has_older:
            if reading.source != INSTITUTIONS:
                fresh.append(reading.offices)
            else:
                institutions.append(partial(with_offices, new=reading.offices))
                ground.setdefault(INSTITUTIONS_FILE, {})[reading.file] = _point_origin(reading, imported)
    ground.setdefault(AGES_FILE, {}).update(_age_origins(readings, imported))
    for name in GRANT_FILES:
        ground.setdefault(name, {}).update(_grant_origins(readings, imported))
    kept_offices = offices({str(each["service"].iloc[0]) for each in fresh if len(each)})
    offices_now = replaced(reduce(lambda rows, change: change(rows), institutions, kept_offices), fresh)
    if fresh:
        for made in place_columns(offices_now, catalog, taken.origins, places.names):
            taken.put(*made, CARE_OFFICES)
    _check_parts(taken.columns, taken.new, taken.origins, catalog)
    new_log, new_notes = _log_rows(log, imported), _note_rows(readings)
    kept = before.notes[~before.notes["file"].isin([reading.file for reading in readings])]
    return Edition(
        places,
        taken.columns,
        taken.origins,
        taken.sources,
        offices_now,
        with_ages(ages, readings),
        ground,
        pd.concat([before.log, new_log], ignore_index=True),
        pd.concat([kept, new_notes], ignore_index=True).sort_values("file", kind="stable", ignore_index=True),
        new_log,
        new_notes,
        taken.all_moves(),
        tuple(taken.jumps),
        taken.unchanged(before.manifest) if places.names == first.names else frozenset(),
        _same(first, places, readings) & before.manifest.tables.keys(),
        with_grants(grants, (each.grants for each in readings if each.grants is not None)),
    )


def _same(first: Places, after: Places, readings: Sequence[Reading]) -> frozenset[str]:
    """Return the tables that no reading touches."""
    is_same = {
        BOUNDARIES_FILE: after.boundaries is first.boundaries,
        TOWN_POINTS_FILE: after.town_points is first.town_points,
        AGES_FILE: all(each.ages is None for each in readings),
    }
    return frozenset(name for name, stays in is_same.items() if stays)


def _age_origins(readings: Sequence[Reading], imported: str) -> dict[str, Origin]:
    given = (each for each in readings if each.ages is not None)
    return {each.file: origin_of(each, each.edition, "", imported) for each in given}


def _grant_origins(readings: Sequence[Reading], imported: str) -> dict[str, Origin]:
    given = (each for each in readings if each.grants is not None)
    return {each.file: origin_of(each, each.edition, "", imported) for each in given}


def _point_origin(reading: Reading, imported: str) -> Origin:
    return origin_of(reading, reading.edition, "", imported)


def _check_parts(
    columns: Mapping[Key, pd.DataFrame], new: set[Key], origins: Mapping[Key, Origin], catalog: Catalog
) -> None:
    for name, year in list(columns):
        whole = catalog.counts[name].part_of if name in catalog.counts else ""
        if not {(name, year), (whole, year)} & new or (whole, year) not in columns:
            continue
        pair = columns[name, year], columns[whole, year]
        part, limit = (each.set_index("area")["value"] for each in pair)
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
