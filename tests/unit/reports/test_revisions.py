"""What has changed between two states of one table."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from carecompare.exhibits import Grid
from carecompare.reports.revisions import Revision, revisions

THEN = Grid(("市区町村", "値", "順位"), (("甲市", "31.4", "1位"), ("乙町", "30.0", "2位")), numeric=(1, 2))


def test_a_changed_cell_is_named_by_its_row_and_column() -> None:
    now = Grid(THEN.columns, (("甲市", "31.5", "1位"), ("乙町", "30.0", "2位")), numeric=(1, 2))
    assert revisions(THEN, now) == [Revision("甲市", "値", "31.4", "31.5")]


def test_a_table_ordered_anew_is_no_revision() -> None:
    now = Grid(THEN.columns, tuple(reversed(THEN.rows)), numeric=(1, 2))
    assert revisions(THEN, now) == []


def test_rows_and_columns_that_came_or_went_are_named_once() -> None:
    now = Grid(("市区町村", "値", "分子"), (("甲市", "31.4", "5"), ("丙村", "9.9", "6")), numeric=(1, 2))
    assert set(revisions(THEN, now)) == {
        Revision("", "順位", "", None),
        Revision("", "分子", None, ""),
        Revision("乙町", "", "", None),
        Revision("丙村", "", None, ""),
    }


def test_rows_of_one_heading_are_told_apart_by_the_word_beside_it() -> None:
    columns = ("年", "系列", "長岡市")
    then = Grid(columns, (("2020年", "国勢調査", "31.4"), ("2020年", "推計", "31.0")), numeric=(2,))
    now = Grid(columns, (("2020年", "推計", "30.0"), ("2020年", "国勢調査", "31.4")), numeric=(2,))
    assert revisions(then, now) == [Revision("2020年 推計", "長岡市", "31.0", "30.0")]


def test_a_word_that_comes_in_place_of_a_figure_is_a_revision_and_zero_is_no_gap() -> None:
    then = Grid(("項目", "値"), (("病院", "0"), ("診療所", "資料なし")), numeric=(1,))
    now = Grid(("項目", "値"), (("病院", "資料なし"), ("診療所", "0")), numeric=(1,))
    assert revisions(then, now) == [
        Revision("病院", "値", "0", "資料なし"),
        Revision("診療所", "値", "資料なし", "0"),
    ]


@given(st.lists(st.tuples(st.sampled_from("甲乙丙"), st.text("0123456789△.", max_size=4)), max_size=8))
def test_a_table_has_no_revision_of_itself_whatever_it_holds(rows: list[tuple[str, str]]) -> None:
    grid = Grid(("項目", "値"), tuple(rows), numeric=(1,))
    assert revisions(grid, grid) == []
