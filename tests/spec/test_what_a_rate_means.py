"""率の意味: 何を何で割った数か、いつ数字が出ないか。"""

from __future__ import annotations

import numpy as np
import pytest

from carecompare.errors import MeasureError
from carecompare.measures.change import Point, change_percent, change_points
from carecompare.measures.rates import amount, density, many_ages_unknown, proportion, unknown_age_bounds


def test_a_share_is_those_counted_among_all() -> None:
    """住民1,500人のうち65歳以上が300人なら、高齢化率は20%。"""
    share = proportion(300, 1_500, per=100)

    assert share.value == 20


def test_a_density_is_the_number_of_offices_per_so_many_residents() -> None:
    """75歳以上2,000人の町に介護事業所が30か所なら、75歳以上千人あたり15か所。"""
    offices = density(30, 2_000, per=1_000)

    assert offices.value == 15


def test_an_amount_stands_as_it_is_and_has_no_interval() -> None:
    """総人口は数えた数そのもので、区間は付かない。"""
    population = amount(24_103)

    assert population.value == 24_103
    assert np.isnan(population.lower)
    assert np.isnan(population.upper)


def test_nobody_is_zero_percent_and_everybody_is_a_hundred() -> None:
    """0人なら0%、全員なら100%。区間もその外には出ない。"""
    nobody, everybody = proportion(0, 19, per=100), proportion(19, 19, per=100)

    assert nobody.value == nobody.lower == 0
    assert everybody.value == everybody.upper == 100
    assert nobody.upper == pytest.approx(16.8, abs=0.05)


def test_an_unknown_number_is_not_zero() -> None:
    """分からない数は0ではない。分からないままにする。"""
    assert np.isnan(proportion(np.nan, 1_500).value)
    assert proportion(0, 1_500).value == 0


def test_a_rate_does_not_apply_to_a_town_where_nobody_lives() -> None:
    """住民が0人の町(2015年の避難指示区域)に、率は無い。0%でも誤りでもない。"""
    assert np.isnan(proportion(0, 0).value)
    assert np.isnan(density(0, 0, per=1_000).value)


def test_more_people_counted_than_there_are_is_refused() -> None:
    """人口より多い人数は、どこかの数字が間違っている。計算しない。"""
    with pytest.raises(MeasureError):
        proportion(1_600, 1_500)


def test_the_share_of_a_prefecture_is_not_the_mean_of_the_shares_of_its_towns() -> None:
    """県の率は、町の率の平均ではなく、人数を足してから割る。"""
    aged, residents = np.array([600, 20_000]), np.array([1_500, 100_000])

    prefecture = proportion(aged.sum(), residents.sum(), per=100).value
    mean_of_towns = proportion(aged, residents, per=100).value.mean()

    assert prefecture == pytest.approx(20.3, abs=0.05)
    assert mean_of_towns == 30


def test_with_many_unknown_ages_the_truth_lies_between_two_shares() -> None:
    """年齢不詳が5%あれば、高齢化率は「総人口で割った率」と「年齢の分かる人で割った率」の間にある。"""
    bounds = unknown_age_bounds(200, 1_000, unknown=50)

    assert bounds.of_all == 0.2
    assert bounds.of_known == pytest.approx(0.2105, abs=0.00005)
    assert many_ages_unknown(1_000, 50)
    assert not many_ages_unknown(1_000, 30)


def test_a_change_of_a_share_is_told_in_points() -> None:
    """25%から30%への変化は5ポイントで、率としては20%の増加。"""
    before, after = Point(2015, 25, "census"), Point(2020, 30, "census")

    assert change_points(before, after) == 5
    assert change_percent(before, after) == pytest.approx(20)


def test_no_change_is_told_where_many_ages_are_unknown() -> None:
    """年齢不詳の多い年を含む変化は出さない。若返ったように見えるだけだから。"""
    before = Point(2015, 21.6, "census", doubtful=many_ages_unknown(1_000, 54))
    after = Point(2020, 20.3, "census")

    assert np.isnan(change_points(before, after))


def test_no_change_is_told_from_a_census_to_a_projection() -> None:
    """国勢調査の値と将来推計の値は作り方が違うので、つないで変化を出さない。"""
    counted, projected = Point(2020, 29.0, "census"), Point(2025, 29.5, "projection")

    assert np.isnan(change_points(counted, projected))
