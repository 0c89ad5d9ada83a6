"""What changed between two tables."""

from __future__ import annotations

from carecompare.exhibits import ChangedCell, Grid, changed_cells

COLUMNS = ("市区町村", "値", "順位")


def grid(*rows: tuple[str, ...], columns: tuple[str, ...] = COLUMNS) -> Grid:
    return Grid(columns, rows, numeric=(1, 2))


def test_the_same_table_in_another_order_has_not_changed() -> None:
    first, second = ("甲町", "1.0", "1位"), ("乙町", "2.0", "2位")
    assert changed_cells(grid(first, second), grid(second, first)) == ()


def test_a_changed_figure_is_named_with_row_and_column() -> None:
    assert changed_cells(grid(("甲町", "1.0", "1位")), grid(("甲町", "1.2", "1位"))) == (
        ChangedCell("甲町", "値", "1.0", "1.2"),
    )


def test_a_row_that_came_or_went_is_said_cell_by_cell() -> None:
    found = changed_cells(grid(("甲町", "1.0", "1位")), grid(("乙町", "2.0", "1位")))
    assert [(each.row, each.before, each.after) for each in found] == [
        ("乙町", "", "2.0"),
        ("乙町", "", "1位"),
        ("甲町", "1.0", ""),
        ("甲町", "1位", ""),
    ]


def test_two_columns_of_one_name_are_told_apart() -> None:
    columns = ("年", "必要数", "必要数")
    found = changed_cells(
        grid(("2030年", "3", "4"), columns=columns), grid(("2030年", "3", "5"), columns=columns)
    )
    assert found == (ChangedCell("2030年", "必要数 2", "4", "5"),)


def test_a_heading_of_two_columns_names_the_row() -> None:
    one = Grid(
        ("年", "系列", "長岡市"), (("2020年", "国勢調査", "31.6"), ("2020年", "推計", "31.4")), numeric=(2,)
    )
    other = Grid(one.columns, (("2020年", "国勢調査", "31.6"), ("2020年", "推計", "31.5")), numeric=(2,))
    assert changed_cells(one, other) == (ChangedCell("2020年 推計", "長岡市", "31.4", "31.5"),)
