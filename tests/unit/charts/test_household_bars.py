"""Households of aged persons across municipalities."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest
from chart_reading import (
    NAN,
    SHARE,
    comparison_row,
    drawn_marks,
    drawn_texts,
    listed,
    outside,
    overlapping,
)
from msgspec.structs import replace

from carecompare.charts import household_bars, theme

if TYPE_CHECKING:
    from carecompare.charts import Picture

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


def segments(chart: Picture) -> list[dict[str, str]]:
    """Return the drawn parts of bars, from the left to the right."""
    return drawn_marks(chart, "bar")


def test_the_parts_of_a_bar_follow_each_other_and_fill_it(households: pd.DataFrame) -> None:
    own = [
        part
        for part in segments(household_bars(listed(households), INDICATORS))
        if part["name_ja"] == "長岡市"
    ]

    assert [float(part["start"]) for part in own] == pytest.approx([0, 10.8, 22.7])
    assert [float(part["stop"]) for part in own] == pytest.approx([10.8, 22.7, 100])


def test_the_highest_sum_is_first_the_missing_last_and_references_below(households: pd.DataFrame) -> None:
    texts = drawn_texts(household_bars(listed(households), INDICATORS), 640)
    names = [
        each.text
        for each in sorted(texts, key=lambda letters: letters.y)
        if each.text in set(households["name_ja"])
    ]

    assert names == ["竹田市", "長岡市", "南部町（鳥取県）", "新潟県", "全国"]


def test_a_municipality_of_which_one_share_is_missing_has_a_word(households: pd.DataFrame) -> None:
    chart = household_bars(listed(households), INDICATORS)

    assert {part["name_ja"] for part in segments(chart)} == {"長岡市", "竹田市", "新潟県", "全国"}
    assert [each.text for each in drawn_texts(chart, 640)].count("秘匿") == 1


def test_figures_stand_in_the_parts_where_they_fit_and_beside_them_on_a_phone(
    households: pd.DataFrame,
) -> None:
    chart = household_bars(listed(households), INDICATORS)

    assert {"10.8", "11.9"} <= {each.text for each in drawn_texts(chart, 1000)}
    assert "10.8／11.9" in {each.text for each in drawn_texts(chart, 350)}


def test_only_the_own_bar_has_the_accent(households: pd.DataFrame) -> None:
    parts = segments(household_bars(listed(households), INDICATORS))

    assert {part["name_ja"] for part in parts if part["fill"] == theme.OWN} == {"長岡市"}


def test_a_part_whose_rank_is_withheld_is_hollow(households: pd.DataFrame) -> None:
    few = (households["area"] == "44208") & (households["indicator"] == ALONE)
    parts = segments(
        household_bars(listed(households.assign(reason=few.map({True: "few_events", False: ""}))), INDICATORS)
    )

    assert [part["start"] for part in parts if part["fill"] == theme.PAPER] == ["0"]


def test_a_part_says_what_it_is_when_pointed_at(households: pd.DataFrame) -> None:
    parts = segments(household_bars(listed(households), INDICATORS))

    assert [part["値"] for part in parts if part["name_ja"] == "長岡市"] == ["10.8%", "11.9%", "77.3%"]


@pytest.mark.parametrize("width", [350, 640, 1000])
def test_no_text_lies_on_another_or_outside(households: pd.DataFrame, width: int) -> None:
    texts = drawn_texts(household_bars(listed(households), INDICATORS), width)

    assert not overlapping(texts)
    assert not outside(texts, width)
