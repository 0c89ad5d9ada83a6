"""Reading all 741 exports of the 見える化 system out of one archive, with the report on them."""

from __future__ import annotations

import io
import random
import sys
import time
import zipfile
from pathlib import Path

from python_calamine import CalamineWorkbook
from table import Aim, Row, Sample

from carecompare.own.mieruka.exports import read_exports
from carecompare.own.mieruka.files import exported_files
from carecompare.own.mieruka.health import health
from carecompare.own.mieruka.places import places_from

sys.path.append(str(Path(__file__).parent.parent / "unit" / "own"))
from export_making import areas_book, series_book

WORKBOOKS = 741
AIM_SECONDS = 60.0
AREAS = ["全国", "福島県", "北塩原村", "会津若松市"]
PERIODS = [f"平成{year}年3月末" for year in range(25, 32)] + [f"令和{year}年3月末" for year in range(2, 8)]
ROWS = [
    {"area": code, "level": level, "name_ja": name, "prefecture": "07", "prefecture_ja": "福島県"}
    for code, level, name in (
        ("00", "nation", "全国"),
        ("07", "prefecture", "福島県"),
        ("07402", "municipality", "北塩原村"),
        ("07202", "municipality", "会津若松市"),
    )
]


def export_rows(repeats: int) -> list[Row]:
    """Return how long reading and checking a whole set takes.

    Parameters
    ----------
    repeats : int
        Timed runs of each side, in turn.

    Returns
    -------
    list of Row
        In seconds; the floor opens every sheet of the same workbooks and looks at nothing.
    """
    archive, contents = _made()
    readings: tuple[list[float], list[float]] = ([], [])
    for _ in range(repeats):
        begun = time.perf_counter()
        files, problems = exported_files([("all.zip", archive)])
        places = places_from("07402", ROWS)
        exports = read_exports(files, places, problems)
        health(exports, places)
        readings[0].append(time.perf_counter() - begun)
        assert len(exports.newest) == WORKBOOKS
        begun = time.perf_counter()
        for content in contents:
            book = CalamineWorkbook.from_filelike(io.BytesIO(content))
            for name in book.sheet_names:
                book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        readings[1].append(time.perf_counter() - begun)
    ours, floor = (Sample(tuple(each)) for each in readings)
    return [Row(f"{WORKBOOKS} exports read and checked", "s", ours, floor, Aim("median", AIM_SECONDS))]


def _made() -> tuple[bytes, list[bytes]]:
    chance = random.Random(WORKBOOKS)  # noqa: S311 - the same workbooks every time
    stream = io.BytesIO()
    contents = []
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(WORKBOOKS):
            names = [f"系列{each}" for each in range(chance.randint(1, 19))]
            if number % 3:
                rows = [
                    (area, name, "（人）", [round(chance.random() * 1000, 1) for _ in PERIODS])
                    for area in AREAS
                    for name in names
                ]
                file, content = f"B{number}_x_時系列.xlsx", series_book(rows, PERIODS)
            else:
                values = [(name, "（％）", [round(chance.random(), 2) for _ in AREAS]) for name in names]
                file, content = f"D{number}_x_2023_地域別.xlsx", areas_book(AREAS, values)
            archive.writestr(file, content)
            contents.append(content)
    return stream.getvalue(), contents
