from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from area_making import area_row
from indicator_making import indicator_year_of

from carecompare.comparisons import comparison, labelled_areas, shared_insurers
from carecompare.tables import COMPARISON_COLUMNS, VALUES

if TYPE_CHECKING:
    from carecompare.catalog import Catalog, Indicator
    from carecompare.comparisons import Comparison
    from carecompare.rows import LabelledArea


def places() -> dict[str, LabelledArea]:
    rows = [
        ("00", "nation", "全国"),
        ("31", "prefecture", "鳥取県", "", "31", "鳥取県"),
        ("31389", "municipality", "南部町", "なんぶちょう", "31", "鳥取県"),
        ("31202", "municipality", "米子市", "よなごし", "31", "鳥取県"),
        ("02445", "municipality", "南部町", "なんぶちょう", "02", "青森県"),
    ]
    return labelled_areas([area_row(*row) for row in rows])


def names() -> dict[str, str]:
    return {code: each["label_ja"] for code, each in places().items()}


def values(figures: dict[str, tuple[float, float]]) -> pd.DataFrame:
    rows = [
        (area, 2020, "i", 1000 * above / below, 0.0, 9e9, above, below, 2020, "byar", "observed")
        for area, (above, below) in figures.items()
    ]
    return pd.DataFrame(rows, columns=list(VALUES.columns))


def filed(result: Comparison) -> pd.DataFrame:
    return pd.DataFrame(result.filed, columns=list(COMPARISON_COLUMNS))


@pytest.fixture
def density(catalog: Catalog) -> Indicator:
    return catalog.indicators["care_offices_110_per_1000_75_and_over"]


def test_a_name_that_several_municipalities_bear_is_followed_by_its_prefecture() -> None:
    assert places()["31389"]["label_ja"] == "南部町（鳥取県）"
    assert places()["31202"]["label_ja"] == "米子市"


def test_ranks_are_over_the_own_municipality_and_its_peers(density: Indicator) -> None:
    figures = {
        "31389": (20, 1000),
        "31202": (30, 1000),
        "02445": (10, 1000),
        "31": (60, 3000),
        "00": (60, 3000),
    }
    result = comparison(
        indicator_year_of(values(figures)), names(), density, 2020, "31389", ["31202", "02445"]
    )
    assert (result.among.position, result.among.of) == (2, 3)
    assert (result.in_prefecture.position, result.in_prefecture.of) == (2, 2)
    assert (result.in_nation.position, result.in_nation.of) == (2, 3)
    assert filed(result)["role"].tolist() == ["own", "peer", "peer", "reference", "reference"]


def test_fewer_than_ten_events_get_no_rank_and_a_reason(density: Indicator) -> None:
    figures = {"31389": (9.0, 1000.0), "31202": (30.0, 1000.0)}
    result = comparison(indicator_year_of(values(figures)), names(), density, 2020, "31389", ["31202"])
    assert math.isnan(result.own["rank"])
    assert math.isnan(result.in_nation.position)
    assert result.own["reason"] == "few_events"
    assert result.own["value"] == 9


def test_fewer_than_a_hundred_residents_get_no_rate(density: Indicator) -> None:
    figures = {"31389": (12.0, 99.0), "31202": (30.0, 1000.0)}
    result = comparison(indicator_year_of(values(figures)), names(), density, 2020, "31389", ["31202"])
    assert math.isnan(result.own["value"])
    assert result.own["reason"] == "few_residents"
    assert result.own["numerator"] == 12


def rates(statuses: dict[str, tuple[float, str, str]]) -> pd.DataFrame:
    rows = [
        (area, 2023, "i", value, 0.0, 9e9, 200.0, 1000.0, 2023, method, status)
        for area, (value, method, status) in statuses.items()
    ]
    return pd.DataFrame(rows, columns=list(VALUES.columns))


def test_the_figure_of_an_insurer_of_several_is_shown_and_ranked_nowhere(catalog: Catalog) -> None:
    rate = catalog.indicators["certification_rate"]
    shown = rates(
        {
            "31389": (17.8, "wilson", "insurer_level"),
            "31202": (19.0, "wilson", "observed"),
            "02445": (16.0, "wilson", "observed"),
        }
    )
    result = comparison(indicator_year_of(shown), names(), rate, 2023, "31389", ["31202", "02445"])
    assert (result.own["value"], result.own["reason"]) == (17.8, "insurer_level")
    assert all(math.isnan(each.position) for each in (result.among, result.in_prefecture, result.in_nation))
    assert (result.among.of, result.in_prefecture.of, result.in_nation.of) == (2, 1, 2)
    assert filed(result)["rank"].tolist()[1:3] == [1, 2]
    beside = comparison(indicator_year_of(shown), names(), rate, 2023, "02445", ["31202", "31389"])
    assert (beside.among.position, beside.among.of) == (2, 2)


def test_a_town_whose_insurer_is_unknown_says_so(catalog: Catalog) -> None:
    rate = catalog.indicators["certification_rate"]
    shown = rates({"31389": (math.nan, "insurer_unknown", "missing"), "31202": (19.0, "wilson", "observed")})
    result = comparison(indicator_year_of(shown), names(), rate, 2023, "31389", ["31202"])
    assert (result.own["reason"], result.own["status"]) == ("insurer_unknown", "missing")
    assert result.among.of == 1


def test_an_insurer_does_not_make_the_name_of_its_town_ambiguous() -> None:
    rows = [
        ("31202", "municipality", "米子市", "", "31", "鳥取県"),
        ("i31202", "insurer", "米子市", "", "31", "鳥取県"),
        ("i31u0afa5f", "insurer", "南部箕蚊屋広域連合", "", "31", "鳥取県"),
    ]
    areas = labelled_areas([area_row(*row) for row in rows])
    assert areas["31202"]["label_ja"] == "米子市"
    members = {"31202": "i31202", "31389": "i31u0afa5f", "31390": "i31u0afa5f"}
    assert shared_insurers(members, areas) == dict.fromkeys(("31389", "31390"), "南部箕蚊屋広域連合")


def test_a_share_with_many_unknown_ages_gets_no_rank_and_a_reason(catalog: Catalog) -> None:
    share = catalog.indicators["share_75_and_over"]
    rows = values({"31389": (200, 1000), "31202": (300, 1000)})
    rows["method"] = ["unknown_ages", "wilson"]
    result = comparison(indicator_year_of(rows), names(), share, 2020, "31389", ["31202"])
    assert math.isnan(result.own["rank"])
    assert math.isnan(result.in_nation.position)
    assert result.own["reason"] == "unknown_ages"
    assert filed(result)["rank"].tolist()[1] == 1


def test_a_municipality_without_a_row_was_not_collected_and_is_not_ranked(density: Indicator) -> None:
    result = comparison(
        indicator_year_of(values({"31389": (20, 1000)})), names(), density, 2020, "31389", ["31202"]
    )
    assert filed(result).loc[1, "status"] == "not_collected"
    assert result.among.of == 1


def test_nothing_collected_at_all_still_compares(density: Indicator) -> None:
    result = comparison(indicator_year_of(values({})), names(), density, 2025, "31389", ["31202"])
    assert filed(result)["value"].isna().all()
    assert set(filed(result)["status"]) == {"not_collected"}


def test_who_stands_alone_has_no_rank(density: Indicator) -> None:
    result = comparison(indicator_year_of(values({"31389": (20, 1000)})), names(), density, 2020, "31389", [])
    assert math.isnan(result.own["rank"])
    assert math.isnan(result.among.position)
    assert result.among.of == 1


def test_a_year_is_shown_and_never_ranked(catalog: Catalog) -> None:
    rows = [
        (area, 2045, "i", value, math.nan, math.nan, 9.0, math.nan, math.nan, "peak", "projected")
        for area, value in {"31389": 2020.0, "31202": 2030.0}.items()
    ]
    frame = pd.DataFrame(rows, columns=list(VALUES.columns))
    peak = catalog.indicators["year_of_75_and_over_peak"]
    result = comparison(indicator_year_of(frame), names(), peak, 2045, "31389", ["31202"])
    assert filed(result)["value"].tolist()[:2] == [2020, 2030]
    assert filed(result)[["rank", "quartile"]].isna().all().all()
    assert math.isnan(result.in_nation.position)


def test_a_published_ratio_says_why_the_prefecture_has_none(catalog: Catalog) -> None:
    nothing = (math.nan,) * 5
    rows = [
        ("31389", 2022, "i", 88.9, *nothing, "published", "observed"),
        ("31", 2022, "i", math.nan, *nothing, "not_added_up", "missing"),
    ]
    frame = pd.DataFrame(rows, columns=list(VALUES.columns))
    ratio = catalog.indicators["current_balance_ratio"]
    result = comparison(indicator_year_of(frame), names(), ratio, 2022, "31389", [])
    assert result.own["reason"] == ""
    assert filed(result).set_index("area").loc["31", "reason"] == "not_added_up"


def test_a_file_has_the_quartile_of_every_ranked_municipality(density: Indicator) -> None:
    towns = {f"3120{i}": (10.0 + i, 1000.0) for i in range(4)} | {
        "31389": (9.0, 1000.0),
        "31": (60.0, 5000.0),
    }
    labels = {code: code for code in towns}
    result = comparison(indicator_year_of(values(towns)), labels, density, 2020, "31200", list(towns)[1:5])
    quartiles = dict(zip(filed(result)["area"], filed(result)["quartile"], strict=True))
    # Of five the second from below is still in the first quarter: 5 - ceil(4 × 4 / 5). Fewer than ten events
    # have neither rank nor quarter, and the prefecture stands beside them.
    assert quartiles == pytest.approx(
        {"31200": 1, "31201": 2, "31202": 3, "31203": 4, "31389": math.nan, "31": math.nan}, nan_ok=True
    )
