"""Standardised rates against figures from outside: methods.md, sections 3 and 4."""

from __future__ import annotations

import numpy as np
import pytest

from carecompare.measures.intervals import byar_limits
from carecompare.measures.standardise import direct_rate, indirect_rate, indirect_ratio

CERTIFIED = [12, 60, 150]
INSURED = [520, 330, 250]
REFERENCE_CERTIFIED = [430_000, 2_100_000, 3_900_000]
REFERENCE_INSURED = [17_000_000, 12_000_000, 6_600_000]

DIRECT = [
    (895, 10430.247991469, 9717.709067986, 11178.940915479),
    (91, 1103.212025300, 877.455767537, 1367.088222725),
]
INDIRECT = [
    (895, 835.8835612312, 107.0723293902, 100.1714771255, 114.3233287250),
    (91, None, 10.8866837704, 8.7650401018, 13.3665763284),
    (9, None, 1.0767049883, 0.4923380825, 2.0439214555),
]


def test_the_indirect_example_of_three_age_bands() -> None:
    ratio = indirect_ratio(sum(CERTIFIED), INSURED, REFERENCE_CERTIFIED, REFERENCE_INSURED)

    assert ratio.expected == pytest.approx(218.6302139037, abs=1e-10)
    assert ratio.value == pytest.approx(1.0154131766, abs=1e-10)
    assert (ratio.lower, ratio.upper) == pytest.approx((0.8862196073, 1.1581413875), abs=1e-10)


def test_the_indirect_rate_of_the_example_in_percent() -> None:
    rate = indirect_rate(222, INSURED, REFERENCE_CERTIFIED, REFERENCE_INSURED, per=100)

    assert rate.value == pytest.approx(18.34018743, abs=1e-8)
    assert (rate.lower, rate.upper) == pytest.approx((16.00671932, 20.91811551), abs=1e-8)
    assert rate.method == "indirect"
    assert 100 * sum(CERTIFIED) / sum(INSURED) == pytest.approx(20.1818, abs=1e-4)


def test_the_reference_itself_keeps_its_crude_rate() -> None:
    rate = indirect_rate(
        sum(REFERENCE_CERTIFIED), REFERENCE_INSURED, REFERENCE_CERTIFIED, REFERENCE_INSURED, per=100
    )

    assert rate.value == pytest.approx(18.06179775, abs=1e-8)


def test_the_direct_example_of_three_age_bands() -> None:
    rate = direct_rate(CERTIFIED, INSURED, REFERENCE_INSURED, per=100)

    # Printed to six places, the rest cut off.
    assert rate.value == pytest.approx(18.354286, abs=1e-6)
    assert (rate.lower, rate.upper) == pytest.approx((15.992525, 20.963470), abs=1e-6)
    assert rate.method == "direct"


@pytest.mark.parametrize(("observed", "expected", "ratio", "lower", "upper"), INDIRECT)
def test_the_published_ratios_in_percent(
    observed: int, expected: float | None, ratio: float, lower: float, upper: float
) -> None:
    """Where only the ratio is printed, the expected number follows from it."""
    persons = expected or 100 * observed / ratio
    found = indirect_ratio(observed, [persons], [1.0], [1.0])

    assert 100 * found.value == pytest.approx(ratio, rel=1e-9)
    assert (100 * found.lower, 100 * found.upper) == pytest.approx((lower, upper), rel=1e-9)


@pytest.mark.parametrize(("observed", "value", "lower", "upper"), DIRECT)
def test_the_published_direct_limits(observed: int, value: float, lower: float, upper: float) -> None:
    """Two bands with half of the events each, of the printed rate and variance, have the printed limits."""
    byar = byar_limits(observed)
    spread = (value - lower) / (observed - float(byar.lower))
    variance = spread**2 * observed
    # Each band adds w·o/n to the value and its square ÷ o to the variance.
    half = observed / 2
    difference = np.sqrt(2 * variance * half - value**2)
    additions = np.array([value + difference, value - difference]) / 2
    found = direct_rate([half, half], 0.5 * half / additions, [1, 1])

    assert found.value == pytest.approx(value, rel=1e-9)
    assert found.lower == pytest.approx(lower, rel=1e-9)
    assert found.upper == pytest.approx(upper, rel=1e-9)


def test_a_direct_rate_of_nine_events_is_withheld() -> None:
    rate = direct_rate([4, 5], [100, 100], [1, 1])

    assert np.isnan([rate.value, rate.lower, rate.upper]).all()
    assert rate.method == "none"
    assert not np.isnan(direct_rate([5, 5], [100, 100], [1, 1]).value)


def test_direct_and_indirect_answers_differ() -> None:
    direct = direct_rate(CERTIFIED, INSURED, REFERENCE_INSURED, per=100)
    indirect = indirect_rate(222, INSURED, REFERENCE_CERTIFIED, REFERENCE_INSURED, per=100)

    assert direct.value - indirect.value == pytest.approx(0.0141, abs=1e-4)
