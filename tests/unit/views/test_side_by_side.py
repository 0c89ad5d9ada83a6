"""Municipalities side by side: who stands there, which figures, and where no rank may be given."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

import pytest

from carecompare.typed_cells import Cell
from carecompare.views.base.here import page_for
from carecompare.views.base.installation import Loaded, opened
from carecompare.views.shapes.national import national_of
from carecompare.views.topics.side_by_side import (
    KEY_FIGURES,
    chosen_indicators,
    chosen_towns,
    members,
    side_by_side_block,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carecompare.paths import Paths
    from carecompare.views.base.here import Page

TAKETA = "44208"


@pytest.fixture(scope="module")
def loaded(paths: Paths, store_file: Path) -> Iterator[Loaded]:
    found = opened(paths, store_file.name)
    yield found
    found.store.close()


def here(loaded: Loaded, **choice: str) -> Page:
    page = page_for(loaded, {"own": TAKETA} | choice)
    assert page is not None
    return page


def in_a_union(loaded: Loaded) -> str:
    return next(iter(loaded.insurers))


def test_without_a_choice_neighbours_of_the_prefecture_stand_beside(loaded: Loaded) -> None:
    towns = chosen_towns(here(loaded))
    assert towns
    assert {code[:2] for code in towns} == {"44"}
    assert TAKETA not in towns
    assert [each.id for each in chosen_indicators(here(loaded))] == list(KEY_FIGURES)


def test_fellow_members_of_an_insurer_stand_beside_first_and_by_one_click(loaded: Loaded) -> None:
    own = in_a_union(loaded)
    page = here(loaded, own=own)
    assert len(members(page)) > 1
    assert {own, *chosen_towns(page)} == set(members(page))
    assert chosen_towns(here(loaded, own=own, towns="insurer")) == chosen_towns(page)
    assert {loaded.insurers[code] for code in members(page)} == {loaded.insurers[own]}


def test_a_prefecture_is_all_its_municipalities_each_once(loaded: Loaded) -> None:
    block = side_by_side_block(here(loaded, towns="prefecture"))
    names = [str(row[0]) for row in block.table.rows]
    assert names[0] == "竹田市"
    assert names[-2:] == ["大分県", "全国"]
    assert len(names) == len(set(names)) == 18 + 2


def test_figures_and_ranks_are_those_of_the_ranking(loaded: Loaded) -> None:
    page = here(loaded, towns="prefecture")
    block = side_by_side_block(page)
    codes = [TAKETA, *chosen_towns(page)]
    for column, indicator in enumerate(chosen_indicators(page), start=1):
        national = national_of(page, indicator, loaded.latest[indicator.id])
        for code, row in zip(codes, block.table.rows, strict=False):
            cell, known = row[column], national.rows[code]
            assert isinstance(cell, Cell)
            assert cell.value is None if isnan(known["value"]) else cell.value == known["value"]
            ranked = "" if isnan(known["rank"]) else f"（{int(known['rank']):,}位）"
            assert cell.before + cell.after == ranked


def test_an_insurer_s_figure_has_no_rank(loaded: Loaded) -> None:
    page = here(loaded, own=in_a_union(loaded), items="certification_rate")
    block = side_by_side_block(page)
    for row in block.table.rows[: len(members(page))]:
        cell = row[1]
        assert isinstance(cell, Cell)
        assert not cell.after
    assert "最も高く" not in block.finding


@pytest.mark.parametrize("towns", ["99999", "44208.nobody", ".".join(["44201"] * 13), "<script>"])
def test_a_choice_that_does_not_exist_is_left_out(loaded: Loaded, towns: str) -> None:
    assert chosen_towns(here(loaded, towns=towns)) == chosen_towns(here(loaded))


def test_the_file_has_every_figure_with_its_parts(loaded: Loaded) -> None:
    page = here(loaded, towns="44201", items="share_65_and_over.clinics_per_100000")
    frame = side_by_side_block(page).file().frame
    assert list(frame["area"]) == [TAKETA, "44201", "44", "00"] * 2
    rates = frame[frame["area"] == TAKETA]
    assert (rates["numerator"] > 0).all()
    assert (rates["denominator"] > 0).all()
