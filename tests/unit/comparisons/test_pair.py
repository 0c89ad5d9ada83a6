"""Two municipalities beside each other."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING, Any

import pytest

from carecompare.comparisons import pair

if TYPE_CHECKING:
    from carecompare.catalog import Catalog

OWN, OTHER = "15202", "12217"
LABELS = {OWN: "長岡市", OTHER: "柏市"}
SHARE = "share_75_and_over"
ENOUGH = {"numerator": 500.0, "denominator": 5_000.0, "method": "wilson", "status": "observed"}


def values(own: dict[str, Any], other: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {"area": area, "indicator": SHARE, "year": 2020, "denominator_year": 2020, **ENOUGH, **figures}
        for area, figures in ((OWN, own), (OTHER, other))
    ]


def figures(value: float, lower: float, upper: float, **more: Any) -> dict[str, Any]:
    return {"value": value, "lower": lower, "upper": upper, **more}


@pytest.mark.parametrize(
    ("own", "other", "part", "way"),
    [
        (figures(12, 11, 13), figures(15, 14, 16), "different", "lower"),
        (figures(15, 14, 16), figures(12, 11, 13), "different", "higher"),
        (figures(12, 11, 14), figures(15, 14, 16), "similar", ""),
        (figures(12, 11, 13), figures(12, 11, 13), "similar", ""),
        (figures(12, nan, nan, method="none"), figures(15, 14, 16), "exact", ""),
        (figures(12, nan, nan, method="none"), figures(12, nan, nan, method="none"), "exact", ""),
        (figures(12, 11, 13, numerator=9.0), figures(15, 14, 16), "unjudged", ""),
        (figures(12, 11, 13), figures(15, 14, 16, status="insurer_level"), "unjudged", ""),
        (figures(12, 11, 13), figures(nan, nan, nan, status="missing"), "unjudged", ""),
    ],
)
def test_only_intervals_that_do_not_touch_make_a_difference(
    catalog: Catalog, own: dict[str, Any], other: dict[str, Any], part: str, way: str
) -> None:
    result = pair(values(own, other), LABELS, [catalog.indicators[SHARE]], {SHARE: 2020}, OWN, OTHER)
    parts = {name: getattr(result, name) for name in ("different", "similar", "exact", "unjudged")}
    assert {name: len(lines) for name, lines in parts.items() if lines} == {part: 1}
    line = parts[part][0]
    assert (line.indicator, line.way) == (SHARE, way)
    assert (line.own["area"], line.other["area"]) == (OWN, OTHER)


def test_what_was_never_collected_is_not_judged(catalog: Catalog) -> None:
    result = pair([], LABELS, [catalog.indicators[SHARE]], {}, OWN, OTHER)
    assert [line.indicator for line in result.unjudged] == [SHARE]
