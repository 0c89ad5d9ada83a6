"""Between which ranks a place may stand: the interval holds the rank, and fixed figures do not move."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecompare.measures.rank_interval import MANY, Figure, drawn_others, limits_beside, rank_limits
from carecompare.measures.rates import Estimate, amount, density, proportion
from carecompare.measures.standing import ranks

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

unhurried = settings(deadline=None, max_examples=40)
towns = st.lists(
    st.one_of(
        st.integers(1, 10**5).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
        st.just((float("nan"), 5)),
    ),
    min_size=1,
    max_size=MANY + 10,
)


def figures(estimate: Estimate, counts: ArrayLike, people: ArrayLike) -> list[Figure]:
    columns = np.broadcast_arrays(*estimate[:3], counts, people, estimate.method)
    return [Figure(*place) for place in zip(*(column.tolist() for column in columns), strict=True)]


@pytest.mark.parametrize("measure", [proportion, density, amount])
@unhurried
@given(given_towns=towns)
def test_a_rank_interval_holds_its_rank(measure: object, given_towns: list[tuple[float, int]]) -> None:
    counts, people = np.array(given_towns, dtype=float).T
    estimate = measure(counts, people, per=100)  # type: ignore[operator]
    placed = ranks(estimate.value)
    found = rank_limits(figures(estimate, counts, people), draws=50)

    best, worst = map(np.array, found)
    ranked = ~np.isnan(placed)
    assert (best[ranked] <= placed[ranked]).all()
    assert (placed[ranked] <= worst[ranked]).all()
    assert (best[ranked] >= 1).all()
    assert (worst[ranked] <= ranked.sum()).all()
    assert np.isnan(best[~ranked]).all()


@pytest.mark.parametrize("size", [5, MANY + 5])
def test_figures_without_an_interval_keep_their_rank(size: int) -> None:
    values = np.arange(size) // 2 * 1.0
    fixed = amount(values)
    found = rank_limits(figures(fixed, values, np.ones(size)))

    np.testing.assert_array_equal(found.best, ranks(values))
    np.testing.assert_array_equal(found.worst, ranks(values))


@pytest.mark.parametrize("size", [5, MANY + 5])
def test_one_place_has_the_limits_it_has_among_all(size: int) -> None:
    people = np.arange(1, size + 1) * 300.0
    counts = np.round(people * 0.19)
    given_figures = figures(proportion(counts, people, per=100), counts, people)
    every = rank_limits(given_figures)

    for place in (0, size // 2, size - 1):
        one = rank_limits(given_figures, [place])
        assert (one.best[0], one.worst[0]) == (every.best[place], every.worst[place])


@pytest.mark.parametrize("measure", [proportion, density, amount])
@unhurried
@given(given_towns=towns.filter(lambda each: not np.isnan(each[0][0])))
def test_beside_others_drawn_before_the_first_has_the_same_limits(
    measure: object, given_towns: list[tuple[float, int]]
) -> None:
    counts, people = np.array(given_towns, dtype=float).T
    of_all = figures(measure(counts, people, per=100), counts, people)  # type: ignore[operator]
    first, *others = of_all
    together = rank_limits(of_all, [0], draws=50)
    (apart,) = limits_beside([(first, drawn_others(others, draws=50))])
    assert apart == (together.best[0], together.worst[0])


def test_several_beside_the_same_others_have_the_limits_of_each_alone() -> None:
    own = [
        *figures(proportion([20, 9_000], [100, 30_000], per=100), [20, 9_000], [100, 30_000]),
        *figures(density([30], [150], per=100), [30], [150]),
    ]
    people = np.arange(1, 9) * 300.0
    counts = np.round(people * 0.25)
    others = drawn_others(figures(proportion(counts, people, per=100), counts, people))

    together = limits_beside([(each, others) for each in own])
    assert together == [limit for each in own for limit in limits_beside([(each, others)])]
    assert len(set(together)) > 1
    assert limits_beside([]) == []


def test_the_same_figures_give_the_same_limits_and_another_seed_may_not() -> None:
    counts, people = np.array([20, 22, 25, 30, 31]), np.array([100, 100, 110, 120, 130])
    given_figures = figures(proportion(counts, people), counts, people)

    first, second = rank_limits(given_figures), rank_limits(given_figures)
    np.testing.assert_array_equal(first.best, second.best)
    np.testing.assert_array_equal(first.worst, second.worst)
    seeds = {tuple(rank_limits(given_figures, draws=20, seed=seed).worst) for seed in range(20)}
    assert len(seeds) > 1


def test_a_village_may_stand_anywhere_where_a_city_may_not() -> None:
    people = np.array([100, *[100_000] * 9])
    counts = np.array([20, *(np.arange(16, 25) * 1000)])
    found = rank_limits(figures(proportion(counts, people, per=100), counts, people))

    widths = np.subtract(found.worst, found.best)
    assert widths[0] >= 7
    assert (widths[1:] <= 1).all()


@pytest.mark.parametrize(
    ("measure", "counts"),
    [(proportion, [0, 30, 60, 100]), (density, [0, 3, 12, 100]), (density, [0, 0, 0, 0])],
)
def test_none_and_all_have_limits_too(measure: object, counts: list[int]) -> None:
    people = np.full(4, 100)
    found = rank_limits(figures(measure(counts, people), np.array(counts), people))  # type: ignore[operator]

    assert not np.isnan([found.best, found.worst]).any()


def test_a_bounded_figure_stands_anywhere_between_its_bounds() -> None:
    bounded = Figure(20.0, 18.0, 22.0, 1, 5, "unknown_ages", is_bounded=True)
    found = rank_limits([bounded, *(Figure(each, each, each, 1, 5, "none") for each in (19.0, 21.5, 30.0))])

    assert (found.best[0], found.worst[0]) == (2, 4)
    assert (found.best[3], found.worst[3]) == (1, 1)


def test_draws_of_a_share_and_of_a_count_have_the_printed_interval() -> None:
    """A rival of a fixed value at either limit is passed in about 2.5 % of the draws."""
    for measure, counts, people in ((proportion, 300, 1500), (density, 20, 1500), (density, 200, 1500)):
        own = measure(counts, people, per=100)
        (drawn,) = figures(own, [counts], [people])
        rivals = [Figure(limit, limit, limit, 1, people, "none") for limit in (drawn.lower, drawn.upper)]
        given_figures = [drawn, *rivals]
        outside = [rank_limits(given_figures, draws=2, seed=seed) for seed in range(1500)]
        above = np.mean([each.best[0] == 1 for each in outside])
        below = np.mean([each.worst[0] == 3 for each in outside])
        assert 0.02 < above < 0.085
        assert 0.02 < below < 0.085


def test_nothing_to_rank_has_no_limits() -> None:
    nothing = rank_limits(figures(proportion([np.nan], [10]), [np.nan], [10]))

    assert np.isnan(nothing.best).all()
