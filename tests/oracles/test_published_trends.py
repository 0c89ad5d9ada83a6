"""The five-point rule against figures from outside: methods.md, section 7.

The limits of the three English series are the published ones of Fingertips' indicators 241, 30309 and 41203.
"""

from __future__ import annotations

import numpy as np
import pytest

from carecompare.measures.trend import SIGNIFICANT, recent_trend

RISING = np.array([18.0, 19.0, 20.0, 21.0, 22.0])
ONE_PEAK = np.array([18.0, 19.0, 30.0, 18.0, 18.5])


def test_the_test_value_is_that_of_99_8_percent() -> None:
    assert pytest.approx(9.54953570608324, rel=1e-12) == SIGNIFICANT


@pytest.mark.parametrize(
    ("values", "half_width", "direction", "chi_square"),
    [
        pytest.param(RISING, 4.0, "no_change", 2.401, id="a village"),
        pytest.param(RISING, 0.2, "up", 960.4, id="a city"),
        pytest.param(-RISING, 0.2, "down", 960.4, id="a city falling"),
    ],
)
def test_the_same_series_is_a_trend_in_a_city_and_none_in_a_village(
    values: np.ndarray, half_width: float, direction: str, chi_square: float
) -> None:
    found = recent_trend(values, values - half_width, values + half_width)

    assert found.direction == direction
    assert found.chi_square == pytest.approx(chi_square, rel=1e-12)
    assert abs(found.slope) == pytest.approx(1)


def test_a_slope_that_one_point_makes_is_no_trend() -> None:
    found = recent_trend(ONE_PEAK, ONE_PEAK - 0.2, ONE_PEAK + 0.2)

    assert found.direction == "no_change"


@pytest.mark.parametrize(
    ("values", "lower", "upper", "slope", "chi_square", "direction"),
    [
        pytest.param(
            [7.0826, 7.1085, 7.2571, 7.4528, 7.6554],
            [7.0754, 7.1013, 7.2499, 7.4456, 7.6481],
            [7.094, 7.1199, 7.2684, 7.4643, 7.6669],
            0.148799263,
            9740.1022,
            "up",
            id="diabetes known to practices, England 2020-2024",
        ),
        pytest.param(
            [92.6254, 92.3221, 90.8708, 90.0170, 90.1013],
            [92.4168, 92.1072, 90.6358, 89.7694, 89.8578],
            [92.8288, 92.5315, 91.1004, 90.2594, 90.3396],
            -0.740510732,
            418.5365683,
            "down",
            id="children vaccinated, Yorkshire 2020-2024",
        ),
        pytest.param(
            [2.935, 1.93028, 2.7567, 2.8701, 3.0121],
            [2.7841, 1.8085, 2.6113, 2.7225, 2.8616],
            [3.0919, 2.058, 2.9082, 3.0237, 3.1683],
            0.139843649,
            33.4857807,
            "up",
            id="sight loss from diabetes, England 2020-2024",
        ),
    ],
)
def test_the_published_series_have_the_published_trend(
    values: list[float],
    lower: list[float],
    upper: list[float],
    slope: float,
    chi_square: float,
    direction: str,
) -> None:
    found = recent_trend(values, lower, upper)

    assert found.slope == pytest.approx(slope, abs=5e-9)
    assert found.chi_square == pytest.approx(chi_square, rel=1e-7)
    assert found.direction == direction
