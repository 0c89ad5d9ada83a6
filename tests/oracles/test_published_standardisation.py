"""Standardised rates against figures from outside: methods.md, section 4."""

from __future__ import annotations

import pytest

from carecompare.measures.standardise import indirect_rate, indirect_ratio

CERTIFIED = [12, 60, 150]
INSURED = [520, 330, 250]
REFERENCE_CERTIFIED = [430_000, 2_100_000, 3_900_000]
REFERENCE_INSURED = [17_000_000, 12_000_000, 6_600_000]

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


@pytest.mark.parametrize(("observed", "expected", "ratio", "lower", "upper"), INDIRECT)
def test_the_published_ratios_in_percent(
    observed: int, expected: float | None, ratio: float, lower: float, upper: float
) -> None:
    """Where only the ratio is printed, the expected number follows from it."""
    persons = expected or 100 * observed / ratio
    found = indirect_ratio(observed, [persons], [1.0], [1.0])

    assert 100 * found.value == pytest.approx(ratio, rel=1e-9)
    assert (100 * found.lower, 100 * found.upper) == pytest.approx((lower, upper), rel=1e-9)
