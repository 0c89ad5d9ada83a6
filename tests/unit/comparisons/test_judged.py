from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carecompare.comparisons.judged import judged, ways
from carecompare.measures.rates import density, proportion

if TYPE_CHECKING:
    from carecompare.rows import JudgedRow

NAN = float("nan")


def line(name: str, count: float, median: float, *, reason: str = "", of_ages: bool = True) -> JudgedRow:
    found = (proportion if of_ages else density)(count, 1000.0, per=100)
    return {
        "indicator": name,
        "value": float(found.value),
        "lower": float(found.lower),
        "upper": float(found.upper),
        "numerator": count,
        "denominator": 1000.0,
        "method": str(found.method),
        "reason": reason,
        "median": median,
    }


def test_one_of_twenty_that_differs_at_95_percent_alone_is_not_believed_among_the_rest() -> None:
    """Its own interval leaves the median out: alone it differs, as one of twenty it is what chance gives."""
    odd = line("odd", 228.0, 20.0)
    assert odd["lower"] > 20
    same = [line(f"same{place}", 200.0, 20.0) for place in range(19)]
    assert judged([odd]).differs("odd")
    together = judged([odd, *same])
    assert not together.differs("odd")
    assert together.by_chance == pytest.approx(1.0)
    assert ways([odd, same[0]], together) == ["similar", "similar"]


def test_many_that_differ_carry_each_other() -> None:
    odd = [line(f"odd{place}", 228.0, 20.0) for place in range(20)]
    assert set(ways(odd, judged(odd))) == {"higher"}


def test_shares_and_counts_say_which_way_they_differ() -> None:
    lines = [
        line("share", 300.0, 20.0),
        line("count", 300.0, 20.0, of_ages=False),
        line("less", 100.0, 20.0),
        line("equal", 200.0, 20.0, of_ages=False),
    ]
    assert ways(lines, judged(lines)) == ["higher", "higher", "lower", "similar"]


def test_what_is_read_with_care_or_stands_alone_is_not_judged() -> None:
    lines = [
        line("few", 300.0, 20.0, reason="few_events"),
        line("alone", 300.0, NAN),
        line("fixed", 300.0, 20.0) | {"method": "none"},
        line("none", 300.0, 20.0) | {"value": NAN, "numerator": NAN},
    ]
    found = judged(lines)
    assert (found.p_values, found.by_chance) == ({}, 0)
    assert ways(lines, found) == [""] * 4
