"""The list of municipalities and the list of their changes → areas and what old codes stand for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.errors import SourceError
from carecompare.sources.cells import degrees, first_row, in_a_prefecture, municipality_codes
from carecompare.sources.files import grid, sha256
from carecompare.sources.places import (
    CHANGES_COLUMNS,
    CODE_CHANGE_COLUMNS,
    INSURER,
    MUNICIPALITY,
    PREFECTURE,
    PROJECTION_AREA,
    WARD,
)
from carecompare.sources.reading import Reading
from carecompare.tables import AREAS, NATION

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from carecompare.catalog import Catalog
    from carecompare.sources.files import Head
    from carecompare.sources.places import Places


SOURCE = "local_codes"
LIST_COLUMNS = (
    "municipality",
    "prefecture_ja",
    "name_ja",
    "kana",
    "office_latitude",
    "office_longitude",
    "kind",
)
# Mergers between two editions are few; more areas than this are missing only from a file cut short.
MOST_MERGED = 20
_DESIGNATED_CITY = "designated_city"
_DESIGNATED_WARD = "designated_ward"
_OF_A_COUNTY = "abolishmentOfDistrict"  # a county is no municipality and stands for none
_CITY_WITH_WARDS = "1"  # third digit of the codes of designated cities, their wards and those of Tokyo


def named(path: Path, columns: tuple[str, ...], only: Collection[str] | None = None) -> pd.DataFrame:
    """Return a table by the names of its columns, or of those among them that are wanted.

    Raises
    ------
    SourceError
        If a column is missing or stands there twice, or there is no row below the header.
    """
    cells = grid(path, only=only)
    header = [str(name).strip() for name in cells.iloc[0]]
    missing = [name for name in columns if name not in header]
    if missing:
        raise SourceError("column_missing", file=path.name, column=missing[0])
    twice = [name for name in columns if header.count(name) > 1]
    if twice:
        raise SourceError("column_twice", file=path.name, column=twice[0])
    if len(cells) == 1:
        raise SourceError("file_empty", file=path.name)
    cells.columns = pd.Index(header)
    return cells.iloc[1:]


def recognises_municipalities(head: Head, catalog: Catalog) -> bool:  # noqa: ARG001 (readers are asked alike)
    """Return whether the first line is that of the list of municipalities."""
    return set(LIST_COLUMNS) <= head.header


def recognises_changes(head: Head, catalog: Catalog) -> bool:  # noqa: ARG001 (the same)
    """Return whether the first line is that of the list of changes."""
    return set(CODE_CHANGE_COLUMNS) <= head.header


def read_municipalities(path: Path, catalog: Catalog, places: Places) -> Reading:
    """Read the list of municipalities and wards.

    Parameters
    ----------
    path : Path
        Columns ``LIST_COLUMNS``.
    catalog : Catalog
        For the words of the layout.
    places : Places
        Whose changes and boundaries are kept.

    Returns
    -------
    Reading
        With ``places``: municipalities, prefectures, nation and areas projected as one; each ward of a
        designated city stands for the city.

    Raises
    ------
    SourceError
        If the file is not of this layout.
    """
    listed = named(path, LIST_COLUMNS)
    words = catalog.layouts["municipalities"]
    listed = listed.assign(municipality=_codes(listed, "municipality", path.name))
    of_a_city = listed["kind"].isin([_DESIGNATED_WARD, ""])
    today = listed[~of_a_city]
    _check_not_cut(today["municipality"], places, path.name)
    prefectures = today.drop_duplicates("prefecture_ja")[["municipality", "prefecture_ja"]]
    by_code = {code[:2]: name for code, name in prefectures.itertuples(index=False)}
    rows = pd.DataFrame(
        {
            "area": today["municipality"],
            "level": MUNICIPALITY,
            "name_ja": today["name_ja"],
            "kana": today["kana"],
            "prefecture": today["municipality"].str[:2],
            "prefecture_ja": today["prefecture_ja"],
            "latitude": degrees(today["office_latitude"], file=path.name, column="office_latitude"),
            "longitude": degrees(today["office_longitude"], file=path.name, column="office_longitude"),
        }
    )
    wider = [
        {"area": NATION, "level": "nation", "name_ja": words["nation_ja"]},
        *(
            {"area": code, "level": PREFECTURE, "name_ja": name, "prefecture": code, "prefecture_ja": name}
            for code, name in by_code.items()
        ),
        *(
            {**area, "level": PROJECTION_AREA, "prefecture_ja": by_code.get(area["prefecture"])}
            for area in words["projection_areas"]
        ),
    ]
    insurers = places.areas[places.areas["level"] == INSURER]
    areas = pd.concat([rows, pd.DataFrame(wider, columns=list(AREAS.columns)), insurers], ignore_index=True)
    cities = sorted(today["municipality"][today["kind"] == _DESIGNATED_CITY])
    wards = [
        (ward, city, WARD) for ward in listed["municipality"][of_a_city] if (city := _city_of(ward, cities))
    ]
    former = places.changes[places.changes["reason"] != WARD].itertuples(index=False, name=None)
    return Reading(
        SOURCE,
        path.name,
        sha256(path),
        places=replace(
            places,
            areas=AREAS.check(areas.sort_values("area", ignore_index=True)),
            changes=_changes([*former, *wards]),
        ),
    )


def _codes(listed: pd.DataFrame, column: str, file: str) -> pd.Series[str]:
    codes = municipality_codes(listed[column], file=file, column=column)
    unknown = ~codes.map(lambda code: bool(code) and in_a_prefecture(code)).astype(bool)
    if unknown.any():
        row = first_row(unknown)
        raise SourceError("area_unknown", file=file, row=row, column=column, found=codes[row])
    return codes


def _check_not_cut(codes: pd.Series[str], places: Places, file: str) -> None:
    """Check that the list lost no more municipalities than a year's mergers explain."""
    twice = codes.duplicated()
    if twice.any():
        row = first_row(twice)
        raise SourceError("area_twice", file=file, row=row, found=codes[row])
    missing = sorted(places.names.keys() - set(codes))
    if len(missing) > min(MOST_MERGED, len(places.names) // 2):
        raise SourceError(
            "areas_missing", file=file, found=len(missing), expected=len(places.names), area=missing[0]
        )


def read_changes(path: Path, catalog: Catalog, places: Places) -> Reading:  # noqa: ARG001 (readers are called alike)
    """Read the mergers, renames and code changes.

    Parameters
    ----------
    path : Path
        Columns ``CODE_CHANGE_COLUMNS``.
    catalog : Catalog
        Not needed here.
    places : Places
        The municipalities of today.

    Returns
    -------
    Reading
        With ``places``: every old code followed to the municipality of today. A code that was divided among
        several stands for none and is left out. The changes themselves are kept with their dates.
    """
    listed = named(path, CODE_CHANGE_COLUMNS)
    listed = listed.assign(**{name: _codes(listed, name, path.name) for name in ("old_code", "new_code")})
    followers: dict[str, set[str]] = {}
    reasons: dict[str, str] = {}
    municipal = listed[listed["reason"] != _OF_A_COUNTY]
    for reason, old, new in municipal[["reason", "old_code", "new_code"]].itertuples(index=False):
        followers.setdefault(old, set()).add(new)
        reasons[old] = reason
    cities = sorted({places.stands_for[ward] for ward in places.wards})
    rows = [(ward, places.stands_for[ward], WARD) for ward in sorted(places.wards)]
    every_code = {*followers, *(new for each in followers.values() for new in each)}
    for code in sorted(every_code - places.names.keys() - places.wards):
        city = _city_of(code, cities)
        if city:
            rows.append((code, city, WARD))
        elif len(ends := _ends(code, followers, places, cities)) == 1:
            rows.append((code, ends.pop(), reasons[code]))
    return Reading(
        SOURCE,
        path.name,
        sha256(path),
        places=replace(places, changes=_changes(rows), code_changes=_dated(municipal)),
    )


def _dated(municipal: pd.DataFrame) -> pd.DataFrame:
    columns = list(CODE_CHANGE_COLUMNS)
    return municipal[columns].astype("str").sort_values(columns, ignore_index=True)


def _changes(rows: Iterable[tuple[str, str, str]]) -> pd.DataFrame:
    return pd.DataFrame(sorted(rows), columns=list(CHANGES_COLUMNS), dtype="str")


def _city_of(code: str, cities: Sequence[str]) -> str | None:
    """Return the designated city a ward belongs to: cities and their wards are numbered in one run."""
    if code[2] != _CITY_WITH_WARDS:
        return None
    return max((city for city in cities if city[:2] == code[:2] and city < code), default=None)


def _ends(code: str, followers: Mapping[str, set[str]], places: Places, cities: Sequence[str]) -> set[str]:
    ends: set[str] = set()
    seen: set[str] = set()
    ahead = {code}
    while ahead:
        now = ahead.pop()
        seen.add(now)
        end = now if now in places.names else _city_of(now, cities)
        if end:
            ends.add(end)
        else:
            ahead |= followers.get(now, set()) - seen
    return ends
