"""The way from one rate to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from chart_reading import datasets, drawn_marks, drawn_texts, outside, overlapping

from carecompare.charts import theme, waterfall

if TYPE_CHECKING:
    from carecompare.charts import Picture
    from carecompare.rows import DecompositionStep

POINTS = {
    "structure": (("65_to_74", -0.2), ("75_to_84", 0.1), ("85_and_over", 1.5)),
    "rates": (("65_to_74", -0.1), ("75_to_84", 0.2), ("85_and_over", 0.5)),
}


def steps(few: str = "") -> list[DecompositionStep]:
    level = 19.4
    made: list[DecompositionStep] = [step("start", "", level, level)]
    for part, landing in (("structure", "expected"), ("rates", "end")):
        for band, points in POINTS[part]:
            made.append(step(part, band, level, level + points, few=band == few))
            level += points
        made.append(step(landing, "", level, level))
    return made


def step(part: str, band: str, begin: float, reach: float, *, few: bool = False) -> DecompositionStep:
    points = reach - begin
    return {
        "part": part,
        "band": band,
        "begin": begin,
        "reach": reach,
        "points": points,
        "persons": 800 * points,
        "few": few,
    }


@pytest.fixture
def picture() -> Picture:
    return waterfall(steps(), "長岡市", "くらべる相手の合計")


def test_every_step_has_its_points_and_persons(picture: Picture) -> None:
    texts = [each.text for each in drawn_texts(picture, 640)]
    for words in ("+1.5（+1,200人）", "△0.2（△160人）", "+0.5（+400人）", "19.4%", "20.8%", "21.4%"):
        assert words in texts


def test_bars_begin_where_the_last_one_ends(picture: Picture) -> None:
    bars = datasets(picture)["steps"]
    assert [round(bar["reach"] - bar["begin"], 6) for bar in bars] == [-0.2, 0.1, 1.5, -0.1, 0.2, 0.5]
    assert len(drawn_marks(picture, "bar")) == len(bars)


def test_ages_and_rates_differ_without_colour(picture: Picture) -> None:
    fills = {bar["fill"] for bar in datasets(picture)["steps"]}
    assert fills == {theme.MIDDLE_HALF, theme.PEER_DARK}


def test_only_the_own_rate_is_in_the_accent(picture: Picture) -> None:
    own = [each for each in datasets(picture)["levels"] if each["fill"] == theme.OWN]
    assert [each["name_ja"] for each in own] == ["長岡市"]


def test_a_step_on_few_persons_is_hollow_and_says_so() -> None:
    bars = datasets(waterfall(steps("65_to_74"), "大和村", "全国"))["steps"]
    hollow = [bar for bar in bars if bar["fill"] == theme.PAPER]
    assert len(hollow) == 2
    assert all("10人未満" in bar["tooltip"] for bar in hollow)


@pytest.mark.parametrize("width", [330, 640, 1000])
def test_no_words_overlap_or_are_cut_off(picture: Picture, width: int) -> None:
    letters = drawn_texts(picture, width)
    assert overlapping(letters) == []
    assert outside(letters, width) == []


def test_no_difference_at_all_is_still_drawn() -> None:
    flat = [step(each["part"], each["band"], 19.4, 19.4) for each in steps()]
    letters = drawn_texts(waterfall(flat, "長岡市", "全国"), 640)
    assert sum(each.text == "0.0（0人）" for each in letters) == 6
