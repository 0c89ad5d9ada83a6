from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carecompare.text import rank_words, sentences
from carecompare.text.format import signed
from carecompare.text.topics import decomposition_words

if TYPE_CHECKING:
    from carecompare.catalog import Catalog


@pytest.mark.parametrize(
    ("position", "ends", "said"),
    [
        (3.0, (1, 9), "3位（1〜9位）"),
        (3.0, (3, 3), "3位"),
        (3.0, None, "3位"),
        (float("nan"), None, ""),
    ],
)
def test_a_rank_is_written_with_its_range_where_it_moves(
    position: float, ends: tuple[int, int] | None, said: str
) -> None:
    assert rank_words.in_table(position, ends) == said


def test_a_sentence_is_left_alone_where_the_rank_does_not_move() -> None:
    assert rank_words.in_sentence((3, 3), 3, 31) == ""
    assert rank_words.in_sentence(None, 3, 31) == ""
    assert rank_words.in_sentence((1, 9), 3, 31) == "（順位の幅は高いほうから1〜9位）"


@pytest.mark.parametrize(
    ("position", "limits", "rank", "ends"),
    [
        (1, (1, 6), "最も高い", "高いほうから1〜6位"),
        (5, (3, 8), "5番目に高い", "高いほうから3〜8位"),
        (8, (5, 9), "2番目に低い", "低いほうから1〜5位"),
        (9, (8, 9), "最も低い", "低いほうから1〜2位"),
    ],
)
def test_a_rank_and_its_range_are_stated_from_the_same_end(
    position: int, limits: tuple[int, int], rank: str, ends: str, catalog: Catalog
) -> None:
    figure = sentences.RankedFigure("町", 30.0, 300.0, "observed", position, 9, "相手の", "")
    said = sentences.ranked(catalog.indicators["share_65_and_over"], figure)
    assert said.endswith(rank)
    assert ends in rank_words.in_sentence(limits, position, 9)


@pytest.mark.parametrize(
    ("value", "said"), [(1.44, "+1.4"), (-0.3, "△0.3"), (0.04, "0.0"), (-0.04, "0.0"), (1234.0, "+1,234.0")]
)
def test_a_difference_has_its_sign_and_none_where_it_rounds_to_nothing(value: float, said: str) -> None:
    assert signed(value, 1) == said


def test_a_difference_is_told_with_its_two_parts() -> None:
    assert decomposition_words.difference("長岡市", "全国", 2.1, 1.4, 0.7) == (
        "長岡市と全国の認定率の差+2.1ポイントのうち、年齢構成によるもの+1.4、年齢別の認定率によるもの+0.7"
    )
    assert decomposition_words.difference("長岡市", "全国", 0.02, 1.4, -1.38).startswith(
        "長岡市と全国の認定率はほぼ同じで、"
    )


@pytest.mark.parametrize(
    ("parts", "is_rounded"),
    [((2.1, 1.4, 0.7), False), ((2.08, 1.04, 1.04), True), ((-1.8, 0.4, -2.2), False)],
)
def test_figures_that_do_not_add_up_as_shown_are_noticed(
    parts: tuple[float, float, float], *, is_rounded: bool
) -> None:
    assert decomposition_words.is_rounded(*parts) is is_rounded


def test_chance_is_told_from_both_sides() -> None:
    assert "偶然でも起こりうる" in decomposition_words.chance(-0.3, 1.1)
    assert "偶然では説明しにくい" in decomposition_words.chance(0.3, 1.1)
