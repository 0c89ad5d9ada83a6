from __future__ import annotations

import pandas as pd
import pytest

from carecompare.comparisons import complete_areas, coverage_by_prefecture, coverage_by_source


@pytest.fixture
def held() -> pd.DataFrame:
    rows = [
        ("census", "01100", "01", 4, 4),
        ("census", "01202", "01", 4, 4),
        ("census", "13112", "13", 4, 4),
        ("offices", "01100", "01", 2, 2),
        ("offices", "01202", "01", 1, 2),
        ("offices", "13112", "13", 0, 2),
    ]
    return pd.DataFrame(rows, columns=["source", "area", "prefecture", "held", "counts"])


def test_every_municipality_has_all_some_or_none_of_a_source(held: pd.DataFrame) -> None:
    census, offices = coverage_by_source(held)
    assert (census.every, census.some, census.none, census.share) == (3, 0, 0, 100)
    assert (offices.every, offices.some, offices.none) == (1, 1, 1)
    assert offices.share == pytest.approx(100 / 3)


def test_complete_is_who_lacks_nothing_anywhere(held: pd.DataFrame) -> None:
    assert complete_areas(held) == 1


def test_a_prefecture_has_a_share_of_figures_in_each_source(held: pd.DataFrame) -> None:
    share = coverage_by_prefecture(held)
    assert share.loc["01"].to_dict() == {"census": 100, "offices": 75}
    assert share.loc["13"].to_dict() == {"census": 100, "offices": 0}
