"""順位の意味: どちらから数えるか、同じ値、値の無い町、グループ、全国との比較。"""

from __future__ import annotations

import numpy as np

from carecompare.measures.rates import proportion
from carecompare.measures.standing import (
    against_benchmark,
    quantile_groups,
    ranks,
)


def test_the_first_is_the_highest_unless_one_counts_from_the_lowest() -> None:
    """高い順なら一番高い町が1位。低い順なら一番低い町が1位。"""
    assert ranks([25, 30, 20]).tolist() == [2, 1, 3]
    assert ranks([25, 30, 20], descending=False).tolist() == [2, 3, 1]


def test_two_towns_of_the_same_value_share_a_rank_and_the_next_rank_is_left_out() -> None:
    """同じ値の町は同じ順位。2位が2つあれば、次は4位。"""
    assert ranks([30, 25, 25, 20]).tolist() == [1, 2, 2, 4]


def test_a_town_without_a_figure_has_no_rank_and_does_not_count() -> None:
    """値の無い町に順位は付かず、「何町中」の数にも入らない。最下位でもない。"""
    shares = [30, np.nan, 20]

    assert ranks(shares)[2] == 2
    assert np.isnan(ranks(shares)[1])


def test_a_quarter_holds_a_quarter_of_the_towns() -> None:
    """8つの町を四つに分けると2つずつ。1が低い方。"""
    assert quantile_groups([1, 2, 3, 4, 5, 6, 7, 8], 4).tolist() == [1, 1, 2, 2, 3, 3, 4, 4]


def test_towns_of_the_same_value_are_never_put_in_different_groups() -> None:
    """同じ値の町は、必ず同じグループ。"""
    assert quantile_groups([5, 5, 5, 1, 9, 7], 3).tolist() == [1, 1, 1, 1, 3, 3]


def test_three_towns_are_not_divided_into_four_groups() -> None:
    """町の数がグループの数より少なければ、分けない。"""
    assert np.isnan(quantile_groups([1, 2, 3], 4)).all()


def test_a_town_differs_from_the_nation_only_beyond_its_own_interval() -> None:
    """全国の値が自分の町の区間の外にあるときだけ、高い・低いと言う。"""
    village = proportion(300, 1_500, per=100)
    city = proportion(30_000, 150_000, per=100)
    nation = 21.0

    assert against_benchmark(village.lower, village.upper, nation) == "similar"
    assert against_benchmark(city.lower, city.upper, nation) == "lower"


def test_touching_the_benchmark_is_not_a_difference() -> None:
    """区間の端がちょうど全国の値なら、差があるとは言わない。"""
    assert against_benchmark(20, 30, 20) == "similar"
    assert against_benchmark(10, 20, 20) == "similar"
