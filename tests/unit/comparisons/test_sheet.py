"""Every indicator on one sheet: spread, distance, gap in counts, ranks."""

from __future__ import annotations

from math import isnan, nan
from typing import Any

import numpy as np
import pandas as pd
import pytest
from indicator_making import indicator_year_of, share_indicator

from carecompare.comparisons import Sheet, Standings, by_distance, comparison, peer_table, rank_ranges, sheet
from carecompare.comparisons.sheet import counted_gap
from carecompare.measures.rates import proportion
from carecompare.tables import VALUES

SHARE = share_indicator()
OWN, PEERS = "15202", ["15100", "20201", "46523", "11201", "13112"]
LABELS = {code: code for code in (OWN, *PEERS, "15", "00")}


def figure(area: str, count: float, of: float, **others: Any) -> dict[str, Any]:
    share = proportion(count, of, per=100)
    value, lower, upper = (float(each) for each in (share.value, share.lower, share.upper))
    row = {
        "area": area,
        "year": 2020,
        "indicator": "share",
        "value": value,
        "lower": lower,
        "upper": upper,
        "numerator": float(count),
        "denominator": float(of),
        "denominator_year": 2020,
        "method": "wilson",
        "status": "observed",
    }
    assert set(row) == set(VALUES.columns)
    return row | others


def made(rows: list[dict[str, Any]], peers: list[str]) -> Sheet:
    ranked = [row for row in rows if len(row["area"]) == 5]
    everybody = Standings(
        line_of={"share": 0},
        figures=np.array([[nan if row["status"] == "insurer_level" else row["value"] for row in ranked]]),
        prefectures=np.array([row["area"][:2] for row in ranked], dtype=np.int8),
    )
    beside = peer_table(rows, LABELS, [SHARE], {"share": 2020}, peers)
    return sheet(rows, beside, LABELS, [SHARE], {"share": 2020}, OWN, everybody)


ROWS = [figure(OWN, 400, 1000), *(figure(code, 100 + 50 * i, 1000) for i, code in enumerate(PEERS))]
REFERENCES = [figure("15", 500, 2000), figure("00", 5000, 20000)]


def test_a_gap_is_counted_in_persons_of_the_own_municipality() -> None:
    line = made([*ROWS, *REFERENCES], PEERS).lines["share"]

    assert line["median"] == pytest.approx(20)
    assert line["gap"] == pytest.approx(200)
    assert isnan(counted_gap(line | {"reason": "insurer_level"}, 20, SHARE))


def test_the_distance_is_the_difference_from_the_median_in_ranges_between_the_quartiles() -> None:
    line = made([*ROWS, *REFERENCES], PEERS).lines["share"]

    assert (line["first"], line["third"]) == (pytest.approx(15), pytest.approx(25))
    assert line["distance"] == pytest.approx(2)


def test_less_than_four_peers_have_no_middle_half_and_no_distance() -> None:
    line = made([*ROWS, *REFERENCES], PEERS[:1]).lines["share"]

    assert isnan(line["first"])
    assert isnan(line["distance"])
    assert line["median"] == pytest.approx(10)


def test_without_peers_the_prefecture_and_the_nation_remain() -> None:
    line = made([*ROWS, *REFERENCES], []).lines["share"]

    assert isnan(line["median"])
    assert isnan(line["gap"])
    assert line["prefecture"]["value"] == pytest.approx(25)
    assert line["in_nation"].position == 1


def test_ranks_and_their_ranges_are_those_of_the_other_pages() -> None:
    other = comparison(indicator_year_of(pd.DataFrame([*ROWS, *REFERENCES])), LABELS, SHARE, 2020, OWN, PEERS)
    line = made([*ROWS, *REFERENCES], PEERS).lines["share"]

    assert (line["rank"], line["of"]) == (other.among.position, other.among.of)
    assert (line["best"], line["worst"]) == rank_ranges(other.rows)[OWN]
    assert (line["in_prefecture"], line["in_nation"]) == (other.in_prefecture, other.in_nation)


def test_an_insurers_figure_is_neither_ranked_nor_among_the_peers() -> None:
    rows = [each | {"status": "insurer_level"} if each["area"] in {OWN, PEERS[4]} else each for each in ROWS]
    line = made([*rows, *REFERENCES], PEERS).lines["share"]

    assert line["peers"] == 4
    assert isnan(line["rank"])
    assert isnan(line["gap"])
    assert line["beyond"] == ""


def test_fewer_than_ten_events_have_neither_rank_nor_judgement() -> None:
    line = made([figure(OWN, 9, 1000), *ROWS[1:], *REFERENCES], PEERS).lines["share"]

    assert (line["reason"], line["beyond"]) == ("few_events", "")
    assert isnan(line["rank"])
    assert isnan(line["distance"])


def test_lines_without_a_distance_come_last_in_their_order() -> None:
    lines: list[dict[str, Any]] = [{"id": i, "distance": far} for i, far in enumerate((nan, 1.0, 3.0, nan))]

    assert [each["id"] for each in by_distance(lines)] == [2, 1, 0, 3]
