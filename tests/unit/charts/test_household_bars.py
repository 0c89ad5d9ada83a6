"""Households of aged persons across municipalities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from chart_reading import NAN, SHARE, comparison_row, drawn_texts, outside, overlapping, specification
from msgspec.structs import replace

from carecompare.charts import household_bars, theme

if TYPE_CHECKING:
    import altair as alt

ALONE, COUPLE = "share_living_alone_65_and_over", "share_couple_65_and_over"
INDICATORS = {each: replace(SHARE, id=each, short_ja=each) for each in (ALONE, COUPLE)}


@pytest.fixture
def households() -> pd.DataFrame:
    shares = {
        ("15202", "長岡市", "own"): (10.8, 11.9),
        ("44208", "竹田市", "peer"): (21.8, 20.5),
        ("31389", "南部町（鳥取県）", "peer"): (NAN, 14.8),
        ("15", "新潟県", "reference"): (11.4, 12.2),
        ("00", "全国", "reference"): (12.1, 11.7),
    }
    return pd.DataFrame(
        [
            comparison_row(
                *place, value, indicator=indicator, status="observed" if value > 0 else "suppressed"
            )
            for place, pair in shares.items()
            for indicator, value in zip((ALONE, COUPLE), pair, strict=True)
        ]
    )


def segments(chart: alt.LayerChart) -> list[dict[str, Any]]:
    read = specification(chart)
    layer = next(each for each in read["layer"] if each["mark"]["type"] == "bar")
    drawn: list[dict[str, Any]] = read["datasets"][layer["data"]["name"]]
    return drawn


def test_the_parts_of_a_bar_follow_each_other_and_fill_it(households: pd.DataFrame) -> None:
    own = [row for row in segments(household_bars(households, INDICATORS)) if row["role"] == "own"]
    ends = {row["part"]: (row["start"], row["stop"]) for row in own}

    assert ends["alone"] == pytest.approx((0, 10.8))
    assert ends["couple"] == pytest.approx((10.8, 22.7))
    assert ends["other"] == pytest.approx((22.7, 100))


def test_the_highest_sum_is_first_the_missing_last_and_references_below(households: pd.DataFrame) -> None:
    texts = drawn_texts(household_bars(households, INDICATORS), 640)
    names = [
        each.text
        for each in sorted(texts, key=lambda letters: letters.y)
        if each.text in set(households["name_ja"])
    ]

    assert names == ["竹田市", "長岡市", "南部町（鳥取県）", "新潟県", "全国"]


def test_a_municipality_of_which_one_share_is_missing_has_a_word(households: pd.DataFrame) -> None:
    chart = household_bars(households, INDICATORS)

    assert "31389" not in {row.get("area") for row in segments(chart)}
    assert "南部町（鳥取県）" not in {row["name_ja"] for row in segments(chart)}
    assert "秘匿" in {each.text for each in drawn_texts(chart, 640)}


def test_figures_stand_in_the_parts_where_they_fit_and_beside_them_on_a_phone(
    households: pd.DataFrame,
) -> None:
    chart = household_bars(households, INDICATORS)

    assert {"10.8", "11.9"} <= {each.text for each in drawn_texts(chart, 1000)}
    assert "10.8／11.9" in {each.text for each in drawn_texts(chart, 350)}


def test_only_the_own_bar_has_the_accent(households: pd.DataFrame) -> None:
    accented = {
        row["name_ja"] for row in segments(household_bars(households, INDICATORS)) if row["fill"] == theme.OWN
    }

    assert accented == {"長岡市"}


@pytest.mark.parametrize("width", [350, 640, 1000])
def test_no_text_lies_on_another_or_outside(households: pd.DataFrame, width: int) -> None:
    texts = drawn_texts(household_bars(households, INDICATORS), width)

    assert not overlapping(texts)
    assert not outside(texts, width)
