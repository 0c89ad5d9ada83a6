"""A picture in as many screens as let it be read from the back of a room: nothing left out, nothing twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carecompare.charts.parts.screens import in_screens
from carecompare.ui.frame.loading import load
from carecompare.views.base.here import page_for
from carecompare.views.base.table import Table
from carecompare.views.files.meeting import PLOT_PX, staged_pictures, staged_tables
from carecompare.views.files.registry import VIEWS
from carecompare.views.files.stage_tables import screens_of

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.charts import Picture
    from carecompare.views.base.block import Block

NAGAOKA = "15202"


def block(view: str, vs: str = "prefecture") -> Block:
    here = page_for(load(), {"own": NAGAOKA, "vs": vs})
    assert here is not None
    made = VIEWS[view].block(here, "")
    assert made is not None
    return made


def number(picture: Picture, name: str) -> object:
    (found,) = (each["value"] for each in picture["params"] if each["name"] == name)
    return found


def rows_of(picture: Picture, dataset: str) -> list[str]:
    return [
        row["name"]
        for each in picture["layer"]
        if "values" in each["data"] and each["data"]["name"] == dataset
        for row in each["data"]["values"]
    ]


@pytest.mark.parametrize(
    ("rows", "most", "sizes"), [(11, 6, [6, 5]), (12, 6, [6, 6]), (3, 6, [3]), (0, 6, [0])]
)
def test_pieces_are_about_as_long(rows: int, most: int, sizes: list[int]) -> None:
    pieces = in_screens(range(rows), most)
    assert sorted(map(len, pieces), reverse=True) == sizes
    assert [each for piece in pieces for each in piece] == list(range(rows))


def test_every_municipality_is_on_one_screen_in_its_order_on_the_same_axis(store_file: Path) -> None:
    assert store_file.is_file()
    shown = block("aging_level")
    assert shown.chart is not None
    pictures = staged_pictures("", shown)
    assert len(pictures) == 5
    names = [name for picture in pictures for name in number(picture, "names")]  # type: ignore[attr-defined]
    assert names == number(shown.chart, "names")
    for end in ("start", "end", "ticks"):
        assert [number(picture, end) for picture in pictures] == [number(shown.chart, end)] * 5
    assert all(picture["height"] <= PLOT_PX for picture in pictures)


def test_prefecture_and_nation_close_the_households(store_file: Path) -> None:
    assert store_file.is_file()
    pictures = staged_pictures("", block("aging_households"))
    names = [name for picture in pictures for name in number(picture, "names")]  # type: ignore[attr-defined]
    assert len(names) == len(set(names)) == 32
    assert set(number(pictures[-1], "names")) >= {"新潟県", "全国"}  # type: ignore[call-overload]


def test_every_strip_is_on_one_screen(store_file: Path) -> None:
    assert store_file.is_file()
    shown = block("resources_field")
    assert shown.chart is not None
    pictures = staged_pictures("", shown)
    assert len(pictures) > 1
    assert [name for each in pictures for name in rows_of(each, "strips")] == rows_of(shown.chart, "strips")


@pytest.mark.parametrize("view", ["aging_course", "funnel", "pyramid", "scatter", "decomposition"])
def test_what_has_no_rows_of_municipalities_is_one_screen_and_lower(view: str, store_file: Path) -> None:
    assert store_file.is_file()
    shown = block(view)
    assert shown.chart is not None
    (picture,) = staged_pictures("", shown)
    assert picture["height"] <= PLOT_PX < shown.chart["height"]
    (lower,) = staged_pictures("題" * 100, shown)
    assert lower["height"] < picture["height"]


def test_a_table_goes_on_by_columns_then_by_rows_with_the_heading_of_its_group(store_file: Path) -> None:
    assert store_file.is_file()
    shown = block("sheet")
    tables = staged_tables("長岡市の比較分析表", shown)
    blocks = [tables[number::3] for number in range(3)]
    headings = [heading for (first, *_) in blocks for heading in list(first.columns)[1:]]
    assert headings == list(shown.table.columns)[1:]
    rows = [
        [parts[0][0], *(text for part in parts for text in part[1:])]
        for pieces in zip(*blocks, strict=True)
        for parts in zip(*(each.texts for each in pieces), strict=True)
    ]
    assert rows == [list(row) for row in shown.table.texts]
    assert all(0 in each.groups for each in tables)


def test_a_row_of_many_words_is_alone_and_short_rows_stand_together() -> None:
    table = Table(
        ["事項", "言葉"], [("一", "短い"), ("二", "短い"), ("三", "長い言葉" * 200), ("四", "短い")]
    )
    assert [len(each.rows) for each in screens_of(table, 20)] == [2, 1, 1]


def test_a_table_that_fits_is_one_screen() -> None:
    table = Table(["市区町村", "割合（%）"], [("長岡市", "31.4")], numeric=frozenset({1}), shades={(0, 1): 2})
    (piece,) = screens_of(table, 20)
    assert (piece.texts, piece.numeric, piece.shades) == (table.texts, table.numeric, table.shades)


@pytest.mark.parametrize(
    "view", ["aging_level", "aging_households", "resources_field", "pyramid", "decomposition"]
)
def test_under_the_longest_title_somebody_may_type_a_picture_is_drawn_all_the_same(
    view: str, store_file: Path
) -> None:
    assert store_file.is_file()
    pictures = staged_pictures("長" * 200, block(view))
    assert pictures
    assert all(picture["height"] > 0 for picture in pictures)
