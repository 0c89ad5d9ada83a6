"""The later layouts, as files small enough to be damaged: zip, projection, compiled tables, e-Stat answers.

Cut down to the prefectures of ``whole_files`` where the publishers' files are present. The premiums of
insurers are the tests' own figures, since nobody publishes that table; an answer of the API is built from the
rows of the SSDSE file beside it.
"""

from __future__ import annotations

import csv
import zipfile
from typing import TYPE_CHECKING, Any

from small_files import MUNICIPALITIES, workbook_file, write
from small_medical_files import BEDS as BED_COLUMNS
from small_medical_files import COLUMNS as HOSPITAL_COLUMNS
from small_medical_files import (
    HOSPITALS,
    answer,
    answer_file,
    hospitals_everywhere,
    medical_text,
    value,
    zip_file,
)
from whole_files import PREFECTURES, grids_of, rows_of, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

YEN = "monthly_standard_premium_yen"
PROJECTION = "2023_kekkahyo1.xlsx"
INSURERS_PREMIUMS = "premium_9th_insurers.csv"
AVERAGES = "premium_9th_prefecture_average.csv"
COMPILED = ("group_homes_2025_12.csv", "home_care_support_clinics_2025_10.csv")
CLASSES, MEDICAL_AREAS = "municipality_class_2023.csv", "municipality_medical_area.csv"
ESTAT_TABLE, ESTAT_ITEMS = "0000020209", ("I510120", "I5102")
HEAD_OF_PROJECTION = 5


def more_official_originals(official: Path, folder: Path) -> list[Path]:
    """Return the publishers' files cut down to two prefectures."""
    figures = official.parent / "figures"
    made = [
        _cut(figures / name, folder, lambda row: row[0][:2] in PREFECTURES)
        for name in (CLASSES, MEDICAL_AREAS, *COMPILED)
    ]
    made.append(_cut(figures / AVERAGES, folder, lambda row: row[0] in {"00", *PREFECTURES}))
    made.append(_insurers_premiums(folder, _insured(figures / "municipality_insurer.csv")))
    made.append(_hospitals(official / "medical" / f"{HOSPITALS}.zip", folder))
    made.append(_projection(official / "ipss" / PROJECTION, folder))
    made.append(_answer(official / "ssdse" / "SSDSE-A-2026.csv", folder))
    return made


def more_small_originals(folder: Path) -> list[Path]:
    """Return small files of the same layouts, of the eleven municipalities."""
    prefectures = {code[:2]: prefecture for code, (prefecture, *_) in MUNICIPALITIES.items()}
    averages = [["area", "name_ja", YEN], ["00", "全国", "6225"]]
    averages += [[code, name, "6000"] for code, name in sorted(prefectures.items())]
    classes = [
        ["municipality", "class_with_prefix_ja", "depopulated_area", "mountain_village", "metropolitan_area"]
    ]
    classes += [[code, "都市Ⅲ－３", "0", "1", "0"] for code in MUNICIPALITIES]
    medical = [["municipality", "name_ja", "medical_area", "medical_area_ja"]]
    medical += [[code, name, f"{code[:2]}01", "中央"] for code, (_, name, *_) in MUNICIPALITIES.items()]
    group_homes = [["municipality", "care_offices_320"], *([code, "3"] for code in MUNICIPALITIES)]
    support = [["municipality", "home_care_support_clinics", "home_care_support_hospitals"]]
    support += [[code, "5", "1"] for code in MUNICIPALITIES]
    tables = {
        AVERAGES: averages,
        CLASSES: classes,
        MEDICAL_AREAS: medical,
        COMPILED[0]: group_homes,
        COMPILED[1]: support,
    }
    made = []
    for name, rows in tables.items():
        made.append(folder / name)
        made[-1].write_bytes(written(rows))
    made.append(_insurers_premiums(folder, ["01100", "13112"]))
    text = medical_text(hospitals_everywhere(each=4), [*HOSPITAL_COLUMNS, *BED_COLUMNS])
    made.append(
        zip_file(folder, f"{HOSPITALS}.zip", {f"{HOSPITALS}.csv": b"\xef\xbb\xbf" + text.encode("utf-8")})
    )
    values = [
        value(code, str(number), item=item)
        for number, code in enumerate(MUNICIPALITIES, start=10)
        for item in ESTAT_ITEMS
    ]
    made.append(answer_file(folder, answer(values, ESTAT_TABLE), "estat_answer.json"))
    return made


def packed_table(path: Path) -> tuple[str, bytes]:
    """Return name and content of the one table in an archive."""
    with zipfile.ZipFile(path) as archive:
        (name,) = archive.namelist()
        return name, archive.read(name)


def _cut(path: Path, folder: Path, kept: Callable[[list[str]], bool]) -> Path:
    header, *rows = rows_of(path)
    made = folder / path.name
    made.write_bytes(written([header, *filter(kept, rows)]))
    return made


def _insured(path: Path) -> list[str]:
    """Return the municipalities of Miyagi whose insurer is known by its name."""
    return [row[0] for row in rows_of(path)[1:] if row[0].startswith("04") and "direct_name_match" in row]


def _insurers_premiums(folder: Path, codes: Iterable[str]) -> Path:
    rows = [["municipality", YEN], *([code, str(5000 + 10 * n)] for n, code in enumerate(codes))]
    path = folder / INSURERS_PREMIUMS
    path.write_bytes(written(rows))
    return path


def _hospitals(path: Path, folder: Path) -> Path:
    name, content = packed_table(path)
    scratch = write(folder / "scratch.csv", content.decode("utf-8-sig"))
    header, *rows = rows_of(scratch)
    scratch.unlink()
    place = header.index("都道府県コード")
    kept = [row for row in rows if row[place].zfill(2) in PREFECTURES]
    table = written([header, *kept], quoting=csv.QUOTE_ALL)
    return zip_file(folder, path.name, {name.rpartition("/")[2]: table})


def _projection(path: Path, folder: Path) -> Path:
    ((name, grid),) = grids_of(path).items()
    rows = [row for row in grid[HEAD_OF_PROJECTION:] if str(row[0]).zfill(5)[:2] in PREFECTURES]
    return workbook_file(folder, path.name, {name: [*grid[:HEAD_OF_PROJECTION], *rows]})


def _answer(path: Path, folder: Path) -> Path:
    items, years, _, *rows = rows_of(path, "cp932")
    values: list[dict[str, Any]] = []
    for item in ESTAT_ITEMS:
        place = items.index(item)
        values += [
            value(row[0][1:], row[place], item=item, time=f"{years[place]}100000")
            for row in rows
            if row[0][1:3] in PREFECTURES
        ]
    return answer_file(folder, answer(values, ESTAT_TABLE), "estat_answer.json")
