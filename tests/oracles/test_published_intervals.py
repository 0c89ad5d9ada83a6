"""Limits against figures from outside: methods.md, sections 1 and 2."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
import pytest

from carecompare.measures.intervals import byar_limits, count_limits, exact_limits, wilson_limits
from carecompare.measures.rates import density, one_more, proportion

PRINTED_TO_12_PLACES = 1e-12

# Two limits differ from methods.md, which has misprints there: 0.119705555440 for 54 of 579 and
# 0.197983461952 for 30000 of 150000. Neither solves the equation that defines the limits; these do.
WILSON_95 = [
    (1, 100, 0.001767432064, 0.054486196179),
    (5, 100, 0.021543679154, 0.111750469232),
    (20, 100, 0.133366933331, 0.288829165593),
    (65, 100, 0.552544432969, 0.736357517569),
    (222, 3215, 0.060791690364, 0.078339566814),
    (9856, 12345, 0.791210175291, 0.805364007361),
    (54, 579, 0.072184663926, 0.119705355440),
    (300, 1500, 0.180535259652, 0.220997398780),
    (30000, 150000, 0.197983451962, 0.202031913480),
    (0, 19, 0.0, 0.168179224053),
    (16, 19, 0.624345247297, 0.944795283615),
]
WILSON_998 = [
    (1, 100, 0.000873065697, 0.104554452837),
    (5, 100, 0.013865320726, 0.164588522826),
    (20, 100, 0.105191620667, 0.347110941701),
    (65, 100, 0.495494657407, 0.778354061409),
    (222, 3215, 0.056471019646, 0.084184141853),
    (9856, 12345, 0.786992410842, 0.809306141259),
    (54, 579, 0.062238190876, 0.137489323249),
    (300, 1500, 0.170026599255, 0.233769050565),
]
COUNTS_95 = [
    (0, "exact", 0.0, 3.688879454114),
    (1, "exact", 0.025317807984, 5.571643390939),
    (2, "exact", 0.242209278544, 7.224687667724),
    (5, "exact", 1.623486390118, 11.668332079323),
    (9, "exact", 4.115373097378, 17.084803451419),
    (10, "byar", 4.787449913968, 18.391458605756),
    (20, "byar", 12.211428834876, 30.889880369197),
    (65, "byar", 50.163187710459, 82.849138545940),
    (1045, "byar", 982.593201807333, 1110.331212985650),
]
COUNTS_998 = [
    (0, "exact", 0.0, 6.907755278982),
    (1, "exact", 0.001000500334, 9.233413476451),
    (2, "exact", 0.045402017769, 11.228872242413),
    (5, "exact", 0.739371731918, 16.454745203680),
    (9, "exact", 2.452424404364, 22.657373309063),
    (10, "byar", 2.916318374696, 24.193724927881),
    (20, "byar", 8.922802365144, 38.085035625042),
    (65, "byar", 42.880261471480, 94.000290844318),
    (1045, "byar", 947.940703561037, 1148.806160988033),
]
EXACT_OR_BYAR = {"exact": exact_limits, "byar": byar_limits}


@pytest.mark.parametrize(
    ("count", "population", "lower", "upper", "confidence"),
    [(*row, 0.95) for row in WILSON_95] + [(*row, 0.998) for row in WILSON_998],
    ids=[f"{row[0]} of {row[1]} at 95 %" for row in WILSON_95]
    + [f"{row[0]} of {row[1]} at 99.8 %" for row in WILSON_998],
)
def test_the_limits_of_a_share_are_those_published(
    count: float, population: float, lower: float, upper: float, confidence: float
) -> None:
    limits = wilson_limits(count, population, confidence)
    share = proportion(count, population, confidence=confidence)

    assert limits == pytest.approx((lower, upper), rel=1e-9, abs=PRINTED_TO_12_PLACES)
    assert (share.lower, share.upper) == limits
    assert share.value == count / population
    assert share.method == "wilson"


@pytest.mark.parametrize(
    ("count", "method", "lower", "upper", "confidence"),
    [(*row, 0.95) for row in COUNTS_95] + [(*row, 0.998) for row in COUNTS_998],
    ids=[f"{row[0]} at 95 %, {row[1]}" for row in COUNTS_95]
    + [f"{row[0]} at 99.8 %, {row[1]}" for row in COUNTS_998],
)
def test_the_limits_of_a_count_are_those_published(
    count: float, method: str, lower: float, upper: float, confidence: float
) -> None:
    limits = count_limits(count, confidence)

    assert limits == pytest.approx((lower, upper), rel=1e-9, abs=PRINTED_TO_12_PLACES)
    assert limits == EXACT_OR_BYAR[method](count, confidence)
    assert density(count, 1, confidence=confidence).method == method


@pytest.mark.parametrize(
    ("count", "population", "limit", "confidence"),
    [(row[0], row[1], limit, 0.95) for row in WILSON_95 for limit in row[2:]]
    + [(row[0], row[1], limit, 0.998) for row in WILSON_998 for limit in row[2:]],
)
def test_a_published_limit_is_the_share_from_which_the_count_is_just_z_errors_away(
    count: float, population: float, limit: float, confidence: float
) -> None:
    z = NormalDist().inv_cdf(0.5 + confidence / 2)
    error = (limit * (1 - limit) / population) ** 0.5

    assert abs(count / population - limit) == pytest.approx(z * error, abs=1e-11)


def test_all_the_published_limits_come_at_once_as_they_come_one_by_one() -> None:
    shares = np.array(WILSON_95)
    counts = np.array([(count, lower, upper) for count, _, lower, upper in COUNTS_95])

    share_limits = wilson_limits(shares[:, 0], shares[:, 1])
    limits = count_limits(counts[:, 0])

    np.testing.assert_allclose(np.array(share_limits).T, shares[:, 2:], rtol=1e-9, atol=PRINTED_TO_12_PLACES)
    np.testing.assert_allclose(np.array(limits).T, counts[:, 1:], rtol=1e-9, atol=PRINTED_TO_12_PLACES)


def test_one_event_does_not_get_the_limits_of_byar_at_95_percent() -> None:
    raw = byar_limits(1)

    assert raw == pytest.approx((0.013072132902, 5.563755582475), rel=1e-9, abs=PRINTED_TO_12_PLACES)
    assert count_limits(1).lower != pytest.approx(raw.lower, rel=1e-3)
    assert count_limits(1).upper != pytest.approx(raw.upper, rel=1e-3)


def test_the_lower_limit_of_byar_for_one_event_is_missing_at_99_8_percent() -> None:
    raw = byar_limits(1, 0.998)

    assert np.isnan(raw.lower)
    assert raw.upper == pytest.approx(9.362180217908, rel=1e-9)
    assert count_limits(1, 0.998).upper != pytest.approx(raw.upper, rel=1e-3)


def test_two_clinics_for_1540_residents() -> None:
    clinics = density(2, 1540, per=100_000)

    assert clinics.value == pytest.approx(129.87, abs=0.005)
    assert (clinics.lower, clinics.upper) == pytest.approx((15.73, 469.14), abs=0.005)
    assert one_more(1540, per=100_000) == pytest.approx(64.9, abs=0.05)


def test_four_care_offices_for_420_residents_aged_75_and_over() -> None:
    offices = density(4, 420, per=1_000)

    assert offices.value == pytest.approx(9.524, abs=0.0005)
    assert (offices.lower, offices.upper) == pytest.approx((2.595, 24.385), abs=0.0005)


def test_the_same_share_is_4_points_uncertain_in_a_village_and_0_4_in_a_city() -> None:
    share = proportion([300, 30_000], [1_500, 150_000], per=100)

    np.testing.assert_allclose(share.upper - share.lower, [4.0, 0.4], atol=0.05)
