"""A picture with as many rows as can be read from the back of a room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carecompare.ui.frame.loading import load
from carecompare.views.base.here import page_for
from carecompare.views.files.meeting import MOST_DRAWN
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


def names(picture: Picture) -> list[str]:
    """Return the names of the rows of municipalities."""
    (found,) = (each["value"] for each in picture["params"] if each["name"] == "names")
    return list(found)


def strips_of(picture: Picture) -> list[str]:
    (found,) = (
        each["data"]["values"]
        for each in picture["layer"]
        if "values" in each["data"] and each["data"]["name"] == "strips"
    )
    return [strip["name"] for strip in found]


def test_the_municipalities_around_the_own_one_stay(store_file: Path) -> None:
    assert store_file.is_file()
    shown = block("aging_level")
    assert shown.chart is not None
    assert shown.fewer is not None
    made = shown.fewer(MOST_DRAWN)
    assert made is not None
    picture, cut = made
    whole, kept = names(shown.chart), names(picture)
    assert cut == (30, 12)
    assert len(whole) == 30
    place = whole.index(kept[0])
    assert kept == whole[place : place + 12]
    assert place == min(max(whole.index("長岡市") - 6, 0), 18)


def test_the_prefecture_and_the_nation_stay_among_the_households(store_file: Path) -> None:
    assert store_file.is_file()
    shown = block("aging_households")
    assert shown.fewer is not None
    made = shown.fewer(MOST_DRAWN)
    assert made is not None
    picture, cut = made
    assert cut == (30, 10)
    assert len(names(picture)) == 12
    assert {"長岡市", "新潟県", "全国"} <= set(names(picture))


def test_a_short_list_stays_as_it_is(store_file: Path) -> None:
    assert store_file.is_file()
    for view in ("aging_level", "aging_households", "home_households"):
        shown = block(view, "exemplars" if view != "aging_households" else "similar")
        assert shown.fewer is not None
        assert shown.fewer(60) is None


def test_of_strips_those_beyond_chance_stay_in_their_order(store_file: Path) -> None:
    assert store_file.is_file()
    shown = block("resources_field")
    assert shown.chart is not None
    assert shown.fewer is not None
    made = shown.fewer(MOST_DRAWN)
    assert made is not None
    picture, cut = made
    whole, kept = strips_of(shown.chart), strips_of(picture)
    assert cut == (len(whole), len(kept)) == (14, 6)
    assert kept == [each for each in whole if each in kept]
    table = {str(row[0]): str(row[-1]) for row in shown.table.texts}
    beyond = [name for name, said in table.items() if said not in {"", "区間なし"}]
    assert beyond
    short = {each.name_ja: each.short_ja or each.name_ja for each in load().catalog.indicators.values()}
    assert sum(short[name] in kept or name in kept for name in beyond) == min(len(beyond), 6)


@pytest.mark.parametrize("view", ["aging_course", "peers", "decomposition"])
def test_what_has_no_rows_of_municipalities_is_never_cut(view: str, store_file: Path) -> None:
    assert store_file.is_file()
    assert block(view).fewer is None
