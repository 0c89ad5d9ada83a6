"""Plots hold the figures of the pictures, for charts that office programs draw."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING, Any

from carecompare.charts import (
    Prospect,
    course_plot,
    decomposition_plot,
    households_plot,
    lines_of,
    profile_plot,
    prospect_plot,
    ranked_plot,
)

if TYPE_CHECKING:
    from carecompare.catalog import Catalog

LEVEL = "share_65_and_over"


def row(area: str, year: int, value: float, **more: Any) -> dict[str, Any]:
    return {
        "area": area,
        "name_ja": area,
        "role": "own" if area == "own" else "peer",
        "year": year,
        "value": value,
        "series": "counted",
        "part": 0,
        "hollow": False,
        "status": "observed",
        "reason": "",
        **more,
    }


def test_only_prefecture_and_nation_are_references(catalog: Catalog) -> None:
    rows = [row("own", 2020, 31.4), row("peer", 2020, 28.0), row("prefecture", 2020, 32.8, role="reference")]
    plot = ranked_plot(rows, catalog.indicators[LEVEL])
    assert plot.categories == ("own", "peer")
    assert plot.references == (("prefecture", 32.8),)


def test_what_is_counted_and_what_is_projected_are_never_one_line(catalog: Catalog) -> None:
    rows = [
        row("own", 2015, 28.9),
        row("own", 2020, 31.6),
        row("own", 2020, 31.4, series="projection"),
        row("own", 2030, 34.0, series="projection"),
        row("peer", 2015, 20.0),
        row("peer", 2020, nan),
    ]
    plot = course_plot(lines_of(rows, catalog.indicators[LEVEL]))
    assert plot is not None
    assert plot.categories == ("2015年", "2020年", "2030年")
    assert [(each.name, each.values, each.dashed) for each in plot.series] == [
        ("own", (28.9, 31.6, None), False),
        ("own（推計）", (None, 31.4, 34.0), True),
        ("peer", (20.0, None, None), False),
    ]


def test_of_many_lines_the_twelve_that_end_nearest_are_taken(catalog: Catalog) -> None:
    rows = [row("own", 2020, 30.0), *(row(f"peer{number}", 2020, 30.0 + number) for number in range(40))]
    plot = course_plot(lines_of(rows, catalog.indicators[LEVEL]))
    assert plot is not None
    assert [each.name for each in plot.series] == ["own", *(f"peer{number}" for number in range(12))]


def test_nothing_known_is_no_plot(catalog: Catalog) -> None:
    assert course_plot(lines_of([row("own", 2020, nan)], catalog.indicators[LEVEL])) is None


def test_households_keep_a_gap_where_nothing_is_known() -> None:
    shares = [
        {"name_ja": "own", "role": "own", "alone": 10.8, "couple": 11.9, "other": 77.3},
        {"name_ja": "peer", "role": "peer", "alone": nan, "couple": 11.0, "other": nan},
    ]
    plot = households_plot(shares)
    assert plot.own == 0
    assert [each.values for each in plot.series] == [(10.8, None), (11.9, 11.0), (77.3, None)]


def test_a_profile_of_one_unit_has_own_and_median_and_one_of_two_has_none(catalog: Catalog) -> None:
    known = catalog.indicators
    shares = [known[name] for name in ("share_65_and_over", "share_75_and_over")]
    summary = [{"value": 31.4, "median": 28.0}, {"value": 16.3, "median": nan}]
    plot = profile_plot(summary, shares, "own")
    assert plot is not None
    assert [(each.role, each.values) for each in plot.series] == [
        ("own", (31.4, 16.3)),
        ("peer", (28.0, None)),
    ]
    assert profile_plot(summary, [shares[0], known["hospitals_per_100000"]], "own") is None


def test_a_profile_without_comparators_has_no_plot(catalog: Catalog) -> None:
    assert profile_plot([{"value": 31.4, "median": nan}], [catalog.indicators[LEVEL]], "own") is None


def test_the_parts_of_a_difference_are_steps_between_levels() -> None:
    steps = [
        {"part": "start", "band": "", "reach": 18.0, "points": 0.0, "few": False},
        {"part": "structure", "band": "85_and_over", "reach": 18.5, "points": 0.5, "few": False},
        {"part": "expected", "band": "", "reach": 18.5, "points": 0.0, "few": False},
        {"part": "rates", "band": "85_and_over", "reach": 17.9, "points": -0.6, "few": True},
        {"part": "end", "band": "", "reach": 17.9, "points": 0.0, "few": False},
    ]
    plot = decomposition_plot(steps, "長岡市", "全国")
    assert plot.categories == (
        "全国",
        "年齢構成 85歳以上",
        "年齢構成だけ違う場合",
        "認定率 85歳以上",
        "長岡市",
    )
    assert [each.values for each in plot.series] == [
        (None, 0.5, None, None, None),
        (None, None, None, -0.6, None),
        (18.0, None, 18.5, None, 17.9),
    ]
    assert (plot.own, plot.hollow) == (4, (2, 3))


def test_two_assumptions_are_two_lines_with_the_number_of_today() -> None:
    rows = [
        {"series": "older", "year": 2025, "needed": 32.0},
        {"series": "older", "year": 2045, "needed": 31.0},
        {"series": "aged", "year": 2050, "needed": 30.5},
    ]
    shown = Prospect("needed", 1.0, band=False, now=32.0, now_text="今 32", title="か所", names=("甲", "乙"))
    plot = prospect_plot(rows, ("older", "aged"), shown, "か所")
    assert [(each.values, each.dashed) for each in plot.series] == [
        ((32.0, 31.0, None), False),
        ((None, None, 30.5), True),
    ]
    assert plot.references == (("今 32", 32.0),)
