"""The report on a set of exports names what a planner has to know, and what to do."""

from __future__ import annotations

from export_making import MARCHES, Made, areas_book, series_book
from test_mieruka import read, seen_from

from carecompare.own.mieruka.health import health
from carecompare.text.own.mieruka_report import remark_row
from carecompare.text.own.mieruka_words import REMARKS

OWN = "北塩原村"
RATE = [(OWN, "認定率", "（％）", [18.0] * 6)]


def kinds(files: dict[str, bytes], own: str = "07402", insurer: str = "") -> dict[str, tuple[str, ...]]:
    """Return the rows of the report by kind, each in words."""
    remarks = health(read(files, own), seen_from(own, insurer))
    weights = [each.weight for each in remarks]
    assert weights == sorted(weights, key=("stop", "look", "know").index)
    return {
        each.kind: remark_row(
            each.kind, each.weight, (each.code, each.name, each.file), each.fields, each.problem
        )
        for each in remarks
    }


def test_a_sound_export_has_nothing_to_look_at() -> None:
    found = kinds({"B4_認定率_時系列.xlsx": series_book(RATE)})
    assert {row[0] for row in found.values()} == {"参考"}
    assert set(found) == {"years_month_end", "provisional"}


def test_copies_are_counted_and_the_one_that_is_used_is_named() -> None:
    files = {
        "B4_認定率_時系列.xlsx": series_book(RATE, date="2026/01/01"),
        "B4_認定率_時系列 (1).xlsx": series_book(RATE, date="2026/05/01"),
    }
    row = kinds(files)["copies"]
    assert row[6] == "B4_認定率_時系列 (1).xlsx"
    assert "2026-05-01" in row[2]
    other = series_book([(OWN, "認定率", "（％）", [9.0] * 6)])
    differing = {"B4_認定率_時系列.xlsx": series_book(RATE), "B4_認定率_時系列 (1).xlsx": other}
    assert kinds(differing)["copies_differ"][0] == "要確認"


def test_empty_missing_and_stale_series_are_told_apart() -> None:
    blank = series_book([(OWN, "認定率", "（％）", ["-"] * 6), ("全国", "認定率", "（％）", ["-"] * 6)])
    own_blank = series_book([(OWN, "認定率", "（％）", ["-"] * 6), ("全国", "認定率", "（％）", [1] * 6)])
    found = kinds(
        {
            "B1_x_時系列.xlsx": blank,
            "B2_x_時系列.xlsx": own_blank,
            "B3_x_時系列.xlsx": series_book([("福島県", "認定率", "（％）", [1] * 6)]),
            "F1_x_時系列.xlsx": series_book([(OWN, "通いの場", "（箇所）", [3, 4, 0])], ["H30", "R元", "R2"]),
        }
    )
    assert {kind: found[kind][4] for kind in ("empty", "own_empty", "own_missing", "stale")} == {
        "empty": "B1",
        "own_empty": "B2",
        "own_missing": "B3",
        "stale": "F1",
    }
    assert "2020年" in found["stale"][2]


def test_a_title_that_says_one_thing_and_a_series_that_says_another_get_a_remark() -> None:
    years = ["H30", "R元", "R2", "R3", "R4", "R5"]
    wrong = series_book([(OWN, "繰越金", "（円）", [9, 8, 7, 6, 5, 4])], years)
    whole = series_book([(OWN, name, "（円）", [1] * 6) for name in ("繰越金", "諸収入", "合計")])
    found = kinds({"D47-m_歳入（諸収入）_時系列.xlsx": wrong, "D47_歳入_時系列.xlsx": whole})
    assert found["title_differs"][4] == "D47-m"
    assert "「歳入（諸収入）」ですが、表の系列は「繰越金」です" in found["title_differs"][2]
    sound = {
        "B5-a_調整済み認定率（要介護度別）_時系列.xlsx": [(OWN, "合計調整済み認定率", "（％）", [1] * 6)],
        "D3_受給率（居住系サービス）_時系列.xlsx": [(OWN, "合計受給率（居住系サービス）", "（％）", [1] * 6)],
        "D47-m_歳入（諸収入）_時系列.xlsx": [(OWN, "諸収入", "（円）", [1] * 6)],
    }
    assert "title_differs" not in kinds({name: series_book(rows) for name, rows in sound.items()})


def test_an_export_without_a_table_is_empty_in_both_layouts() -> None:
    date = [["出力日:2026/08/31"]]
    blank = ["", "", "", "", "", ""]
    rows = [["", f"行{number}", *blank[2:]] for number in (1, 2, 3)]
    areas = [[*date[0], *blank[1:]], ["", "", "", "全国", "福島県", OWN], *rows]
    fillers = [[*date[0], *blank[1:]], ["", "", "", "列1", "列2", "列3"], *rows]
    files = {
        "W147_a_2023_地域別.xlsx": Made().book({"グラフ": [["図"]], "表形式（地域別）": areas}),
        "W148_b_2023_地域別.xlsx": Made().book({"グラフ": [["図"]], "表形式（地域別）": fillers}),
        "L18_c_時系列.xlsx": Made().book({"グラフ": [["図"]], "表形式（時系列）": date}),
        "L19_d_2023_地域別.xlsx": Made().book({"グラフ": [["図"]], "表形式（地域別）": date}),
    }
    exports = read(files, "07402")
    assert [(each.is_filler, each.is_refused, each.problems) for each in exports.workbooks] == [
        (True, False, ())
    ] * 4
    assert kinds(files)["filler"][1] == "中身のない出力"


def test_another_town_s_rows_same_names_and_unknown_names_are_reported() -> None:
    labels = (OWN, "日南町", "大雪地区広域連合", "南部町", "知らない村")
    files = {"B4_認定率_時系列.xlsx": series_book([(each, "認定率", "（％）", [1] * 6) for each in labels])}
    found = kinds(files)
    assert "南部町（青森県）、南部町（鳥取県）" in found["ambiguous_area"][2]
    assert "知らない村" in found["unknown_area"][2]
    assert "other_area" in found
    own = kinds({"B4_認定率_時系列.xlsx": series_book([("南部町", "認定率", "（％）", [1] * 6)])}, "31389")
    assert "南部町（青森県）" in own["same_named"][2]


def test_the_figures_of_the_own_union_are_named_as_the_union_s() -> None:
    files = {"B4_認定率_時系列.xlsx": series_book([("大雪地区広域連合", "認定率", "（％）", [1] * 6)])}
    found = kinds(files, insurer="大雪地区広域連合")
    assert "大雪地区広域連合の値" in found["own_insurer"][2]
    assert "own_missing" not in found


def test_names_that_are_easily_mistaken_are_set_beside_each_other() -> None:
    rows = [
        (OWN, "新規認定者数（要支援１）", "（人）", [5] * 6),
        (OWN, "新規認定者（要支援１）", "（％）", [1.2] * 6),
    ]
    width = [(OWN, "受給率（要介護1）", "（％）", [1] * 6)]
    files = {
        "B9_新規_時系列.xlsx": series_book(rows),
        "B4-a_x_時系列.xlsx": series_book(width),
        "B4-d_x_時系列.xlsx": series_book([(OWN, "受給率（要介護１）", "（％）", [1] * 6)]),
    }
    found = kinds(files)
    assert "新規認定者数（要支援１）［人］B9、新規認定者（要支援１）［％］B9" in found["look_alike"][2]
    assert "B4-d" in found["same_but_width"][2]


def test_what_a_year_means_is_said_by_family_and_where_it_is_shifted() -> None:
    files = {
        "A1_人口_時系列.xlsx": series_book([(OWN, "総人口", "（人）", [1, 2, 3])], [2015, 2020, 2050]),
        "D47_決算_時系列.xlsx": series_book([(OWN, "決算", "（円）", [1] * 6)], MARCHES),
        "W126_交付金_時系列.xlsx": series_book([(OWN, "点", "（点）", [1, 2, 3])], ["R3", "R4", "R5"]),
        "D2_x_時系列.xlsx": series_book(
            [(OWN, "受給者", "（人）", [1, 2, 3])], ["R5", "R6", "R7（R8/2月サービス提供分まで）"]
        ),
        "D49_指数_2025_地域別.xlsx": areas_book([OWN], [("受給率", "（％）", [1.0])]),
    }
    found = kinds(files)
    assert {kind for kind in found if kind.startswith("years_")} == {
        "years_calendar",
        "years_month_end",
        "years_fiscal",
        "years_file",
        "years_of_accounts",
        "years_of_grants",
    }
    assert "R7（R8/2月サービス提供分まで）" in found["unfinished"][2]


def test_an_adjustment_that_cannot_be_compared_is_named() -> None:
    def made(*modes: str) -> bytes:
        return series_book([(OWN, f"{mode}調整済み認定率", "（％）", [1] * 6) for mode in modes])

    focus, compared = "【注目する地域のみ】", "【他地域と比較】"
    assert kinds({"B5_x_時系列.xlsx": made(focus)})["focus_only"][0] == "要確認"
    both = kinds({"B5_x_時系列.xlsx": made(focus, compared)})
    assert "both_modes" in both
    assert "focus_only" not in both


def test_every_kind_of_remark_has_its_words() -> None:
    files = {
        "B4_x_時系列.xlsx": b"PK\x03\x04 broken",
        "x.txt": b"",
        "名前_時系列.xlsx": series_book(RATE, date="いつか"),
        "B6_x_時系列.xlsx": series_book([(OWN, "認定率", "（％）", ["？"] * 6)]),
    }
    found = kinds(files)
    assert {"refused", "codeless", "dateless", "cell", "more_cells"} <= set(found) <= set(REMARKS)
    assert all(all(isinstance(cell, str) for cell in row) for row in found.values())
    assert "{" not in "".join("".join(row) for row in found.values())
