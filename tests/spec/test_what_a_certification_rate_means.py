"""認定率の意味: だれが分子でだれが分母か、保険者の値、年齢をそろえた率。"""

from __future__ import annotations

import pytest

from carecompare.measures.rates import proportion
from carecompare.measures.standardise import indirect_rate, indirect_ratio

# 全国: 65〜74歳は100人に4人、75〜84歳は100人に17人、85歳以上は100人に59人が認定を受けている。
NATION = ([4_000, 17_000, 59_000], [100_000, 100_000, 100_000])


def test_two_towns_alike_at_every_age_differ_when_one_is_older() -> None:
    """年齢ごとの率が同じでも、年齢の高い人が多い町の認定率は高い。"""
    young = proportion(0.04 * 800 + 0.17 * 100 + 0.59 * 100, 1_000, per=100)
    old = proportion(0.04 * 100 + 0.17 * 100 + 0.59 * 800, 1_000, per=100)

    assert young.value == pytest.approx(10.8)
    assert old.value == pytest.approx(49.3)


def test_with_ages_made_alike_the_two_towns_have_the_national_rate() -> None:
    """年齢をそろえると、年齢ごとの率が全国と同じ町は、若くても古くても全国と同じ率になる。"""
    nation = 100 * 80_000 / 300_000
    young = indirect_rate(108, [800, 100, 100], *NATION, per=100)
    old = indirect_rate(493, [100, 100, 800], *NATION, per=100)

    assert young.value == pytest.approx(nation)
    assert old.value == pytest.approx(nation)


def test_a_ratio_of_one_means_as_many_as_expected() -> None:
    """1なら、全国の率から見込まれる人数と同じ。1.2なら2割多い。"""
    assert indirect_ratio(108, [800, 100, 100], *NATION).value == pytest.approx(1)
    assert indirect_ratio(129.6, [800, 100, 100], *NATION).value == pytest.approx(1.2)


def test_a_village_s_standardised_rate_moves_much_by_chance() -> None:
    """人数の少ない村では、年齢をそろえても区間は広い。"""
    village = indirect_rate(11, [80, 10, 10], *NATION, per=100)
    city = indirect_rate(11_000, [80_000, 10_000, 10_000], *NATION, per=100)

    assert village.upper - village.lower > 20
    assert city.upper - city.lower < 2
