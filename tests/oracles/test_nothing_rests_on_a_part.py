"""Over all municipalities: a figure of a part of the institutions is judged, ranked and averaged nowhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import numpy as np
import pytest

from carecompare.comparisons import (
    comparison,
    findings,
    indicator_year,
    judged,
    looked_at,
    nationwide,
    peer_figures,
    peer_table,
    prefecture_of,
    profile,
    reason_for_care,
)
from carecompare.comparisons.finding_rules import BEYOND
from carecompare.store import areas, outside_positions
from carecompare.store.in_memory import indicator_values
from carecompare.tables import INCOMPLETE, UNLISTED

if TYPE_CHECKING:
    from carecompare.catalog import Catalog, Indicator
    from carecompare.store import Store
    from carecompare.store.in_memory import IndicatorValues

BEDS = "hospital_beds"


@pytest.fixture(scope="module")
def figures(store: Store) -> IndicatorValues:
    return indicator_values(store)


@pytest.fixture(scope="module")
def labels(store: Store) -> dict[str, str]:
    return {each["area"]: each["name_ja"] for each in areas(store)}


@pytest.fixture(scope="module")
def of_beds(catalog: Catalog) -> list[Indicator]:
    return [each for each in catalog.main_indicators if any(BEDS in count for count in each.numerator)]


def test_no_finding_headline_or_median_of_any_town_rests_on_a_part_of_its_hospitals(
    figures: IndicatorValues, labels: dict[str, str], of_beds: list[Indicator]
) -> None:
    """Each beside the other towns of its prefecture; towns that are incomplete themselves move no median."""
    years = {each.id: 2025 for each in of_beds}
    of_prefecture: dict[str, list[str]] = defaultdict(list)
    for code in labels:
        if len(code) == 5:
            of_prefecture[code[:2]].append(code)
    looked = looked_at(of_beds, years)
    incomplete: Counter[str] = Counter()
    without_median: dict[str, set[str]] = defaultdict(set)
    for codes in of_prefecture.values():
        series = figures.series(list(years), codes)
        rows = {code: [many[0] for many in series[code].values()] for code in codes}
        for own in codes:
            others = [code for code in codes if code != own]
            beside = peer_table(
                [row for code in others for row in rows[code]], labels, of_beds, years, others
            )
            shown = profile(rows[own], beside, labels, of_beds, years, own)
            lines = [shown.summary[each.id] for each in of_beds]
            peers = peer_figures([series[code] for code in others], looked, years)
            named = findings(series[own], peers, [], looked, years, judged(lines)).listed
            for line in lines:
                every = beside.rows[line["indicator"]]
                whole = [
                    row["value"]
                    for row in every
                    if row["method"] != INCOMPLETE and not np.isnan(row["value"])
                ]
                assert line["peers"] == len(whole)
                if sum(row["method"] in {INCOMPLETE, UNLISTED} for row in every) * 4 > len(every):
                    without_median[line["indicator"]].add(own[:2])
                    assert np.isnan(line["median"])
                    assert line["beyond"] == ""
                    assert not any(
                        each.rule == BEYOND and line["indicator"] in each.indicators for each in named
                    )
                else:
                    assert not whole or line["median"] == pytest.approx(np.median(whole))
                if line["method"] != INCOMPLETE:
                    continue
                incomplete[line["indicator"]] += 1
                assert line["reason"] == reason_for_care(line) == INCOMPLETE
                assert line["beyond"] == ""
                assert not any(line["indicator"] in each.indicators for each in named)
    assert incomplete["hospital_beds_per_100000"] == 132
    assert incomplete["hospital_beds_general_per_100000"] == 144
    # What is left of them would mostly be towns without a hospital: 福知山市 stood beside 0.
    assert without_median["hospital_beds_per_100000"] == {"09", "13", "26", "47"}


def test_no_rank_in_prefecture_or_nation_rests_on_a_part_of_the_hospitals(
    figures: IndicatorValues, labels: dict[str, str], of_beds: list[Indicator]
) -> None:
    municipalities = {code: name for code, name in labels.items() if len(code) == 5}
    for indicator in of_beds:
        values = indicator_year(figures.over_all_areas(indicator.id, 2025))
        rows = nationwide(values, municipalities, indicator, 2025)
        part = [row for row in rows if row["reason"] == INCOMPLETE]
        assert len(part) >= 132
        assert all(np.isnan(row["rank"]) for row in part)
        for row in part[:20]:
            own = row["area"]
            found = comparison(values, labels, indicator, 2025, own, [f"{prefecture_of(own)}201"])
            assert np.isnan(found.in_nation.position)
            assert np.isnan(found.among.position)


def test_offices_stand_on_two_points_that_are_no_places_of_theirs(store: Store) -> None:
    """122 on a point of another continent, 73 on the centre of Japan; 1,106 and 5 hospitals lie outside."""
    at: Counter[tuple[float, float]] = Counter()
    for _, latitude, longitude, offices in outside_positions(store):
        at[round(latitude, 5), round(longitude, 5)] += offices
    assert at.most_common(2) == [((53.41291, -8.24389), 122), ((36.20482, 138.25292), 73)]
    assert at.total() == 1106 + 5
