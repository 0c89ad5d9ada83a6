from __future__ import annotations

import pandas as pd
import pytest

from carecompare.build.totals import with_averages, with_totals
from carecompare.tables import COUNTS, MISSING, NOT_COLLECTED, OBSERVED


def areas(*rows: tuple[str, str, str | None]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["area", "level", "prefecture"])


COUNTRY = areas(
    ("00", "nation", None),
    ("01", "prefecture", "01"),
    ("07", "prefecture", "07"),
    ("01100", "municipality", "01"),
    ("01202", "municipality", "01"),
    ("07201", "municipality", "07"),
    ("07546", "municipality", "07"),
    ("07999", "projection_area", "07"),
)


def counts(figures: dict[str, float | None]) -> pd.DataFrame:
    rows = [
        (area, 2020, "population", value, MISSING if value is None else OBSERVED, "census", "2020-10-01")
        for area, value in figures.items()
    ]
    return pd.DataFrame(rows, columns=list(COUNTS.columns))


def total(frame: pd.DataFrame, area: str) -> float | None:
    found = frame.loc[frame["area"] == area, "value"]
    return None if found.empty or found.isna().all() else float(found.iloc[0])


def test_a_prefecture_and_the_nation_are_the_sums_of_their_municipalities() -> None:
    summed = with_totals(counts({"01100": 10, "01202": 5, "07201": 7, "07546": 0}), COUNTRY)
    assert total(summed, "01") == 15
    assert total(summed, "07") == 7
    assert total(summed, "00") == 22


def test_a_sum_of_some_is_no_total() -> None:
    summed = with_totals(counts({"01100": 10, "01202": None, "07201": 7, "07546": 0}), COUNTRY)
    assert total(summed, "01") is None
    assert total(summed, "00") is None


def test_a_zero_is_counted_and_not_missing() -> None:
    summed = with_totals(counts({"07201": 0, "07546": 0}), COUNTRY)
    assert total(summed, "07") == 0


def test_a_published_group_stands_for_its_members() -> None:
    summed = with_totals(counts({"01100": 10, "01202": 5, "07201": 7, "07999": 3}), COUNTRY)
    assert total(summed, "07") == 10
    assert total(summed, "00") == 25
    assert "07999" not in set(summed["area"])


def test_a_published_prefecture_is_taken_only_where_the_sum_is_incomplete() -> None:
    summed = with_totals(counts({"01100": 10, "01202": 5, "01": 99, "07": 8}), COUNTRY)
    assert total(summed, "01") == 15
    assert total(summed, "07") == 8
    assert total(summed, "00") == 23


INSURED = areas(
    *COUNTRY.itertuples(index=False, name=None),
    ("i01100", "insurer", "01"),
    ("i07u123456", "insurer", "07"),
)


def test_what_insurers_count_is_added_up_over_insurers_each_once() -> None:
    summed = with_totals(counts({"i01100": 10, "i07u123456": 7}), INSURED)
    assert [total(summed, area) for area in ("01", "07", "00")] == [10, 7, 17]
    assert total(summed, "i07u123456") == 7


def test_one_missing_insurer_leaves_prefecture_and_nation_missing() -> None:
    summed = with_totals(counts({"i01100": 10, "i07u123456": None}), INSURED)
    assert [total(summed, area) for area in ("01", "07", "00")] == [10, None, None]


@pytest.mark.parametrize("missing", ["01100", "07546"])
def test_one_missing_municipality_is_enough_for_the_nation_to_be_missing(missing: str) -> None:
    figures: dict[str, float | None] = {"01100": 10, "01202": 5, "07201": 7, "07546": 1}
    del figures[missing]
    assert total(with_totals(counts(figures), COUNTRY), "00") is None


def test_a_total_of_which_a_part_was_not_collected_was_not_collected_itself() -> None:
    frame = counts({"01100": 10, "01202": 5, "07201": None, "07546": None})
    frame["status"] = frame["status"].mask(frame["value"].isna(), NOT_COLLECTED)
    summed = with_totals(frame, COUNTRY).set_index("area")
    assert summed.loc["01", ["value", "status"]].tolist() == [15, OBSERVED]
    assert summed["status"][["07", "00"]].tolist() == [NOT_COLLECTED, NOT_COLLECTED]
    assert summed["value"][["07", "00"]].isna().all()


def premiums(own: dict[str, float | None]) -> pd.DataFrame:
    published = counts({"01": 5738, "07": 6340, "00": 6225}).assign(count="average")
    return pd.concat([published, counts(own).assign(count="premium")], ignore_index=True)


def test_an_average_is_never_added_up() -> None:
    wider = {"premium": "average", "average": "average"}
    found = with_averages(premiums({"i01100": 5000, "i07u123456": 7000}), INSURED, wider)
    own = found[found["count"] == "premium"].set_index("area")["value"]
    assert own.to_dict() == {"i01100": 5000, "i07u123456": 7000, "01": 5738, "07": 6340, "00": 6225}


def test_municipalities_of_which_only_averages_are_known_are_not_collected() -> None:
    found = with_averages(premiums({}), COUNTRY, {"premium": "average", "average": "average"})
    own = found[found["count"] == "premium"].set_index("area")
    assert own.loc["00", "value"] == 6225
    assert own["status"][["01100", "07201", "07546"]].tolist() == [NOT_COLLECTED] * 3
    assert not found[found["count"] == "average"]["area"].isin(["01100"]).any()


def test_a_ratio_has_no_total_and_no_average_in_its_place() -> None:
    ratios = counts({"01100": 10, "01202": 5, "07201": 7, "07546": 0})
    summed = with_averages(ratios, COUNTRY, {"population": "population"})
    assert set(summed["area"]) == {"01100", "01202", "07201", "07546"}
