from __future__ import annotations

from datetime import date

import pytest

from carecompare.text.data.health_words import (
    age,
    ages_finding,
    coverage_finding,
    gaps_finding,
    positions_finding,
    prefectures_finding,
)
from carecompare.text.data.import_words import ACTIONS, CHANGES, LISTS, change_sentence, undone

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("as_of", "words"),
    [
        ("2025-12", "11か月前"),
        ("2020-10-01", "6年1か月前"),
        ("2024-11-30", "2年前"),
        ("2026-11-01", "今月"),
        ("2024", "約1年11か月前"),
        ("2027-01", "（これから）"),
    ],
)
def test_the_age_of_a_figure_is_said_in_plain_words(as_of: str, words: str) -> None:
    assert age(as_of, TODAY) == words


def test_findings_hold_also_where_nothing_is_missing() -> None:
    assert "すべて" in coverage_finding(1741, 1741, [])
    assert coverage_finding(1555, 1741, ["甲", "乙", "丙", "丁"]).endswith("欠けているのは甲・乙・丙など")
    assert "そろって" in prefectures_finding([])
    assert prefectures_finding(["甲県"]) == "値の欠けがあるのは甲県"
    assert prefectures_finding(["甲県", "乙県", "丙県", "丁県"]).startswith(
        "値の欠けがあるのは4都道府県で、甲県・乙県・丙県"
    )
    assert gaps_finding(0, "", 0) == "値のないます目はありません。"
    assert "「未収集」（72%）" in gaps_finding(4841, "未収集", 71.9)
    assert (
        ages_finding("甲", "6年前", "乙", "今月")
        == "いちばん新しいのは乙（今月）、いちばん古いのは甲（6年前）"
    )


def test_every_change_has_a_judgement_and_something_to_do() -> None:
    assert ACTIONS.keys() == CHANGES.keys()
    for judgement, action in ACTIONS.values():
        assert judgement in {"受け入れ", "確認", "差し戻しの検討"}
        assert action.endswith("。")


@pytest.mark.parametrize("table", LISTS)
def test_a_list_that_changed_is_called_by_its_name(table: str) -> None:
    line = {"change": "ground_changed", "year": "", "area": table, "before": "9", "after": "2"}
    assert change_sentence(line, "") == f"{LISTS[table]}の2行が変わりました"


def test_what_was_undone_names_three_files_at_most() -> None:
    assert undone(["a.csv"]) == "a.csvを取り込む前の数値に戻しました。"
    assert undone(["a", "b", "c", "d"]) == "a、b、cほかを取り込む前の数値に戻しました。"


def test_positions_outside_are_counted_and_the_points_shared_by_many_named() -> None:
    said = positions_finding(1106, [(53.41291, -8.24389, 122), (36.20482, 138.25292, 73)])
    assert said == (
        "位置が市区町村の外にある事業所は1,106か所"
        "（うち北緯53.41度・西経8.24度の1点に122か所、北緯36.20度・東経138.25度の1点に73か所）"
    )
    assert positions_finding(3, []) == "位置が市区町村の外にある事業所は3か所"
    assert positions_finding(0, []).endswith("ありません")
