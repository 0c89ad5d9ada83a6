"""What stands out: each rule at its edges, nothing on few events, no doubles and no contradictions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from indicator_making import density_indicator
from msgspec.structs import replace

from carecompare.catalog.records import Break
from carecompare.comparisons import (
    findings,
    judged,
    looked_at,
    peer_figures,
    peer_table,
    profile,
    reason_for_care,
)
from carecompare.comparisons.few import RATES
from carecompare.comparisons.findings import MOST
from carecompare.comparisons.years.supply import OLDER
from carecompare.measures.rates import density, proportion

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.comparisons import Finding, Findings
    from carecompare.rows import ProjectedRow, ValueRow

OWN = "00001"
NAN = float("nan")
PEERS = tuple(f"1000{place}" for place in range(1, 9))
SERVICE = density_indicator()
RATE = replace(
    SERVICE,
    id="certification_rate",
    topic="care_need",
    kind="proportion",
    numerator=("certified",),
    denominator=("insured_65_and_over",),
    per=100,
    unit_ja="%",
)
YEAR = replace(
    SERVICE,
    id="year_of_75_and_over_peak",
    topic="demand",
    kind="year",
    numerator=("population_75_and_over_ipss_ages",),
    denominator=(),
)
STANDARDISED = replace(RATE, id="certification_rate_standardised", numerator=("certified_65_to_74",))


def rows(
    indicator: Indicator,
    own: float,
    peers: Sequence[float],
    *,
    people: float = 1000,
    year: int = 2025,
    **own_words: Any,
) -> list[ValueRow]:
    """Return figures of counts: the own one, and those of the peers."""
    measure = density if indicator.kind == "density" else proportion
    made = []
    for area, count in zip((OWN, *PEERS), (own, *peers), strict=False):
        found = measure(count, people, per=indicator.per)
        row = {
            "area": area,
            "year": year,
            "indicator": indicator.id,
            "value": float(found.value),
            "lower": float(found.lower),
            "upper": float(found.upper),
            "numerator": float(count),
            "denominator": float(people),
            "denominator_year": float(year),
            "method": str(found.method),
            "status": "observed",
        }
        made.append(row | own_words if area == OWN else row)
    return made


def found(
    given_rows: Sequence[ValueRow],
    *indicators: Indicator,
    people: Sequence[ProjectedRow] = (),
    peers: Sequence[str] = PEERS,
) -> Findings:
    latest: dict[str, int] = {}
    for row in given_rows:
        latest[row["indicator"]] = max(row["year"], latest.get(row["indicator"], 0))
    series: dict[str, dict[str, list[ValueRow]]] = {area: {} for area in (OWN, *peers)}
    for row in given_rows:
        if row["area"] in series:
            series[row["area"]].setdefault(row["indicator"], []).append(row)
    looked = looked_at(indicators, latest)
    beside = peer_figures([series[area] for area in peers], looked, latest)
    by_id = {name: many[0] for name, many in series[OWN].items() if many[0]["method"] in RATES}
    lines = [
        row | {"median": beside.quartiles.get(name, (NAN,) * 3)[1], "reason": reason_for_care(row)}
        for name, row in by_id.items()
    ]
    return findings(series[OWN], beside, people, looked, latest, judged(lines))


def one(result: Findings) -> Finding:
    assert len(result.listed) == 1
    return result.listed[0]


EVEN = [40, 42, 44, 46, 48, 50, 52, 54]


def test_a_figure_outside_the_quartiles_and_off_the_median_stands_out() -> None:
    finding = one(found(rows(SERVICE, 90, EVEN), SERVICE))
    assert (finding.rule, finding.way, finding.evidence) == ("beyond", "higher", "ranked")
    assert finding.figures["median"] == 47


@pytest.mark.parametrize("own", [47, 55, 40], ids=["at the median", "just outside", "just below"])
def test_a_figure_that_chance_explains_does_not(own: float) -> None:
    assert found(rows(SERVICE, own, EVEN), SERVICE).listed == ()


def test_a_figure_off_the_median_but_within_the_quartiles_does_not() -> None:
    wide = [1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000]
    assert found(rows(SERVICE, 5700, wide, people=100_000), SERVICE).listed == ()


def test_what_99_8_percent_says_counts_more() -> None:
    barely = one(found(rows(SERVICE, 65, EVEN), SERVICE))
    clearly = one(found(rows(SERVICE, 66 + 40, EVEN), SERVICE))
    assert clearly.score > barely.score


@pytest.mark.parametrize(("own", "people"), [(9, 10_000), (0, 1000), (30, 99)])
def test_nothing_stands_out_on_fewer_than_ten_events_or_a_hundred_residents(
    own: float, people: float
) -> None:
    peers = [each * 20 for each in EVEN]
    result = found(rows(SERVICE, own, peers, people=people), SERVICE)
    assert result.listed == ()
    assert [each.way for each in result.cautions] == ["few_events", "no_projection"]


@settings(deadline=None, max_examples=60)
@given(
    own=st.integers(0, 9),
    peers=st.lists(st.integers(0, 500), min_size=8, max_size=8),
    first=st.integers(0, 9),
)
def test_no_rule_ever_speaks_of_fewer_than_ten_events(own: int, peers: list[int], first: int) -> None:
    years = [row for year in range(2019, 2025) for row in rows(SERVICE, first, peers, year=year)]
    result = found([*years, *rows(SERVICE, own, peers, year=2025)], SERVICE)
    assert result.listed == ()


@pytest.mark.parametrize(
    ("words", "kind"),
    [({"status": "insurer_level"}, "insurer_level"), ({"method": "unknown_ages"}, "unknown_ages")],
)
def test_a_figure_that_is_not_the_own_or_uncertain_is_a_caution_and_no_finding(
    words: Mapping[str, str], kind: str
) -> None:
    result = found(rows(RATE, 90, EVEN, **words), RATE)
    assert result.listed == ()
    assert [each.way for each in result.cautions] == [kind, "no_projection"]


def test_the_quartiles_are_those_of_the_profile() -> None:
    given_rows = rows(SERVICE, 90, EVEN)
    given_rows[1] |= {"denominator": 99.0, "value": 400.0}
    given_rows[2] |= {"status": "insurer_level"}
    finding = one(found(given_rows, SERVICE))
    labels, years = {code: code for code in (OWN, *PEERS)}, {"service": 2025}
    beside = peer_table(given_rows, labels, [SERVICE], years, PEERS)
    shown = profile(given_rows, beside, labels, [SERVICE], years, OWN)
    assert finding.figures["median"] == shown.summary["service"]["median"]
    assert finding.figures["median"] == 49  # neither the shaky figure nor the insurer's counts


def test_four_peers_are_too_few() -> None:
    assert found(rows(SERVICE, 90, EVEN[:4]), SERVICE, peers=PEERS[:4]).listed == ()


def test_a_way_that_the_catalogue_calls_bad_comes_first() -> None:
    bad = replace(SERVICE, id="bad", numerator=("care_offices_120",), direction="lower_is_better")
    both = [*rows(SERVICE, 90, EVEN), *rows(bad, 90, EVEN)]
    assert [each.indicators for each in found(both, SERVICE, bad).listed] == [("bad",), ("service",)]


def series(
    own: Sequence[float], peers: float = 400, years: Sequence[int] = (2018, 2019, 2020, 2021, 2022)
) -> Any:
    return [
        row
        for year, count in zip(years, own, strict=True)
        for row in rows(SERVICE, count, [peers] * 8, people=10_000, year=year)
    ]


RISING = [400, 480, 560, 640, 720]


def test_five_points_that_rise_where_the_peers_do_not_are_a_trend() -> None:
    rules = {each.rule: each for each in found(series(RISING), SERVICE).listed}
    assert (rules["trend"].way, rules["trend"].figures["alike"]) == ("up", 0)


def test_a_trend_that_most_peers_share_is_none_of_the_own() -> None:
    shared = [
        row
        for year, count in zip(range(2018, 2023), RISING, strict=True)
        for row in rows(SERVICE, count, [count] * 8, people=10_000, year=year)
    ]
    assert found(shared, SERVICE).listed == ()


@pytest.mark.parametrize(
    "years", [(2014, 2015, 2020, 2021, 2022), (2018, 2019, 2020, 2021, 2023)], ids=["gap first", "gap last"]
)
def test_points_at_unequal_distances_make_no_trend(years: Sequence[int]) -> None:
    assert "trend" not in {each.rule for each in found(series(RISING, years=years), SERVICE).listed}


def test_a_standardised_rate_has_no_trend() -> None:
    standardised = replace(SERVICE, kind="standardised")
    assert "trend" not in {each.rule for each in found(series(RISING), standardised).listed}


def test_a_sudden_step_is_a_jump_and_a_steady_climb_is_not() -> None:
    sudden = {each.rule: each for each in found(series([400, 404, 398, 401, 560]), SERVICE).listed}
    assert sudden["jump"].way == "up"
    assert sudden["jump"].figures["first_year"] == 2021
    assert "jump" not in {each.rule for each in found(series(RISING), SERVICE).listed}
    assert "jump" not in {each.rule for each in found(series([400, 404, 398, 401, 470]), SERVICE).listed}


def test_no_trend_and_no_jump_goes_over_a_break_of_the_definition() -> None:
    def rules(values: Sequence[float], year: int) -> set[str]:
        broken = replace(SERVICE, breaks=(Break(year, "数え方が変わりました。"),))
        return {each.rule for each in found(series(values), broken).listed}

    sudden = [400, 404, 398, 401, 560]
    assert "jump" not in rules(sudden, 2022)
    assert "jump" in rules(sudden, 2021)
    assert "trend" in rules(RISING, 2018)
    assert not rules(RISING, 2020) & {"trend", "jump"}


def test_few_services_at_high_need_are_one_finding_beside_the_need() -> None:
    other = replace(SERVICE, id="other", numerator=("care_offices_120",))
    given_rows = [*rows(RATE, 300, [200] * 4 + [210] * 4), *rows(SERVICE, 20, EVEN), *rows(other, 18, EVEN)]
    result = found(given_rows, RATE, SERVICE, other).listed
    assert {each.rule: each.indicators[0] for each in result} == {
        "beyond": "certification_rate",
        "mismatch": "certification_rate",
    }
    mismatch = next(each for each in result if each.rule == "mismatch")
    assert (mismatch.way, set(mismatch.indicators[1:])) == ("higher", {"service", "other"})


@pytest.mark.parametrize("topic", ["population", "industry", "finance"])
def test_what_a_place_is_like_is_no_finding(topic: str) -> None:
    assert found(rows(SERVICE, 90, EVEN), replace(SERVICE, topic=topic)).listed == ()


def test_a_part_and_its_whole_are_spoken_of_once() -> None:
    whole = replace(SERVICE, id="whole", numerator=("care_offices_110", "care_offices_120"))
    result = found([*rows(SERVICE, 90, EVEN), *rows(whole, 95, EVEN)], SERVICE, whole).listed
    assert len(result) == 1


def test_the_standardised_rate_speaks_before_the_crude_one() -> None:
    both = [*rows(RATE, 300, [200] * 8), *rows(STANDARDISED, 150, [200] * 8)]
    finding = one(found(both, RATE, STANDARDISED))
    assert (finding.indicators, finding.way) == ((STANDARDISED.id,), "lower")


def test_a_crude_rate_alone_says_that_the_ages_may_explain_it() -> None:
    both = [*rows(RATE, 300, [200] * 4 + [210] * 4), *rows(STANDARDISED, 205, [200] * 4 + [210] * 4)]
    finding = one(found(both, RATE, STANDARDISED))
    assert (finding.indicators, finding.caution) == ((RATE.id,), "ages")


@pytest.mark.parametrize(
    ("residents", "method", "count"), [(100, "peaked", 1), (99, "peaked", 0), (100, "none", 0)]
)
def test_the_peak_of_the_aged_is_told_but_not_of_a_hamlet(residents: float, method: str, count: int) -> None:
    people: list[ProjectedRow] = [{"series": OLDER, "year": 2020, "population": residents}]
    row = {"area": OWN, "indicator": YEAR.id, "year": 2045, "value": 2010.0, "method": method}
    row["status"] = "projected"
    listed = found([row], YEAR, people=people).listed
    assert [(each.rule, each.year, each.figures["now"]) for each in listed] == [("peak", 2045, 100)] * count


def test_no_more_than_a_sensible_number_and_from_the_highest_score() -> None:
    many = [
        replace(
            SERVICE, id=f"service{place}", topic=f"topic{place % 5}", numerator=(f"care_offices_{place}",)
        )
        for place in range(30)
    ]
    given_rows = [row for place, each in enumerate(many) for row in rows(each, 80 + place, EVEN)]
    result = found(given_rows, *many).listed
    scores = [each.score for each in result]
    assert len(result) == MOST
    assert scores == sorted(scores, reverse=True)


def test_a_finding_keeps_its_key_and_a_new_year_is_a_new_one() -> None:
    now = one(found(rows(SERVICE, 90, EVEN), SERVICE))
    again = one(found(rows(SERVICE, 95, EVEN), SERVICE))
    next_year = one(found(rows(SERVICE, 90, EVEN, year=2026), SERVICE))
    assert now.key == again.key == "beyond.service.higher.2025"
    assert next_year.key != now.key


def test_where_most_peers_have_none_a_few_are_no_great_thing() -> None:
    few = one(found(rows(SERVICE, 40, [0] * 7 + [1]), SERVICE))
    assert few.score <= 2
    assert not np.isnan(few.score)


def test_the_own_series_that_ends_before_that_of_the_peers_makes_no_trend_and_no_jump() -> None:
    later = [row for row in rows(SERVICE, 0, [400] * 8, people=10_000, year=2023) if row["area"] != OWN]
    for past in (RISING, [400, 404, 398, 401, 560]):
        assert {each.rule for each in found(series(past), SERVICE).listed} & {"trend", "jump"}
        assert found([*series(past), *later], SERVICE).listed == ()
