from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from carecompare.errors import MeasureError
from carecompare.measures.likeness import (
    SEED,
    contributions,
    distances,
    nearest,
    rebased,
    standardised,
    staying,
)

FEATURES = 4
ALIKE = np.ones(FEATURES)
figures = st.integers(-1000, 1000).map(float)
places = st.integers(3, 12).flatmap(lambda rows: arrays(float, (rows, FEATURES), elements=figures))
with_gaps = st.integers(3, 12).flatmap(
    lambda rows: arrays(float, (rows, FEATURES), elements=figures | st.just(np.nan))
)
weight_sets = arrays(float, FEATURES, elements=st.integers(0, 6).map(lambda half: half / 2)).filter(np.any)


@given(with_gaps, weight_sets)
def test_two_places_are_as_far_from_one_another(features: np.ndarray, weights: np.ndarray) -> None:
    standard = standardised(features)
    there, back = distances(standard, 0, weights)[1], distances(standard, 1, weights)[0]
    assert there == pytest.approx(back, nan_ok=True)


@given(places, weight_sets)
def test_a_place_is_not_far_from_itself(features: np.ndarray, weights: np.ndarray) -> None:
    assume((np.ptp(features, axis=0) * weights > 0).any())
    assert distances(standardised(features), 2, weights)[2] == 0


@given(with_gaps, weight_sets, st.sampled_from([0.001, 2.0, 1024.0, -3.0]), figures)
def test_the_unit_and_the_zero_of_a_feature_change_nothing(
    features: np.ndarray, weights: np.ndarray, unit: float, shift: float
) -> None:
    other = features.copy()
    other[:, 1] = other[:, 1] * unit + shift
    np.testing.assert_allclose(
        distances(standardised(other), 0, weights), distances(standardised(features), 0, weights), atol=1e-6
    )


@given(with_gaps, weight_sets, figures)
def test_a_constant_feature_changes_nothing(features: np.ndarray, weights: np.ndarray, same: float) -> None:
    wider = np.column_stack([features, np.full(len(features), same)])
    np.testing.assert_array_equal(
        distances(standardised(wider), 0, [*weights, 5.0]), distances(standardised(features), 0, weights)
    )


@given(with_gaps, weight_sets)
def test_contributions_sum_to_one_where_anything_parts_two_places(
    features: np.ndarray, weights: np.ndarray
) -> None:
    standard = standardised(features)
    far = distances(standard, 0, weights)
    whole = contributions(standard, 0, weights).sum(axis=1)
    assert whole[far > 0] == pytest.approx(1)
    assert (whole[far == 0] == 0).all()


@given(with_gaps, weight_sets)
def test_rebased_distances_run_from_nought_to_one(features: np.ndarray, weights: np.ndarray) -> None:
    far = rebased(distances(standardised(features), 0, weights))
    known = far[~np.isnan(far)]
    assert ((known >= 0) & (known <= 1)).all()
    assert not known.any() or known.max() == 1


@given(with_gaps, weight_sets, st.integers(1, 6))
def test_how_often_each_stays_is_a_share_and_they_fill_the_set(
    features: np.ndarray, weights: np.ndarray, most: int
) -> None:
    standard = standardised(features)
    far = distances(standard, 0, weights)
    members = nearest(far, 0, most)
    shares = staying(standard, 0, weights, far, members, draws=40)
    assert shares.shape == members.shape
    assert ((shares >= 0) & (shares <= 1)).all()


def test_standard_deviations_are_those_of_a_population() -> None:
    assert standardised([[1.0], [3.0]])[:, 0].tolist() == [-1, 1]


def test_what_is_not_known_of_both_is_left_out_and_its_weight_spread_over_the_rest() -> None:
    standard = np.array([[0.0, 0.0, 0.0], [1.0, 2.0, 3.0], [1.0, 2.0, np.nan]])
    far = distances(standard, 0, [1, 1, 1])
    assert far == pytest.approx([0, 14**0.5, (5 * 3 / 2) ** 0.5])


def test_with_less_than_two_thirds_of_the_weight_in_common_there_is_no_distance() -> None:
    standard = np.array([[0.0, 0.0, 0.0], [1.0, 2.0, np.nan], [1.0, np.nan, np.nan]])
    assert np.isnan(distances(standard, 0, [1, 1, 1])).tolist() == [False, False, True]
    assert np.isnan(distances(standard, 0, [1, 1, 1.1])).tolist() == [False, True, True]


def test_an_own_place_without_enough_features_has_no_distance_to_anyone() -> None:
    standard = np.array([[0.0, np.nan, np.nan], [1.0, 2.0, 3.0], [1.0, 2.0, 1.0]])
    assert np.isnan(distances(standard, 0, [1, 1, 1])).all()
    assert nearest(distances(standard, 0, [1, 1, 1]), 0, 5).size == 0


def test_a_feature_without_weight_may_be_missing() -> None:
    standard = np.array([[0.0, np.nan], [1.0, 2.0], [3.0, 1.0]])
    assert distances(standard, 0, [4, 0]) == pytest.approx([0, 2, 6])


def test_only_candidates_are_chosen_and_never_the_place_itself() -> None:
    far = np.array([0.0, 1.0, 2.0, np.nan, 1.0])
    assert nearest(far, 0, 9).tolist() == [1, 4, 2]
    assert nearest(far, 0, 2, np.array([True, False, True, True, True])).tolist() == [4, 2]


def test_a_near_twin_always_stays_and_one_on_the_edge_does_not() -> None:
    generator = np.random.default_rng(4)
    features = generator.normal(size=(300, 6))
    features[1] = features[0] + 1e-6
    standard = standardised(features)
    far = distances(standard, 0, np.ones(6))
    members = nearest(far, 0, 10)
    shares = staying(standard, 0, np.ones(6), far, members)
    assert members[0] == 1
    assert shares[0] == 1
    assert shares.min() < 0.9
    # Ten are chosen in every draw: those who leave make room for others.
    assert 5 < shares.sum() < 10


def test_the_same_question_has_the_same_answer() -> None:
    features = np.random.default_rng(5).normal(size=(80, 6))
    far = distances(features, 3, np.ones(6))
    members = nearest(far, 3, 8)
    first, second = (staying(features, 3, np.ones(6), far, members) for _ in range(2))
    assert first.tolist() == second.tolist()


@given(with_gaps, weight_sets, st.integers(1, 4))
def test_places_out_of_reach_are_left_out_of_the_draws_without_changing_them(
    features: np.ndarray, weights: np.ndarray, most: int
) -> None:
    standard = standardised(features)
    apart = distances(standard, 0, weights)
    members = nearest(apart, 0, most)
    moved = weights * np.random.default_rng(SEED).uniform(0.5, 1.5, (30, FEATURES))
    allowed = ~np.isnan(apart)
    allowed[0] = False
    stayed = np.zeros(members.size)
    for drawn in moved:
        # In a draw too little may be in common by the moved weights; the choice of candidates stays.
        squares = (standard - standard[0]) ** 2
        telling = np.where(np.isnan(standard).all(axis=0), 0, drawn)
        common = (telling * ~np.isnan(squares)).sum(axis=1)
        with np.errstate(invalid="ignore", divide="ignore"):
            far = np.nansum(telling * squares, axis=1) * telling.sum() / common
        limit = np.sort(far[allowed])[: members.size]
        stayed += far[members] <= limit[-1:] * (1 + 1e-12)
    found = staying(standard, 0, weights, apart, members, draws=30)
    np.testing.assert_allclose(found * 30, stayed, atol=0.001)


def test_where_no_more_candidates_are_left_everyone_stays() -> None:
    features = np.random.default_rng(6).normal(size=(5, 6))
    far = distances(features, 0, np.ones(6))
    assert staying(features, 0, np.ones(6), far, nearest(far, 0, 30)).tolist() == [1, 1, 1, 1]


@pytest.mark.parametrize("wrong", [-1.0, np.nan, np.inf])
def test_a_weight_is_a_number_from_nought(wrong: float) -> None:
    with pytest.raises(MeasureError, match="weight_out_of_range"):
        distances(np.ones((2, FEATURES)), 0, [1, wrong, 1, 1])


def test_without_any_weight_there_is_no_distance() -> None:
    with pytest.raises(MeasureError, match="weights_all_zero"):
        distances(np.ones((2, FEATURES)), 0, np.zeros(FEATURES))
