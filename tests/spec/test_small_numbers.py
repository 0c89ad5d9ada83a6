"""小さな町の数字の読み方: 偶然のゆらぎと、1か所の重み。"""

from __future__ import annotations

import numpy as np
import pytest

from carecompare.measures.intervals import count_limits
from carecompare.measures.rates import density, one_more, proportion
from carecompare.measures.standing import against_benchmark


def test_the_same_20_percent_is_4_points_wide_in_a_village_and_0_4_in_a_city() -> None:
    """同じ20%でも、1,500人の村の区間は幅4.0ポイント、15万人の市では0.4ポイント。"""
    village = proportion(300, 1_500, per=100)
    city = proportion(30_000, 150_000, per=100)

    assert village.value == city.value == 20
    assert village.upper - village.lower == pytest.approx(4.0, abs=0.05)
    assert city.upper - city.lower == pytest.approx(0.4, abs=0.05)


def test_two_clinics_for_1540_residents_can_mean_16_or_469_per_100000() -> None:
    """1,540人に診療所2か所は人口10万対129.9だが、偶然のゆらぎの目安は15.7から469.1。"""
    clinics = density(2, 1_540, per=100_000)

    assert clinics.value == pytest.approx(129.9, abs=0.05)
    assert clinics.lower == pytest.approx(15.7, abs=0.05)
    assert clinics.upper == pytest.approx(469.1, abs=0.05)


def test_one_clinic_more_or_less_moves_a_village_by_65_and_a_city_by_less_than_one() -> None:
    """1か所の増減で、1,540人の村は±64.9、15万人の市は±0.7。"""
    assert one_more(1_540, per=100_000) == pytest.approx(64.9, abs=0.05)
    assert one_more(150_000, per=100_000) == pytest.approx(0.7, abs=0.05)


def test_no_clinic_today_does_not_prove_that_there_is_never_one() -> None:
    """0か所でも区間の上限は0ではない。3.7か所分までは偶然でもありうる。"""
    none = count_limits(0)

    assert none.lower == 0
    assert none.upper == pytest.approx(3.7, abs=0.05)


def test_a_lower_limit_is_never_below_zero() -> None:
    """区間の下限が0か所を下回ることはない。"""
    offices = density(np.arange(0, 50), 1_000, per=1_000, confidence=0.998)

    assert (offices.lower >= 0).all()


def test_below_ten_the_limits_are_exact_and_from_ten_on_they_are_those_of_byar() -> None:
    """10か所に満たないときは正確法、10か所からはByarの近似。どちらかは必ず示す。"""
    assert density(9, 1_000).method == "exact"
    assert density(10, 1_000).method == "byar"


def test_a_village_with_twice_the_density_of_the_nation_may_differ_only_by_chance() -> None:
    """密度が全国の2倍でも、2か所しかない村では偶然の範囲。同じ密度の市では、そうではない。"""
    village = density(2, 1_000, per=1_000)
    city = density(200, 100_000, per=1_000)
    nation = 1.0

    assert village.value == city.value == 2
    assert against_benchmark(village.lower, village.upper, nation) == "similar"
    assert against_benchmark(city.lower, city.upper, nation) == "higher"


def test_asking_for_more_certainty_widens_the_interval() -> None:
    """95%より99.8%の区間の方が広い。"""
    usual, strict = proportion(54, 579), proportion(54, 579, confidence=0.998)

    assert strict.lower < usual.lower < usual.value < usual.upper < strict.upper
