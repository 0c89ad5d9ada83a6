"""Own figures as rings beside the published points."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from chart_reading import (
    NAN,
    OFFICES,
    POPULATION,
    SHARE,
    datasets,
    drawn_texts,
    outside,
    overlapping,
    specification,
)

from carecompare.charts import own_values, theme
from carecompare.rows import OwnValue

KNOWN = {each.id: each for each in (SHARE, OFFICES, POPULATION)}


def row(item: str, value: float, **others: Any) -> OwnValue:
    made = OwnValue(
        item=item,
        year=2025,
        value=value,
        published=30.0,
        published_year=2020.0,
        status="observed",
        peers=5,
        lowest=20.0,
        first=25.0,
        median=28.0,
        third=35.0,
        highest=40.0,
    )
    return replace(made, **others)


ALONE = dict.fromkeys(("published", "published_year", "lowest", "first", "median", "third", "highest"), NAN)


def test_own_and_published_stand_on_one_strip_that_starts_at_zero() -> None:
    (placed,) = datasets(own_values([row(SHARE.id, 20.0)], KNOWN))["rows"]
    assert (placed["lowest"], placed["value"], placed["published"], placed["highest"]) == (
        0.5,
        0.5,
        0.75,
        1.0,
    )
    assert placed["years"] == "独自値 2025年・公表値 2020年"


def test_the_own_figure_is_a_ring_and_the_published_one_a_filled_point() -> None:
    layers = specification(own_values([row(SHARE.id, 20.0)], KNOWN))["layer"]
    points = {
        each["encoding"]["x"]["field"]: each["mark"] for each in layers if each["mark"]["type"] == "point"
    }
    assert (points["value"]["filled"], points["published"]["filled"]) == (False, True)
    assert points["value"]["size"] > points["published"]["size"]
    assert {points["value"]["color"], points["published"]["color"]} == {theme.OWN}


def test_a_projection_is_called_one() -> None:
    (placed,) = datasets(own_values([row(SHARE.id, 20.0, status="projected", published_year=2025.0)], KNOWN))[
        "rows"
    ]
    assert placed["years"] == "独自値 2025年・公表値 2025年（推計）"


def test_a_figure_that_nobody_publishes_has_no_point_and_no_band() -> None:
    (placed,) = datasets(own_values([row(OFFICES.id, 0.5, **ALONE)], KNOWN))["rows"]
    assert [placed[name] for name in ("published", "lowest", "median")] == [None] * 3
    assert placed["years"].endswith("公表値なし")


@pytest.mark.parametrize("value", [0.0, -5.0])
def test_zero_and_below_zero_are_drawn_inside(value: float) -> None:
    (placed,) = datasets(own_values([row(POPULATION.id, value, **ALONE)], KNOWN))["rows"]
    assert 0 <= placed["value"] <= 1


@pytest.mark.parametrize("width", [340, 480, 620, 900, 1200])
def test_no_letters_overlap_or_leave_the_picture(width: int) -> None:
    figures = [row(SHARE.id, 20.0), row(OFFICES.id, 0.61, status="projected"), row(POPULATION.id, 258_100.0)]
    letters = drawn_texts(own_values(figures, KNOWN), width)
    assert overlapping(letters) == []
    assert outside(letters, width) == []
    assert {"20.0", "0.61", "258,100"} <= {each.text for each in letters}
