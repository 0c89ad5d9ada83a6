"""How the figure of an insurer reaches its municipalities."""

from __future__ import annotations

import pandas as pd
import pytest

from carecompare.build.insurers import with_members
from carecompare.tables import COUNTS, MEMBERS

AREAS = pd.DataFrame(
    [
        ("31202", "municipality", "31"),
        ("31389", "municipality", "31"),
        ("31390", "municipality", "31"),
        ("01210", "municipality", "01"),
        ("i31202", "insurer", "31"),
        ("i31u0afa5f", "insurer", "31"),
        ("i01u000000", "insurer", "01"),
    ],
    columns=["area", "level", "prefecture"],
)
JOIN = pd.DataFrame(
    [
        ("31202", "i31202", "direct_name_match", None),
        ("31389", "i31u0afa5f", "inferred_only_union_in_prefecture", None),
        ("31390", "i31u0afa5f", "inferred_only_union_in_prefecture", None),
        ("01210", None, "ambiguous", "i01u000000"),
    ],
    columns=list(MEMBERS.columns),
)


@pytest.fixture
def joined() -> pd.DataFrame:
    published = {"i31202": 500.0, "i31u0afa5f": 90.0, "i01u000000": 70.0, "00": 660.0}
    counts = pd.DataFrame(
        [
            (area, 2023, "certified", value, "observed", "ltci", "2024-03")
            for area, value in published.items()
        ],
        columns=list(COUNTS.columns),
    )
    return COUNTS.check(with_members(counts, AREAS, JOIN)).set_index("area")


def test_a_town_that_is_its_own_insurer_has_the_figure_as_its_own(joined: pd.DataFrame) -> None:
    assert joined.loc["31202", ["value", "status"]].tolist() == [500, "observed"]


def test_each_member_of_a_union_shows_the_union_s_figure_as_such(joined: pd.DataFrame) -> None:
    for town in ("31389", "31390"):
        assert joined.loc[town, ["value", "status"]].tolist() == [90, "insurer_level"]


def test_a_town_of_an_unknown_insurer_has_none(joined: pd.DataFrame) -> None:
    assert pd.isna(joined.loc["01210", "value"])
    assert joined.loc["01210", "status"] == "missing"


def test_the_total_of_the_nation_is_left_as_it_is(joined: pd.DataFrame) -> None:
    assert joined.loc["00", "value"] == 660


def test_without_a_list_of_insurers_nothing_is_added() -> None:
    counts = pd.DataFrame(
        [("31202", 2020, "population", 1.0, "observed", "census", "2020-10-01")],
        columns=list(COUNTS.columns),
    )
    assert with_members(counts, AREAS, JOIN.iloc[:0])["area"].tolist() == ["31202"]
