"""The pyramids of three years: their sums, what is said of them, and towns without some of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import altair as alt
import pytest

from carecompare.text.topics import pyramid_words
from carecompare.views.base.editions import TOTAL, census_behind, projections
from carecompare.views.base.here import page_for
from carecompare.views.base.installation import Loaded, opened
from carecompare.views.base.memory import Memory
from carecompare.views.topics.pyramid import chosen_year, projected_years, pyramid_block

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carecompare.paths import Paths
    from carecompare.views.base.block import Block


FEW = 20


@pytest.fixture(scope="module")
def loaded(paths: Paths, store_file: Path) -> Iterator[Loaded]:
    found = opened(paths, store_file.name)
    yield found
    found.store.close()


def block(loaded: Loaded, own: str, **choice: str) -> Block:
    page = page_for(loaded, {"own": own} | choice)
    assert page is not None
    return pyramid_block(page)


def drawn(shown: Block, name: str) -> Any:
    assert shown.chart is not None
    return next(each["data"]["values"] for each in shown.chart["layer"] if each["data"]["name"] == name)


def test_then_now_and_later_stand_side_by_side_on_one_scale(loaded: Loaded) -> None:
    shown = block(loaded, "44208", to="2045", other="13112")
    assert [each["year"] for each in drawn(shown, "titles")] == ["2015年", "2020年", "2045年"]
    assert len(drawn(shown, "bars")) == len(drawn(shown, "peer")) == 3 * 2 * 19
    assert "世田谷区" in shown.subtitle
    alt.LayerChart.from_dict(shown.chart)


def test_the_census_of_the_file_adds_up_to_everyone_whose_age_is_known(loaded: Loaded) -> None:
    """竹田市 2020: 20,332 residents, 39 of them of unknown age."""
    file = block(loaded, "44208").file().frame
    counted = file.loc[(file["area"] == "44208") & (file["series"] == pyramid_words.SERIES["census"])]
    assert int(counted["male"].sum() + counted["female"].sum()) == 20_332 - 39


def test_both_generations_are_named_once_a_year_while_they_stand_in_a_band(loaded: Loaded) -> None:
    named = [each["text"] for each in drawn(block(loaded, "15202"), "generations")]
    assert named.count("団塊") == 2
    assert named.count("団塊ジュニア") == 3


@pytest.mark.parametrize(("own", "said"), [("07201", "で2020年に"), ("07546", "住む人がいなかったか")])
def test_a_town_of_fukushima_has_no_projection_and_one_that_was_left_has_nobody(
    loaded: Loaded, own: str, said: str
) -> None:
    shown = block(loaded, own)
    assert said in shown.finding
    name = loaded.labels[own]
    assert pyramid_words.NO_PROJECTION.format(own=name, ages="平成30年推計") in shown.notes


def test_the_sentence_names_both_ends(loaded: Loaded) -> None:
    said = block(loaded, "44208", to="2040").finding
    assert said.startswith("竹田市の75歳以上は2020年の28.3%から2040年の37.8%へ")
    assert "70〜74歳から80〜84歳へ" in said


def test_where_no_projection_was_imported_that_of_none_is_named(loaded: Loaded) -> None:
    known = {count: origins for count, origins in loaded.origins.items() if "_ipss" not in count}
    without = replace(loaded, origins=known, blocks=Memory(FEW))
    page = page_for(without, {"own": "15202"})
    assert page is not None
    assert projected_years(page) == []
    assert projections(page) == {"total": "", "total_last": 0, "ages": "", "ages_last": 0}
    assert census_behind(page, TOTAL) == 0
    assert not any("推計の基準" in each for each in pyramid_block(page).notes)


def test_a_year_that_is_not_projected_shows_the_last_that_is(loaded: Loaded) -> None:
    page = page_for(loaded, {"own": "15202", "to": "2100"})
    assert page is not None
    assert projected_years(page) == ["2025", "2030", "2035", "2040", "2045"]
    assert chosen_year(page) == "2045"
