"""A ratio of plan and actual, its mark, and why there is none."""

from __future__ import annotations

import pytest

from carecompare.measures.plan_marks import judged, total_ratio

CLOSE, REACH = (5.0, 10.0, 20.0), (100.0, 90.0, 70.0)


@pytest.mark.parametrize(
    ("planned", "actual", "ratio", "mark"),
    [
        (200, 200, 100, "best"),
        (200, 190, 95, "best"),
        (200, 210, 105, "best"),
        (200, 211, 105.5, "good"),
        (200, 180, 90, "good"),
        (200, 160, 80, "fair"),
        (200, 240, 120, "fair"),
        (200, 242, 121, "poor"),
        (200, 0, 0, "poor"),
    ],
)
def test_the_nearer_to_the_plan_from_either_side_the_better_the_mark(
    planned: float, actual: float, ratio: float, mark: str
) -> None:
    found = judged(planned, actual, CLOSE, reaches=False)
    assert found.ratio == pytest.approx(ratio)
    assert (found.mark, found.why) == (mark, "")


@pytest.mark.parametrize(
    ("actual", "mark"),
    [(300, "best"), (200, "best"), (199, "good"), (180, "good"), (140, "fair"), (139, "poor")],
)
def test_a_target_is_reached_or_not_and_more_is_never_worse(actual: float, mark: str) -> None:
    assert judged(200, actual, REACH, reaches=True).mark == mark


@pytest.mark.parametrize(
    ("planned", "actual", "why"),
    [
        (None, 5, "no_plan"),
        (None, None, "no_plan"),
        (5, None, "no_actual"),
        (0, 5, "plan_zero"),
        (0, 0, "plan_zero"),
    ],
)
def test_what_cannot_be_computed_says_why_and_zero_is_not_unknown(
    planned: float | None, actual: float | None, why: str
) -> None:
    found = judged(planned, actual, CLOSE, reaches=False)
    assert (found.ratio, found.mark, found.why) == (None, "", why)


def test_a_mark_follows_the_ratio_as_it_is_shown() -> None:
    # 104.96 % is shown as 105.0 %, which is within five points.
    assert judged(10_000, 10_504, CLOSE, reaches=False).mark == "best"
    assert judged(10_000, 10_506, CLOSE, reaches=False).mark == "good"


def test_at_the_end_of_september_half_of_what_adds_up_is_due() -> None:
    assert judged(1_000, 500, CLOSE, reaches=False, part=0.5).ratio == pytest.approx(100)


def test_a_total_is_over_what_has_both_and_is_no_mean_of_ratios() -> None:
    # 100 of 100 and 1,000 of 2,000: 1,100 / 2,100, not the mean of 100 % and 50 %.
    assert total_ratio([(100, 100), (2_000, 1_000), (500, None), (None, 9)]) == pytest.approx(
        100 * 1_100 / 2_100
    )
    assert total_ratio([(None, 1), (5, None)]) is None
    assert total_ratio([(0, 0)]) is None
