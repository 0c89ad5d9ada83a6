"""A group of indicators as rows: what stands where, on every width."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from chart_reading import (
    NAN,
    OFFICES,
    POPULATION,
    SHARE,
    Letters,
    comparison_row,
    datasets,
    drawn_texts,
    outside,
    overlapping,
    places_of_points,
    specification,
)

from carecompare.charts import MOST_TICKS, peer_ticks, sheet_strips
from carecompare.charts.sheet.rows import sheet_rows
from carecompare.tables import INSURER_LEVEL

if TYPE_CHECKING:
    from carecompare.catalog import Indicator
    from carecompare.charts import Picture

WIDTHS = [300, 340, 520, 560, 640, 720, 800, 860, 1070, 1570]
LONG = msgspec.structs.replace(
    OFFICES,
    short_ja="地域密着型特定施設入居者生活介護（サービス付き高齢者向け住宅）",
    decimals=2,
)


def line(indicator: Indicator, value: float, **others: Any) -> dict[str, Any]:
    """Return a row of a sheet with everything that stands beside the strip."""
    return {
        **comparison_row("15202", "長岡市", "own", value),
        "indicator": indicator.id,
        "lowest": 20.0,
        "first": 25.0,
        "median": 28.0,
        "third": 33.0,
        "highest": 40.0,
        "peers": 30.0,
        "beyond": "higher",
        "rank": 13.0,
        "of": 31,
        "best": 11.0,
        "worst": 15.0,
        "trend": "up",
        "trend_from": 2000,
        "trend_to": 2020,
        "gap": 1300.0,
        "prefecture": {"value": 32.8, "method": "none"},
        "nation": {"value": 28.5, "method": "none"},
    } | others


LINES = [
    line(SHARE, 31.4),
    line(LONG, 31234.56, highest=131234.56, median=28000.12, gap=-123456.0),
    line(POPULATION, 266936.0, lowest=73061.0, highest=332931.0, lower=NAN, upper=NAN, beyond="", gap=NAN),
    line(SHARE, 3.0, reason="few_events", rank=NAN, best=NAN, worst=NAN, trend="", beyond="", gap=2.0),
    line(SHARE, NAN, lower=NAN, upper=NAN, status="not_collected", rank=NAN, beyond="", gap=NAN, trend=""),
]
INDICATORS = [SHARE, LONG, POPULATION, SHARE, SHARE]
UNITS = {SHARE.id: "人", LONG.id: "か所"}


def picture(lines: list[dict[str, Any]] = LINES, indicators: list[Indicator] = INDICATORS) -> Picture:
    return sheet_strips(lines, {}, indicators, UNITS)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_words_overlap_and_none_leave_the_paper(width: int) -> None:
    texts = drawn_texts(picture(), width)
    assert "31.4" in {each.text for each in texts}
    assert overlapping(texts) == []
    assert outside(texts, width) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_no_mark_lies_on_a_name_or_a_figure(width: int) -> None:
    drawn = picture()
    names = {row["name"] for row in datasets(drawn)["rows"]} | {
        row["figure"] for row in datasets(drawn)["rows"]
    }
    texts = [each for each in drawn_texts(drawn, width) if each.text in names]
    points = places_of_points(drawn, width)
    assert len(points) >= len(LINES)
    assert texts
    assert [(each.text, point) for each in texts for point in points if _covers(point, each)] == []


def _covers(point: tuple[float, float], words: Letters) -> bool:
    # A text is placed by its base line: letters reach 0.8 em above it and 0.1 em below.
    x, y = point
    half = 3
    return (
        words.start < x < words.end
        and words.y - 0.8 * words.size - half < y < words.y + 0.1 * words.size + half
    )


def test_on_a_wide_page_the_rank_with_its_range_and_the_gap_in_persons_stand_beside_the_strip() -> None:
    texts = {each.text for each in drawn_texts(picture(), 1070)}
    assert {"13位／31（11〜15）", "約+1,300人", "約△120,000か所", "↗", "28.0"} <= texts


def test_on_a_phone_there_is_the_name_the_figure_and_the_strip() -> None:
    texts = {each.text for each in drawn_texts(picture(), 340)}
    assert {"高齢化率", "31.4", "%"} <= texts
    assert not {"13位／31（11〜15）", "約+1,300人", "↗"} & texts


def test_the_figures_at_the_ends_are_those_of_the_ends_though_the_nation_lies_far_out() -> None:
    (row,) = sheet_rows(
        [line(SHARE, 31.4, lower=31.0, upper=31.8, nation={"value": 10.0, "method": "none"})], [SHARE], UNITS
    )
    assert (row.start_figure, row.end_figure) == ("10.0", "40.0")
    assert row.nation == 0.0
    assert row.band_start == pytest.approx((20 - 10) / 30)


def test_where_all_are_the_same_no_end_is_named() -> None:
    same = line(SHARE, 0.0, lower=0.0, upper=3.0, lowest=0.0, first=0.0, median=0.0, third=0.0, highest=0.0)
    (row,) = sheet_rows(
        [same | {key: {"value": 0.0, "method": "none"} for key in ("prefecture", "nation")}], [SHARE], UNITS
    )
    assert (row.start_figure, row.end_figure) == ("", "")
    assert row.own == 0.5


def test_a_long_whisker_is_cut_and_ends_in_an_arrow() -> None:
    (row,) = sheet_rows([line(SHARE, 31.4, lower=19.0, upper=400.0)], [SHARE], UNITS)
    assert (row.cut_below, row.cut_above) == (None, 1.0)
    assert row.end_figure == "45.0"


def test_what_is_withheld_is_hollow_and_dark_and_an_insurer_s_figure_is_a_square() -> None:
    firm, few, insurer = sheet_rows(
        [
            line(SHARE, 31.4),
            line(SHARE, 31.4, reason="few_events"),
            line(SHARE, 31.4, reason=INSURER_LEVEL, status=INSURER_LEVEL),
        ],
        [SHARE] * 3,
        UNITS,
    )
    assert (firm.shape, few.shape, insurer.shape) == ("circle", "circle", "square")
    assert firm.fill != few.fill == insurer.fill
    assert firm.edge == few.fill


def test_a_prefecture_s_total_has_no_place_among_municipalities() -> None:
    (row,) = sheet_rows(
        [line(POPULATION, 266936.0, prefecture={"value": 2e6, "method": "none"})], [POPULATION], UNITS
    )
    assert (row.prefecture, row.nation) == (None, None)


def test_every_peer_with_a_figure_of_its_own_is_a_tick_with_its_name() -> None:
    peers = [
        comparison_row("20201", "長野市", "peer", 30.0),
        comparison_row("46523", "大和村", "peer", NAN),
        comparison_row("31389", "南部町", "peer", 30.0, status=INSURER_LEVEL),
    ]
    drawn = sheet_strips([line(SHARE, 31.4)], peer_ticks(peers, [SHARE]), [SHARE], UNITS)
    assert [(tick["name"], tick["figure"]) for tick in datasets(drawn)["ticks"]] == [("長野市", "30.0%")]


def test_a_crowd_of_peers_is_only_a_band() -> None:
    peers = [
        comparison_row(f"{place:05}", "町", "peer", 20.0 + place / 10) for place in range(MOST_TICKS + 1)
    ]
    drawn = sheet_strips([line(SHARE, 31.4)], peer_ticks(peers, [SHARE]), [SHARE], UNITS)
    assert datasets(drawn)["ticks"] == []


def test_an_empty_group_is_still_a_picture() -> None:
    assert specification(sheet_strips([], {}, [], {}))["layer"]
