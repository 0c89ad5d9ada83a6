"""The publishers' files of the years after: theirs, with the dates moved and the figures changed a little."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

from census_files import ages_file
from whole_files import rows_of, written

if TYPE_CHECKING:
    from pathlib import Path

    from whole_files import Rows

# Files that state no date are given one.
Dated = tuple[str, list["Path"]]
CENSUS_YEAR, SSDSE_EDITION = 2030, 2027
# Of figures: what is counted again is a little less, and so is each of its parts.
SHRINK = 0.98
# Code, prefecture and municipality stand before the figures of SSDSE.
NAMES = 3
# Where those of 40 to 44 stand among the ages.
AT_40 = 8


def years_after(official: Path, folder: Path) -> list[Dated]:
    """Return the files of every source an edition later, with the date to give where a file states none."""
    figures = official.parent / "figures"
    undated = [
        _ssdse(official / "ssdse" / "SSDSE-A-2026.csv", folder),
        _census(official / "census" / "2020_table_2-7-1.csv", folder),
        _imputed(official / "census" / "2020_table_2-7-1.csv", folder),
        _tidy_projection(figures / "ipss2023_three_age_groups.csv", folder),
        _ages(official / "ipss" / "2018_age5_sex.csv", folder),
        _copied(figures / "municipality_class_2023.csv", folder, "municipality_class_2024.csv"),
        _changed(
            figures / "premium_9th_prefecture_average.csv", folder, "premium_10th_prefecture_average.csv"
        ),
        _changed(figures / "group_homes_2025_12.csv", folder, "group_homes_2026_12.csv"),
        _changed(
            figures / "home_care_support_clinics_2025_10.csv", folder, "home_care_support_clinics_2026_10.csv"
        ),
        _hospitals(official / "medical" / "01-1_hospital_facility_info_20250601.zip", folder, "20260601"),
    ]
    care = sorted((official / "care").glob("jigyosho_*.csv"))
    reports = [_another_year(official / "ltci" / f"{name}.xlsx", folder) for name in ("02h", "04-1-1h")]
    return [
        ("", undated),
        ("2025-03", reports),
        ("2026-12", [_without_some(path, folder) for path in care]),
    ]


def _less(cell: str) -> str:
    """Return a count that is a little less; what is no count stays."""
    plain = cell.replace(",", "")
    return str(int(int(plain) * SHRINK)) if plain.isdigit() else cell


def _saved(rows: Rows, path: Path, encoding: str = "utf-8-sig", quoting: int = 0) -> Path:
    path.write_bytes(written(rows, encoding, quoting))
    return path


def _ssdse(path: Path, folder: Path) -> Path:
    items, years, names, *rows = rows_of(path, "cp932")
    edition = f"SSDSE-A-{SSDSE_EDITION}"
    later = [str(int(year) + 1) if year.isdigit() else year for year in years]
    # What the census counted stays: it comes every five years.
    kept = {place for place, year in enumerate(years) if year == "2020"}
    later = [years[place] if place in kept else year for place, year in enumerate(later)]
    moved = [
        [cell if place < NAMES or place in kept else _less(cell) for place, cell in enumerate(row)]
        for row in rows
    ]
    return _saved([[edition, *items[1:]], later, names, *moved], folder / f"{edition}.csv", "cp932")


def _census(path: Path, folder: Path) -> Path:
    text = path.read_bytes().decode("utf-8-sig")
    text = text.replace("令和２年", "令和１２年").replace("2020年", f"{CENSUS_YEAR}年")
    text = text.replace('"2020000000"', f'"{CENSUS_YEAR}000000"')
    out = folder / f"{CENSUS_YEAR}_table_2-7-1.csv"
    out.write_text(text, encoding="utf-8-sig", newline="")
    return out


def residents_of(official: Path) -> dict[str, list[int]]:
    """Return the residents of each municipality: all, 21 ages, unknown, three groups of ages."""
    known = {row[0] for row in rows_of(official.parent / "figures" / "municipality_class_2023.csv")[1:]}
    rows = rows_of(official / "census" / "2020_table_2-7-1.csv")
    start = next(number for number, row in enumerate(rows) if "/年齢 コード" in row)
    first = rows[start].index("/年齢 コード") + 1
    return {
        row[8]: [int(cell.replace(",", "")) if cell[:1].isdigit() else 0 for cell in row[first : first + 26]]
        for row in rows[start + 2 :]
        if row[4] == row[6] == "0" and row[8] in known
    }


def _imputed(path: Path, folder: Path) -> Path:
    """Return the table in which nobody's age is unknown: those of whom it was are 40 to 44 years old."""
    held = {}
    for code, counts in residents_of(path.parent.parent).items():
        everybody, *ages, unknown, young, middle, old = counts
        ages[AT_40] += unknown
        held[code] = [everybody, *ages, 0, young, middle + unknown, old]
    return ages_file(folder, "令和１２年", str(CENSUS_YEAR), "【不詳補完値】", held, "b02_07_imputed.xlsx")


def _tidy_projection(path: Path, folder: Path) -> Path:
    header, *rows = rows_of(path)
    year = header.index("year")
    moved = [[*row[:year], str(int(row[year]) + 5), *row[year + 1 :]] for row in rows]
    return _saved([header, *moved], folder / path.name.replace("2023", "2028"))


def _ages(path: Path, folder: Path) -> Path:
    header, *rows = rows_of(path)
    year = header.index("年")
    moved = [
        [*row[:year], re.sub(r"\d{4}", lambda found: str(int(found[0]) + 5), row[year]), *row[year + 1 :]]
        for row in rows
    ]
    return _saved([header, *moved], folder / path.name.replace("2018", "2023"))


def _copied(path: Path, folder: Path, name: str) -> Path:
    out = folder / name
    out.write_bytes(path.read_bytes())
    return out


def _changed(path: Path, folder: Path, name: str) -> Path:
    header, *rows = rows_of(path)
    texts = [place for place, column in enumerate(header) if column in ("area", "municipality", "name_ja")]
    return _saved(
        [header, *([c if p in texts else _less(c) for p, c in enumerate(row)] for row in rows)], folder / name
    )


def _without_some(path: Path, folder: Path, each: int = 80) -> Path:
    rows = rows_of(path)
    return _saved([row for n, row in enumerate(rows) if n == 0 or n % each], folder / path.name, quoting=1)


def _hospitals(path: Path, folder: Path, date: str) -> Path:
    out = folder / f"01-1_hospital_facility_info_{date}.zip"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        (name,) = (each for each in old.namelist() if each.endswith(".csv"))
        lines = old.read(name).decode("utf-8-sig")
        new.writestr(f"01-1_hospital_facility_info_{date}.csv", lines.encode("utf-8-sig"))
    return out


def _another_year(path: Path, folder: Path) -> Path:
    """Return a report saved in the folder of the year after, its figures those of the file.

    Insurers' figures add up in several ways, so that none is changed: an import says that they are equal to
    those of another edition, and waits.
    """
    out = folder / path.name
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/workbook.xml":
                content = content.replace(b"\\2023\\", b"\\2024\\")
            new.writestr(name, content)
    return out
