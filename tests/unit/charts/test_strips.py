"""One municipality across many indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from chart_reading import (
    NAN,
    OFFICES,
    SHARE,
    comparison_row,
    datasets,
    drawn_marks,
    drawn_texts,
    listed,
    on_strips,
    outside,
    overlapping,
    rows_drawn,
    with_peers,
)
from hypothesis import given
from hypothesis import strategies as st

from carecompare.charts import theme
from carecompare.charts.strips.plan import BELOW_PX
from carecompare.charts.strips.rows import strip_rows

if TYPE_CHECKING:
    from carecompare.charts import Picture
    from carecompare.charts.strips.rows import Strip


def rows(own: float, peers: list[float], **own_others: Any) -> pd.DataFrame:
    frame = [comparison_row("15202", "長岡市", "own", own, **own_others)]
    frame += [
        comparison_row(f"{90001 + place}", f"町{place}", "peer", peer) for place, peer in enumerate(peers)
    ]
    return pd.DataFrame(frame)


def only_strip(frame: pd.DataFrame) -> Strip:
    (strip,) = strip_rows(*with_peers(listed(frame), [SHARE]), [SHARE])
    return strip


def own_marks(chart: Picture) -> list[dict[str, Any]]:
    return datasets(chart)["own"]


def test_a_strip_starts_at_zero_and_ends_at_the_highest() -> None:
    strip = only_strip(rows(10, [20, 40], lower=9.0, upper=11.0))

    assert strip.end == 40
    assert (strip.own, strip.band_start, strip.band_end) == (0.25, 0.5, 1.0)
    assert (strip.lowest, strip.highest) == ("10.0", "40.0")


def test_the_median_is_that_of_the_peers_without_the_own_one() -> None:
    strip = only_strip(rows(100, [10, 20, 30], lower=99.0, upper=100.0))

    assert strip.median_figure == "20.0"
    assert strip.median == pytest.approx(0.2)


def test_the_middle_half_needs_four_peers() -> None:
    strip = only_strip(rows(0, [5, 1, 3, 2, 4], lower=0.0, upper=1.0))

    assert only_strip(rows(1, [1, 2, 3])).middle_start is None
    assert (strip.middle_start, strip.middle_end) == (0.4, 0.8)


def test_an_interval_that_would_flatten_the_peers_is_cut() -> None:
    strip = only_strip(rows(0, [10], lower=0.0, upper=263.0))

    assert strip.is_cut
    assert strip.upper == 1
    assert strip.band_end == pytest.approx(0.8)


def test_a_missing_own_value_is_a_word_and_no_mark() -> None:
    chart = on_strips(listed(rows(NAN, [1, 2, 3], status="not_collected")), [SHARE])

    assert own_marks(chart) == []
    assert "未収集" in {each.text for each in drawn_texts(chart, 640)}


def test_an_indicator_without_rows_is_shown_as_having_no_figure() -> None:
    chart = on_strips(listed(rows(10, [20])), [SHARE, OFFICES])

    assert {"特養（広域型）", "資料なし"} <= {each.text for each in drawn_texts(chart, 640)}


def test_few_events_make_the_own_mark_hollow_and_an_insurers_value_a_square() -> None:
    few = own_marks(on_strips(listed(rows(10, [20], reason="few_events")), [SHARE]))
    insurer = own_marks(on_strips(listed(rows(10, [20], status="insurer_level")), [SHARE]))

    assert [(row["hollow"], row["shape"]) for row in few] == [(True, "circle")]
    assert [(row["hollow"], row["shape"]) for row in insurer] == [(False, "square")]


def test_the_own_figure_stands_in_the_accent_with_its_unit() -> None:
    chart = on_strips(listed(rows(10, [20])), [SHARE])
    figures = [row for row in rows_drawn(chart) if "figure" in row and "ink" in row]

    assert [row["ink"] for row in figures] == [theme.OWN]
    assert {"10.0", "%", "長岡市"} <= {each.text for each in drawn_texts(chart, 350)}


def test_the_figures_of_the_ends_stand_at_their_places_whatever_the_own_interval() -> None:
    strip = only_strip(rows(10, [20, 40], lower=1, upper=50))

    assert (strip.lowest, strip.highest) == ("10.0", "40.0")
    assert (strip.lowest_at, strip.highest_at) == (10 / strip.end, 40 / strip.end)


@given(
    own=st.floats(0, 1e5),
    peers=st.lists(st.floats(0, 1e5), max_size=6),
    upper=st.floats(0, 1e6),
)
def test_nothing_is_drawn_beside_its_strip(own: float, peers: list[float], upper: float) -> None:
    frame = rows(own, peers, lower=own / 2, upper=max(own, upper))
    strip = only_strip(frame)
    places = (strip.own, strip.lower, strip.upper, strip.band_start, strip.band_end, strip.median)
    ends = (strip.lowest_at, strip.highest_at)

    assert all(0 <= place <= 1 + 1e-9 for place in (*places, *ends) if place is not None)


@pytest.mark.parametrize("width", [350, 640, 1000])
def test_no_text_lies_on_another_or_outside(width: int) -> None:
    frame = pd.concat(
        [rows(10, [5, 20, 30, 40]), rows(0.46, [0.1, 2.96]).assign(indicator=OFFICES.id)], ignore_index=True
    )
    texts = drawn_texts(on_strips(listed(frame), [SHARE, OFFICES]), width)

    assert not overlapping(texts)
    assert not outside(texts, width)


def test_on_a_phone_the_words_stand_above_the_strip_and_on_a_desk_beside_it() -> None:
    chart = on_strips(listed(rows(10, [20, 40])), [SHARE])
    heights = {}
    for width in (350, 1000):
        letters = {each.text: each.y for each in drawn_texts(chart, width)}
        heights[width] = letters["40.0"] - BELOW_PX - letters["高齢化率"]

    assert heights[350] > 12
    assert heights[1000] == pytest.approx(0, abs=2)


def test_a_strip_with_figures_below_zero_starts_at_the_lowest_and_marks_zero() -> None:
    strip = only_strip(rows(-10, [20, 30], lower=NAN, upper=NAN))

    assert (strip.begin, strip.end, strip.own, strip.zero) == (-10, 30, 0.0, 0.25)
    assert strip.lowest == "△10.0"


def test_a_strip_of_figures_below_zero_only_ends_at_zero() -> None:
    strip = only_strip(rows(-10, [-20, -5], lower=NAN, upper=NAN))

    assert (strip.begin, strip.end, strip.own, strip.zero) == (-20, 0, 0.5, 1.0)


def test_a_strip_from_zero_has_no_mark_at_zero() -> None:
    assert only_strip(rows(10, [20, 40])).zero is None


def test_each_peer_stands_at_its_figure_on_the_strip_of_its_indicator() -> None:
    frame = pd.concat([rows(10, [20, 40]), rows(-10, [30]).assign(indicator=OFFICES.id)], ignore_index=True)
    shown = [SHARE, OFFICES]
    ticks = drawn_marks(on_strips(listed(frame), shown), "tick")
    places = {(round(float(each["at"]), 3), float(each["y"])) for each in ticks if "at" in each}
    first, second = (strip.y for strip in strip_rows(*with_peers(listed(frame), shown), shown))

    assert places == {(0.5, first), (1.0, first), (1.0, second)}
