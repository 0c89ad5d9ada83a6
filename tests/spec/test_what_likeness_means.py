"""似ているとは何か: そろえた特徴の差、重み、値の無い特徴、隔たりの内訳、残る割合。"""

from __future__ import annotations

import numpy as np
import pytest

from carecompare.measures.likeness import (
    contributions,
    distances,
    nearest,
    rebased,
    standardised,
    staying,
)

ALIKE = [1, 1]


def test_a_feature_counts_by_how_much_towns_differ_in_it_not_by_its_unit() -> None:
    """人口が万の単位で、高齢化率が%の単位でも、町どうしのばらつき1つ分の差は同じ重さ。"""
    in_persons = standardised([[10_000, 30], [20_000, 40], [30_000, 50]])
    in_thousands = standardised([[10, 30], [20, 40], [30, 50]])

    np.testing.assert_allclose(in_persons, in_thousands)
    assert in_persons[:, 0].tolist() == pytest.approx(in_persons[:, 1].tolist())


def test_a_town_is_at_no_distance_from_itself_and_the_least_like_it_is_at_one() -> None:
    """自分との隔たりは0、全国で最も遠い町が1。"""
    shown = rebased(distances(standardised([[1, 1], [2, 1], [9, 9]]), 0, ALIKE))

    assert shown[0] == 0
    assert shown[2] == 1
    assert 0 < shown[1] < 1


def test_a_heavier_feature_decides_who_is_near() -> None:
    """人口の近い町と高齢化率の近い町のどちらを選ぶかは、重みしだい。"""
    standard = np.array([[0.0, 0.0], [0.1, 1.0], [1.0, 0.1]])

    assert nearest(distances(standard, 0, [9, 1]), 0, 1).tolist() == [1]
    assert nearest(distances(standard, 0, [1, 9]), 0, 1).tolist() == [2]


def test_the_parts_of_a_distance_add_up_to_the_whole() -> None:
    """「違うところ」の割合は、全部の特徴で100%。差が2倍の特徴は4倍効く。"""
    shares = contributions(np.array([[0.0, 0.0], [1.0, 2.0]]), 0, ALIKE)

    assert shares[1].tolist() == [0.2, 0.8]


def test_a_missing_feature_is_left_out_not_taken_for_alike() -> None:
    """値の無い特徴は「差が無い」とはみなさない。残りの特徴と同じだけ違うものとして測る。"""
    standard = np.array([[0.0, 0.0, 0.0], [1.0, 1.0, 1.0], [1.0, 1.0, np.nan]])
    far = distances(standard, 0, [1, 1, 1])

    assert far[2] == pytest.approx(far[1])


def test_a_town_of_which_too_little_is_known_is_compared_with_nobody() -> None:
    """重みで数えて3分の2に満たない特徴しか無い町とは、隔たりを測らない。"""
    standard = np.array([[0.0, 0.0, 0.0], [1.0, np.nan, np.nan]])

    assert np.isnan(distances(standard, 0, [1, 1, 1])[1])


def test_who_stays_whatever_the_weights_is_a_firm_peer() -> None:
    """重みを1,000回動かしても残る町は100%。どの特徴でも最も近い町は必ず残る。"""
    generator = np.random.default_rng(1)
    standard = np.vstack([np.zeros(5), np.full(5, 0.01), generator.normal(size=(60, 5))])
    far = distances(standard, 0, np.ones(5))
    members = nearest(far, 0, 6)
    shares = staying(standard, 0, np.ones(5), far, members)

    assert members[0] == 1
    assert shares[0] == 1
    assert shares.min() < 1
