"""Every municipality by its size, around the nation."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from chart_reading import SHARE
from indicator_making import indicator_year_of

from carecompare.comparisons import IndicatorYear, funnel, funnel_curve, funnel_row
from carecompare.measures.funnel import funnel_limits
from carecompare.measures.rates import proportion
from carecompare.tables import INSURER_LEVEL

OWN, PEER, OTHER, FEW = "15202", "20201", "13112", "46523"
LABELS = {OWN: "長岡市", PEER: "長野市", OTHER: "世田谷区", FEW: "大和村", "00": "全国"}


def figure(area: str, count: float, of: float, **others: Any) -> dict[str, Any]:
    share = proportion(count, of, per=100)
    return {
        "area": area,
        "year": 2023,
        "indicator": SHARE.id,
        "value": float(share.value),
        "lower": float(share.lower),
        "upper": float(share.upper),
        "numerator": count,
        "denominator": of,
        "denominator_year": 2023,
        "method": "wilson",
        "status": "observed",
    } | others


def national(*rows: dict[str, Any]) -> IndicatorYear:
    return indicator_year_of(pd.DataFrame([*rows, figure("00", 200_000.0, 1_000_000.0)]))


def row_of(area: str, *rows: dict[str, Any]) -> dict[str, Any] | None:
    return funnel_row(national(*rows), LABELS, SHARE, area)


@pytest.mark.parametrize(
    ("count", "where"),
    [
        (300.0, "inside"),
        (265.0, "beyond_95"),
        (240.0, "beyond_998"),
        (335.0, "beyond_95"),
        (360.0, "beyond_998"),
    ],
)
def test_a_share_lies_inside_or_beyond_the_published_limits(count: float, where: str) -> None:
    """The published limits of 1,500 people around 20 %: 17.98 to 20.22 … 23.19 (methods, section 8)."""
    own = row_of(OWN, figure(OWN, count, 1500.0))
    assert own is not None
    assert (own["low_95"], own["high_95"]) == pytest.approx((17.9758, 22.0242), abs=5e-5)
    assert (own["low_998"], own["high_998"]) == pytest.approx((16.8084, 23.1916), abs=5e-5)
    assert own["where"] == where


def test_the_limits_narrow_with_size_and_are_those_of_the_measure() -> None:
    curve = funnel_curve(20.0, SHARE, 100.0, 100_000.0)
    widths = [row["high_95"] - row["low_95"] for row in curve]
    assert widths == sorted(widths, reverse=True)
    assert (curve[0]["population"], curve[-1]["population"]) == pytest.approx((100, 100_000))
    assert curve[0]["high_998"] == pytest.approx(100 * float(funnel_limits(0.2, 100, 0.998).upper))


def test_where_places_differ_more_than_chance_lets_them_the_wider_limits_are_judged_by() -> None:
    """Forty towns of 10,000 between 14 and 26 %: chance allows 0.8 points, and half of them lie outside."""
    towns = [figure(f"20{place:03}", 1400.0 + 30 * place, 10_000.0) for place in range(41)]
    found = funnel(national(*towns), LABELS, SHARE)
    assert found.inside_chance < 10
    assert sum(row["where"] == "inside" for row in found.rows) >= 38
    assert 100 * found.between**0.5 == pytest.approx(3.3, abs=0.3)
    row = funnel_row(national(*towns), LABELS, SHARE, "20000", found.between)
    assert row == found.rows[[each["area"] for each in found.rows].index("20000")]
    assert row["wide_low_95"] < row["value"] < row["low_95"]
    curve = funnel_curve(20.0, SHARE, 10_000.0, 20_000.0, found.between)
    assert curve[0]["wide_low_95"] == pytest.approx(row["wide_low_95"])
    assert curve[0]["low_95"] == pytest.approx(row["low_95"])


def test_they_come_by_size_and_each_is_the_row_of_its_municipality() -> None:
    given = (figure(OWN, 300.0, 9000.0), figure(OTHER, 90.0, 500.0), figure(PEER, 300.0, 1500.0))
    rows = funnel(national(*given), LABELS, SHARE).rows
    assert [row["name_ja"] for row in rows] == ["世田谷区", "長野市", "長岡市"]
    assert [row_of(area, *given) for area in (OTHER, PEER, OWN)] == rows


def test_the_own_figure_of_a_shared_insurer_is_shown_and_not_judged_and_that_of_others_is_left_out() -> None:
    shared = {"status": INSURER_LEVEL}
    given = (figure(OWN, 240.0, 1500.0, **shared), figure(PEER, 240.0, 1500.0, **shared))
    own = row_of(OWN, *given)
    assert own is not None
    assert (own["where"], own["reason"]) == ("", INSURER_LEVEL)
    assert funnel(national(*given), LABELS, SHARE).rows == []


def test_few_events_are_not_judged() -> None:
    own = row_of(FEW, figure(FEW, 4.0, 150.0))
    assert own is not None
    assert (own["where"], own["reason"]) == ("", "few_events")


def test_without_an_own_figure_or_a_national_one_nothing_is_made_up() -> None:
    assert row_of(OWN, figure(PEER, 300.0, 1500.0)) is None
    alone = indicator_year_of(pd.DataFrame([figure(OWN, 300.0, 1500.0)]))
    assert funnel_row(alone, LABELS, SHARE, OWN) is None
    assert funnel(alone, LABELS, SHARE).rows == []
