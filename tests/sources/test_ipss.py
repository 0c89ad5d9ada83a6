"""The workbook of the projection of 2023, from a small one in its layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_files import MUNICIPALITIES, workbook_file

from carecompare.errors import SourceError
from carecompare.sources import Places, Reading, read_file
from carecompare.text.errors.explain import sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from small_files import Grid

    from carecompare.catalog import Catalog

FIRST = 5
HAMADORI = ("07543", "07546")


def grid() -> Grid:
    """100 residents each, the towns of Hamadori as one area of 30; a ward; percentages beside the persons."""
    by_prefecture: dict[str, int] = {}
    rows: Grid = []
    for code in MUNICIPALITIES:
        if code not in HAMADORI:
            by_prefecture[code[:2]] = by_prefecture.get(code[:2], 0) + 100
            rows.append([int(code), 2, "県", "市", 100, 100, 100, 100])
    rows.append([7999, 9, "福島県", "浜通り地域", 30, 30, 100, 100])
    by_prefecture["07"] = 30
    rows += [
        [int(code) * 1000, "a", "県", "", total, total, 100, 100] for code, total in by_prefecture.items()
    ]
    rows.append([1101, 0, "北海道", "札幌市中央区", 50, 50, 100, 100])
    return [
        ["結果表1　総人口および指数（令和2（2020）年＝100とした場合）"],
        [],
        ["", "", "", "", "上記の市町村の個別の推計値は存在しません。"],
        ["コード", "市などの別", "都道府県", "市区町村", "総人口（人）", "", "総人口の指数", ""],
        ["", "", "", "", "2020年", "2025年", "2020年", "2025年"],
        *rows,
    ]


@pytest.fixture
def reads(tmp_path: Path, catalog: Catalog, places: Places) -> Callable[[Grid], Reading]:
    def read(rows: Grid) -> Reading:
        return read_file(
            workbook_file(tmp_path, "2023_kekkahyo1.xlsx", {"Sheet1": rows}), catalog, places=places
        )

    return read


def row_of(rows: Grid, code: int) -> list[object]:
    return next(row for row in rows[FIRST:] if row[0] == code and row[1] != "a")


def test_municipalities_and_the_common_area_are_read_and_wards_left_out(
    reads: Callable[[Grid], Reading],
) -> None:
    reading = reads(grid())
    assert reading.counts is not None
    wide = reading.counts.pivot_table(index="area", columns="year", values="value")
    assert set(wide.index) == (set(MUNICIPALITIES) - set(HAMADORI)) | {"07999"}
    assert wide.loc["07999"].tolist() == [30, 30]
    assert wide.loc["13112"].tolist() == [100, 100]
    statuses = reading.counts.groupby("year")["status"].unique()
    assert [list(each) for each in statuses] == [["estimated"], ["projected"]]
    assert [(note.problem, note.number) for note in reading.notes] == [("ward_left_out", 1)]
    assert reading.edition == "2023-12"


def test_a_city_under_its_old_code_is_mapped(reads: Callable[[Grid], Reading]) -> None:
    rows = grid()
    row_of(rows, 40231)[0] = 40305
    assert ("code_mapped", "40305") in [
        (note.problem, note.fields.get("found")) for note in reads(rows).notes
    ]


def without(rows: Grid) -> None:
    rows.remove(row_of(rows, 13112))


def twice(rows: Grid) -> None:
    rows.append(list(row_of(rows, 13112)))


def swapped(rows: Grid) -> None:
    row_of(rows, 13112)[4] = 90


def blank(rows: Grid) -> None:
    row_of(rows, 13112)[5] = ""


def words(rows: Grid) -> None:
    row_of(rows, 13112)[5] = "多数"


def moved(rows: Grid) -> None:
    rows[4][4:6] = ["2025年", "2020年"]


def unknown(rows: Grid) -> None:
    row_of(rows, 13112)[0] = 13999


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        (without, "areas_missing"),
        (twice, "area_twice"),
        (swapped, "municipalities_do_not_add_up"),
        (blank, "cell_empty"),
        (words, "cell_not_number"),
        (moved, "year_wrong"),
        (unknown, "area_unknown"),
    ],
)
def test_a_damaged_workbook_is_refused(
    damage: Callable[[Grid], None], problem: str, reads: Callable[[Grid], Reading]
) -> None:
    rows = grid()
    damage(rows)
    with pytest.raises(SourceError) as refused:
        reads(rows)
    assert refused.value.problem == problem
    assert "処理できませんでした" not in sentence(refused.value)
