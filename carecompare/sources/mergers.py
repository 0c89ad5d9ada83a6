"""What a municipality of today was made of: figures under old codes are added up whole or not at all."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.errors import SourceError
from carecompare.sources.cells import first_row
from carecompare.sources.notes import Note
from carecompare.tables import MISSING

if TYPE_CHECKING:
    from carecompare.sources.places import Places

MERGED, ABSORBED = "establishmentOfNewMunicipalityByMerging", "absorption"
_CITY = "2"  # third digit of a city's code; cities of a prefecture are numbered in the order they became one
_SHOWN = 5


class Formation:
    """How the municipalities came about.

    Parameters
    ----------
    places : Places
        With the dated changes of codes.
    """

    def __init__(self, places: Places) -> None:
        self._places = places
        self._parts: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._reasons: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._created: dict[str, str] = dict.fromkeys(places.names, "")
        events = places.code_changes[["date", "reason", "old_code", "new_code"]]
        for date, reason, old, new in events.sort_values("date").itertuples(index=False):
            self._parts[new][date].add(old)
            self._reasons[new, date].add(reason)
            self._created.setdefault(old, "")
            self._created[new] = self._created.get(new) or date

    def partitions(self, municipality: str) -> list[frozenset[str]]:
        """Return the codes that covered its ground, today's first, then before each change back in time."""
        current, last = {municipality}, "9999"
        found = [frozenset(current)]
        while dates := {date for code in current for date in self._parts.get(code, {}) if date < last}:
            last = max(dates)
            current = {part for code in current for part in self._before(code, last)}
            found.append(frozenset(current))
        return found

    def _before(self, code: str, date: str) -> set[str]:
        """Return what a code was made of on a day, through what happened to its parts on the same day."""
        parts = self._parts.get(code, {}).get(date)
        if parts is None:
            return {code}
        kept = {code} if self._existed(code, date) else set()
        return kept.union(*(self._before(part, date) for part in parts))

    def _existed(self, code: str, date: str) -> bool:
        """Return whether a code was in use before the change of that day that led to it.

        The list of changes leaves out a municipality that keeps its code. One that absorbs others did; one
        that was made by merging did when a city numbered after it is older.
        """
        reasons = self._reasons[code, date]
        if not reasons <= {MERGED, ABSORBED}:
            return False
        if MERGED not in reasons or self._created[code] not in {"", date}:
            return True
        return code[2] == _CITY and any(
            other[:3] == code[:3] and other > code and created < date
            for other, created in self._created.items()
        )


def check_whole(codes: pd.Series[str], areas: pd.Series[str], places: Places, *, file: str) -> list[Note]:
    """Check that where a file has old codes it has every part of today's municipality.

    Parameters
    ----------
    codes : Series of str
        As they stand in the file, without wards.
    areas : Series of str
        The municipality of today of each.
    places : Places
        With the dated changes of codes.
    file : str
        Named when a part is missing.

    Returns
    -------
    list of Note
        One per municipality that is added up.

    Raises
    ------
    SourceError
        If a municipality is there in part only.
    """
    held: dict[str, set[str]] = {}
    old = set(areas[(codes != areas) & (areas != "")])
    chosen = areas.isin(old)
    for code, area in zip(codes[chosen], areas[chosen], strict=True):
        held.setdefault(area, set()).add(code)
    formation = Formation(places) if held else None
    notes = []
    for area, present in sorted(held.items()):
        partitions = formation.partitions(area) if formation else []
        if present not in partitions:
            nearest = max(
                partitions, key=lambda parts: (len(parts & present), -len(parts)), default=frozenset()
            )
            row = first_row(areas == area)
            missing, strange = sorted(nearest - present), sorted(present - nearest)
            raise SourceError(
                "parts_missing" if missing else "parts_overlap",
                file=file,
                row=row,
                area=f"{area} {places.names[area]}",
                found=(missing or strange)[:_SHOWN],
            )
        if len(present) > 1:
            notes.append(Note("codes_added_up", len(present), {"area": area}))
    return notes


def added_up(counts: pd.DataFrame) -> pd.DataFrame:
    """Return COUNTS in which the rows of one area, year and count are one.

    A sum of which a part is missing is missing itself, for the part's reason.
    """
    key = ["area", "year", "count"]
    several = counts.duplicated(key, keep=False)
    if not several.any():
        return counts
    rows = counts[several].assign(reason=counts["status"].where(counts["value"].isna()))
    sums = rows.groupby(key, as_index=False, sort=False).agg(
        value=("value", lambda values: values.sum(skipna=False)),
        status=("status", "first"),
        reason=("reason", "first"),
        source=("source", "first"),
        as_of=("as_of", "first"),
    )
    sums["status"] = sums["reason"].fillna(sums["status"].where(sums["value"].notna(), MISSING))
    return pd.concat([counts[~several], sums.drop(columns="reason")], ignore_index=True)


def renamed(codes: pd.Series[str], places: Places) -> tuple[pd.Series[str], list[Note]]:
    """Return codes in which a municipality that only changed its code has today's.

    Parameters
    ----------
    codes : Series of str
        Of a table that also holds the areas of before mergers, which are parts of others.
    places : Places
        With the dated changes of codes.
    """
    present = set(codes)
    lost = places.names.keys() - present
    formation = Formation(places) if lost else None
    new: dict[str, str] = {}
    for area in sorted(lost):
        for parts in formation.partitions(area) if formation else []:
            if len(parts) == 1 and parts <= present:
                new[next(iter(parts))] = area
                break
    notes = [Note("code_mapped", 1, {"found": code, "area": area}) for code, area in new.items()]
    return codes.map(lambda code: new.get(code, code)), notes
