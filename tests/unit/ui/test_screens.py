"""A picture in as many screens as let it be read from the back of a room: nothing left out, nothing twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carecompare.charts.parts.screens import in_screens
from carecompare.ui.frame.loading import load
from carecompare.views.base.here import page_for
from carecompare.views.files.meeting import MOST_ROWS, PLOT_PX, staged_pictures, staged_tables
from carecompare.views.files.registry import VIEWS

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
    pictures = staged_pictures(shown)
    assert len(pictures) == 5
    names = [name for picture in pictures for name in number(picture, "names")]  # type: ignore[attr-defined]
    assert names == number(shown.chart, "names")
    for end in ("start", "end", "ticks"):
        assert [number(picture, end) for picture in pictures] == [number(shown.chart, end)] * 5
    assert all(picture["height"] <= PLOT_PX for picture in pictures)


def test_prefecture_and_nation_close_the_households(store_file: Path) -> None:
    assert store_file.is_file()
    pictures = staged_pictures(block("aging_households"))
    names = [name for picture in pictures for name in number(picture, "names")]  # type: ignore[attr-defined]
    assert len(names) == len(set(names)) == 32
    assert set(number(pictures[-1], "names")) >= {"新潟県", "全国"}  # type: ignore[call-overload]


def test_every_strip_is_on_one_screen(store_file: Path) -> None:
    assert store_file.is_file()
    shown = block("resources_field")
    assert shown.chart is not None
    pictures = staged_pictures(shown)
    assert len(pictures) > 1
    assert [name for each in pictures for name in rows_of(each, "strips")] == rows_of(shown.chart, "strips")


@pytest.mark.parametrize("view", ["aging_course", "funnel", "pyramid", "scatter", "decomposition"])
def test_what_has_no_rows_of_municipalities_is_one_screen_and_lower(view: str, store_file: Path) -> None:
    assert store_file.is_file()
    shown = block(view)
    assert shown.chart is not None
    (picture,) = staged_pictures(shown)
    assert picture["height"] <= PLOT_PX < shown.chart["height"]


def test_a_table_goes_on_with_the_heading_of_its_group(store_file: Path) -> None:
    assert store_file.is_file()
    shown = block("sheet")
    tables = staged_tables(shown)
    assert [row for each in tables for row in each.texts] == list(shown.table.texts)
    assert all(len(each.rows) <= MOST_ROWS for each in tables)
    assert all(0 in each.groups for each in tables)
