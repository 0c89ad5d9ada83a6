"""Every layout the importer knows, as files small enough to be damaged two thousand times.

Where the publishers' files are present these are their own rows of two prefectures, with the nation added up
anew: Miyagi (wards of a designated city, a code that changed, leading zeros) and Tottori (a union of
insurers). Elsewhere they
are the small files of the other tests.
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from small_files import (
    care_file,
    care_row,
    census_text,
    certified_sheets,
    changes_file,
    insured_sheet,
    insurers_file,
    ipss_ages_text,
    municipalities_file,
    ssdse_file,
    topojson_file,
    workbook_file,
    write,
)

from carecompare.sources.workbook import sheets

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PREFECTURES = ("04", "31")
NAMES = ("宮城県", "鳥取県")
SERVICES = ("220", "410", "510", "520", "550", "760")
EDITIONS = ("2018", "2022", "2026")
Rows = list[list[str]]


def small_originals(folder: Path) -> list[Path]:
    """Return the files of the other tests, one of each layout."""
    return [
        municipalities_file(folder),
        changes_file(folder),
        topojson_file(folder),
        insurers_file(folder),
        ssdse_file(folder),
        write(folder / "2020_table_2-7-1.csv", census_text(), "utf-8-sig"),
        write(folder / "2018_age5_sex.csv", ipss_ages_text()),
        workbook_file(folder, "02h.xlsx", insured_sheet()),
        workbook_file(folder, "04-1-1h.xlsx", certified_sheets()),
        care_file(folder, [care_row(事業所番号=f"11716{number:05}") for number in range(40)]),
    ]


def official_originals(official: Path, folder: Path) -> list[Path]:
    """Return the publishers' files cut down to two prefectures."""
    figures = official.parent / "figures"
    made = [
        _table(figures / "municipalities.csv", folder, lambda row: row[0][:2] in PREFECTURES),
        _table(figures / "municipal_changes.csv", folder, lambda row: row[2][:2] in PREFECTURES),
        _topojson(official / "boundaries" / "ja_municipality_area.topojson", folder),
        _table(figures / "municipality_insurer.csv", folder, lambda row: row[0][:2] in PREFECTURES),
    ]
    made += [
        _table(
            official / "ssdse" / f"SSDSE-A-{edition}.csv",
            folder,
            lambda row: row[0][1:3] in PREFECTURES,
            header=3,
            encoding="cp932",
        )
        for edition in EDITIONS
    ]
    made.append(_census(official / "census" / "2020_table_2-7-1.csv", folder))
    made += [
        _table(figures / f"{name}.csv", folder, lambda row: row[0][:2] in PREFECTURES)
        for name in ("census_1980_2015_age_groups", "ipss2023_three_age_groups")
    ]
    made.append(
        _table(
            official / "ipss" / "2018_age5_sex.csv", folder, lambda row: row[0].zfill(5)[:2] in PREFECTURES
        )
    )
    made += [_workbook(official / "ltci" / f"{name}.xlsx", folder) for name in ("02h", "04-1-1h")]
    made += [
        _table(
            official / "care" / f"jigyosho_{service}.csv",
            folder,
            lambda row: row[0].zfill(6)[:2] in PREFECTURES,
        )
        for service in SERVICES
    ]
    return made


def rows_of(path: Path, encoding: str = "utf-8-sig") -> Rows:
    """Return the cells of a comma-separated file."""
    return list(csv.reader(io.StringIO(path.read_bytes().decode(encoding), newline="")))


def written(rows: Rows, encoding: str = "utf-8-sig", quoting: int = csv.QUOTE_MINIMAL) -> bytes:
    """Return rows as a comma-separated file."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n", quoting=quoting).writerows(rows)  # type: ignore[arg-type] # a constant
    return text.getvalue().encode(encoding)


def grids_of(path: Path) -> dict[str, list[list[Any]]]:
    """Return the sheets of a workbook, figures as numbers."""
    return {
        name: [[int(cell) if cell.isdigit() else cell for cell in row] for row in cells.to_numpy().tolist()]
        for name, cells in sheets(path.read_bytes(), path.name)
    }


def _table(
    path: Path, folder: Path, kept: Callable[[list[str]], bool], header: int = 1, encoding: str = "utf-8-sig"
) -> Path:
    rows = rows_of(path, encoding)
    made = folder / path.name
    made.write_bytes(written([*rows[:header], *(row for row in rows[header:] if kept(row))], encoding))
    return made


def _census(path: Path, folder: Path) -> Path:
    """Keep both sexes of all nationalities, and men, who have to be left out; add up the nation anew."""
    rows = rows_of(path)
    start = next(number for number, row in enumerate(rows) if "/年齢 コード" in row)
    codes = rows[start]
    first = codes.index("/年齢 コード") + 1
    made = [list(row) for row in rows[: start + 2]]
    kept = [
        row for row in rows[start + 2 :] if row[8][:2] in PREFECTURES and row[6] == "0" and row[4] in "01"
    ]
    nation = next(row for row in rows[start + 2 :] if row[8] == "00000" and row[4] == row[6] == "0")
    wholes = [row for row in kept if row[4] == "0" and row[8] in {f"{each}000" for each in PREFECTURES}]
    sums = [
        f"{sum(int(row[column].replace(',', '')) if row[column][:1].isdigit() else 0 for row in wholes):,}"
        for column in range(first, len(nation))
    ]
    out = folder / path.name
    out.write_bytes(written([*made, [*nation[:first], *sums], *kept], quoting=csv.QUOTE_ALL))
    return out


def _workbook(path: Path, folder: Path) -> Path:
    made = {}
    for name, grid in grids_of(path).items():
        start = next(number for number, row in enumerate(grid) if "".join(str(row[0]).split()) == "全国")
        kept = [row for row in grid[start + 1 :] if row[0] in NAMES]
        sums = [sum(column) for column in zip(*(row[2:] for row in kept), strict=True)]
        made[name] = [*grid[:start], [*grid[start][:2], *sums], *kept]
    return workbook_file(folder, path.name, made)


def _topojson(path: Path, folder: Path) -> Path:
    topology = json.loads(path.read_text(encoding="utf-8"))
    ((name, collection),) = topology["objects"].items()
    kept = [each for each in collection["geometries"] if each["properties"]["lg_code_5"][:2] in PREFECTURES]
    numbers: dict[int, int] = {}

    def renumbered(arcs: Any) -> Any:
        if isinstance(arcs, list):
            return [renumbered(each) for each in arcs]
        plain = arcs if arcs >= 0 else ~arcs
        new = numbers.setdefault(plain, len(numbers))
        return new if arcs >= 0 else ~new

    geometries = [{**each, "arcs": renumbered(each["arcs"])} for each in kept]
    topology["arcs"] = [topology["arcs"][old] for old in numbers]
    topology["objects"] = {name: {**collection, "geometries": geometries}}
    return write(folder / path.name, json.dumps(topology))
