from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from upload_making import text_file

from carecompare.errors import OwnDataError
from carecompare.own import (
    OwnArea,
    OwnFigure,
    OwnFigures,
    OwnItem,
    areas_with,
    areas_without,
    changes,
    figures_with,
)
from carecompare.own.uploads.check import checked
from carecompare.own.uploads.check_result import Checked, replaced
from carecompare.own.uploads.sheets import read_sheets
from carecompare.text.errors.problem_rows import problem_row

if TYPE_CHECKING:
    from carecompare.own.uploads.known import Known


def read(text: str, known: Known) -> Checked:
    return checked(read_sheets(text.encode("utf-8-sig"), "x.csv"), known, "x.csv")


def advice(text: str, known: Known) -> list[tuple[str, str]]:
    """Return column and advice of every problem and doubt."""
    result = read(text, known)
    rows = [problem_row(each) for each in (*result.problems, *(each.problem for each in result.doubts))]
    return [(row[2], row[5]) for row in rows]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("高令化率,2024,31,,", ("A 指標", "近い名前：高齢化率（65歳以上）、後期高齢化率（75歳以上）")),
        ("謎の数,2024,31,,", ("A 指標", "様式の一覧から選ぶか、「独自：」で始めて単位も書く")),
        ("総人口,2024,258,千人,", ("D 単位", "258000 と書いて、単位を直す")),
        ("総人口,2024,258,世帯,", ("D 単位", "単位を直し、数もその単位で書く")),
        ("高齢化率,2024,0.324,,", ("C 独自値", "32.4 の書きまちがい")),
        ("総人口,2024,258.1,,", ("C 独自値", "258100 の書きまちがい")),
        ("総人口,2024,25.8,,", ("C 独自値", "258000 の書きまちがい")),
        ("診療所,2024,400,,", ("C 独自値", "")),
        ("高齢化率,去年,31,,", ("B 年", "2025、令和7年度、R7、令和7年3月末、2025/10/1 などと書く")),
        ("高齢化率,2024,31,,北部圏", ("E 地域", "自町なら空欄に。登録した地域：北部圏域")),
        ("高齢化率,2024,31,,長野市", ("E 地域", "その行を消す")),
    ],
)
def test_a_mistake_is_answered_with_what_to_do(known: Known, row: str, expected: tuple[str, str]) -> None:
    assert advice(f"指標,年,独自値,単位,地域\n{row}\n", known) == [expected]


@pytest.mark.parametrize(
    "row",
    [
        "高齢化率,2024,33,,",
        "総人口,2024,250000,,",
        "総人口,2024,900,,北部圏域",
        "独自：通いの場,2024,0,,",
        "病院,2024,3,,",
    ],
)
def test_a_likely_figure_raises_no_doubt(known: Known, row: str) -> None:
    assert advice(f"指標,年,独自値,単位,地域\n{row}\n", known) == []


def test_the_published_figure_is_said_as_the_tables_write_it(known: Known) -> None:
    exact = replace(known, published={"share_65_and_over": {2020: 31.3698}})
    (doubt,) = read("指標,年,値\n高齢化率,2024,0.314\n", exact).doubts
    assert doubt.problem.fields["expected"] == 31.4


def test_what_is_proposed_is_taken_only_when_it_is_asked_for(known: Known) -> None:
    result = read("指標,年,値\n総人口,2024,258.1\n高齢化率,2024,33\n診療所,2024,400\n", known)
    assert [each.value for each in result.figures] == [258.1, 33.0, 400.0]
    assert [each.value for each in replaced(result.figures, result.doubts)] == [258_100.0, 33.0, 400.0]


def test_a_wrong_heading_is_one_problem_however_long_its_column(known: Known) -> None:
    result = read("指標,令和5年,れいわ6年\n総人口,1,2\n高齢化率,3,4\n", known)
    (wrong,) = result.left_out
    assert (wrong.problem, wrong.fields["row"], wrong.fields["column"], wrong.fields["found"]) == (
        "own_year_wrong",
        1,
        "C れいわ6年",
        "れいわ6年",
    )
    assert result.problems == ()
    assert [each.year for each in result.figures] == [2023, 2023]


def test_a_file_of_which_no_label_can_be_read_is_refused_label_by_label(known: Known) -> None:
    result = read("指標,単位,れいわ5年,れいわ6年\n高齢化率,％,32.1,33\n", known)
    assert [(each.problem, each.fields["found"]) for each in result.problems] == [
        ("own_year_wrong", "れいわ5年"),
        ("own_year_wrong", "れいわ6年"),
    ]


def test_columns_that_mean_nothing_are_named_and_not_read(known: Known) -> None:
    result = read("担当,指標,年,値,メールアドレス\n佐藤,総人口,2024,260000,a@example.org\n", known)
    assert result.unread == ("A 担当", "E メールアドレス")
    assert len(result.figures) == 1


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("あ\nい\n", "own_heading_missing"),
        ("指標,年,値\n", "own_nothing_entered"),
        ("指標,年,値,実績\n総人口,2024,1,2\n", "own_column_twice"),
        ("指標,2023,\n総人口,1,2\n", "own_column_nameless"),
    ],
)
def test_a_table_that_is_not_understood_is_said(known: Known, text: str, problem: str) -> None:
    assert problem in [each.problem for each in read(text, known).problems]


def test_every_proportion_of_the_catalogue_is_in_per_cent(known: Known) -> None:
    units = {each.unit_ja for each in known.indicators.values() if each.kind == "proportion"}
    assert units == {"%"}


def test_two_sheets_are_one_upload_and_one_without_a_heading_is_passed_over(known: Known) -> None:
    one, other = (
        read_sheets(text_file([["指標", "年", "値"], ["総人口", year, "260000"]]), "x")[0]
        for year in ("2023", "2024")
    )
    memo = read_sheets("覚え書き\n".encode(), "x")[0]
    result = checked([one, memo, other], known)
    assert ([each.year for each in result.figures], result.problems) == ([2023, 2024], ())
    again = checked([one, one], known)
    assert [each.problem for each in again.problems] == ["own_figure_twice"]


OLD = OwnFigures(
    figures=(OwnFigure("", "population", 2024, 1.0), OwnFigure("a1", "own:x", 2024, 2.0)),
    areas=(OwnArea("a1", "北"),),
    items=(OwnItem("x", "件"),),
)
FULL = OwnFigures(areas=tuple(OwnArea(f"a{number}", str(number)) for number in range(200)))
NEW = OwnFigure("", "population", 2024, 9.0)


def test_new_figures_take_the_place_of_old_ones_of_the_same_place_item_and_year() -> None:
    after = figures_with(OLD, [NEW, OwnFigure("", "own:y", 2025, 3.0)], [OwnItem("y", "人")])
    assert [(each.item, each.value) for each in after.figures] == [
        ("population", 9.0),
        ("own:x", 2.0),
        ("own:y", 3.0),
    ]
    assert [each.name for each in after.items] == ["x", "y"]
    assert [(change, each.item) for change, each in changes(OLD.figures, after.figures)] == [
        ("changed", "population"),
        ("new", "own:y"),
    ]


def test_replacing_leaves_areas_and_forgets_items_without_figures() -> None:
    after = figures_with(OLD, [NEW], [], replace=True)
    assert (after.figures, after.areas, after.items) == ((NEW,), OLD.areas, ())
    assert ("gone", OLD.figures[1]) in changes(OLD.figures, after.figures)


def test_an_area_goes_with_its_figures_and_its_id_is_not_given_again() -> None:
    assert areas_without(OLD, "a1") == OwnFigures(figures=OLD.figures[:1])
    more = areas_with(OLD, " 南\n部 ", "planned", "", 7)
    assert [(each.id, each.name, each.kind) for each in more.areas] == [
        ("a1", "北", "living_area"),
        ("a7", "南 部", "planned"),
    ]


@pytest.mark.parametrize(
    ("attempt", "problem"),
    [
        (lambda: areas_with(OLD, "北", "other", "", 3), "own_area_name_taken"),
        (lambda: areas_with(OLD, " ", "other", "", 3), "own_area_nameless"),
        (lambda: areas_without(OLD, "a9"), "own_area_unknown"),
        (
            lambda: figures_with(OLD, [OwnFigure("", f"own:{n}", 2024, 1.0) for n in range(50_001)], []),
            "own_figures_too_many",
        ),
        (lambda: areas_with(FULL, "x", "other", "", 1), "own_areas_too_many"),
    ],
)
def test_what_cannot_be_is_refused(attempt: object, problem: str) -> None:
    with pytest.raises(OwnDataError) as caught:
        attempt()  # type: ignore[operator]
    assert caught.value.problem == problem
