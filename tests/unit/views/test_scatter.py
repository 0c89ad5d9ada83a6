"""Two figures over the country: who is drawn, what is said of them, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt
import pytest

from carecompare.text.topics import scatter_words
from carecompare.views.base.here import page_for
from carecompare.views.base.installation import Loaded, opened
from carecompare.views.topics.scatter import scatter_block

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carecompare.paths import Paths
    from carecompare.views.base.block import Block

AGED, OLDER, HOMES = "share_65_and_over", "share_75_and_over", "care_homes_per_1000_residents_75_and_over"


@pytest.fixture(scope="module")
def loaded(paths: Paths, store_file: Path) -> Iterator[Loaded]:
    found = opened(paths, store_file.name)
    yield found
    found.store.close()


def block(loaded: Loaded, own: str = "15202", **choice: str) -> Block | None:
    page = page_for(loaded, {"own": own} | choice)
    assert page is not None
    return scatter_block(page)


def drawn(shown: Block, name: str) -> Any:
    assert shown.chart is not None
    return next(each["data"]["values"] for each in shown.chart["layer"] if each["data"]["name"] == name)


def test_two_shares_of_the_old_go_together_and_the_shared_count_is_said(loaded: Loaded) -> None:
    shown = block(loaded, item=AGED, across=OLDER)
    assert shown is not None
    assert shown.finding.startswith("後期高齢化率の高い市区町村ほど、高齢化率は高い傾向が強い。長岡市は")
    assert any("原因を意味しません" in each for each in shown.notes)
    assert any(each.startswith("2つの指標は同じ件数") for each in shown.notes)


def test_everybody_with_both_figures_is_drawn_and_in_the_file(loaded: Loaded) -> None:
    shown = block(loaded, item=AGED, across=OLDER)
    assert shown is not None
    assert shown.chart is not None
    values = next(
        layer["data"]["values"] for layer in shown.chart["layer"] if layer["data"]["name"] == "everyone"
    )
    lines = values.splitlines()[1:]
    assert len(lines) == len(shown.file().frame) == 1741
    assert {line.count("\t") for line in lines} == {4}
    alt.LayerChart.from_dict(shown.chart)


def test_a_figure_without_a_rank_is_hollow_and_not_in_the_coefficient(loaded: Loaded) -> None:
    shown = block(loaded, own="46523", item=HOMES, across=OLDER)
    assert shown is not None
    assert shown.chart is not None
    (own,) = drawn(shown, "own")
    assert own["firm"] == 0
    counted = next(each for each in shown.notes if "順位相関" in each)
    assert "1,741市区町村" not in counted


def test_a_figure_is_not_set_against_itself(loaded: Loaded) -> None:
    assert block(loaded, item=AGED, across=AGED) is None


@pytest.mark.parametrize(
    ("coefficient", "said"),
    [
        (0.71, "高い傾向が強い"),
        (-0.5, "低い傾向がある"),
        (0.25, "高い傾向がわずかにある"),
        (0.1, "はっきりした関係は見られない"),
        (float("nan"), "関係は、値のそろう市区町村が少ないため述べません"),
    ],
)
def test_the_words_follow_the_coefficient(coefficient: float, said: str) -> None:
    assert said in scatter_words.relation(coefficient, "たての率", "よこの率")
