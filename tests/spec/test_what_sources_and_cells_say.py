"""出典と表の数字: どの図も出典を名乗り、表の数字は画面でもファイルでも同じ1つの値から書かれる。"""

from __future__ import annotations

from math import nan

import pandas as pd
from indicator_making import share_indicator

from carecompare.origins import Origin, source_text
from carecompare.typed_cells import number_cell, values_of
from carecompare.views.base.block import Block, exhibit
from carecompare.views.base.table import Table

CENSUS = Origin("census", "国勢調査", "総務省", "CC BY", "https://example.jp/", "2020-10-01", "2020-10-01")
OFFICES = Origin(
    "care", "介護サービス情報", "厚生労働省", "CC BY", "https://example.jp/", "2025-06-30", "2025-12-31"
)


def block(*origins: Origin) -> Block:
    """Return a view of a made-up town: 31.25%, and a figure that nobody has."""
    table = Table(
        ["市区町村", "割合（%）"],
        [("甲町", number_cell(31.25, 1, unit="%")), ("乙町", number_cell(nan, 1, unit="%", word="未収集"))],
        numeric=frozenset({1}),
        own_rows=frozenset({0}),
    )
    return Block(
        key="made_up",
        finding="甲町の割合は31.3%",
        subtitle="割合（%）",
        table=table,
        file=lambda: pd.DataFrame({"市区町村": ["甲町"], "割合": [31.25]}),
        origins=origins,
        indicators=(share_indicator().id,),
    )


def test_a_source_line_names_publisher_title_and_date_and_that_figures_are_made_from_it() -> None:
    """出典の行は、だれの・何の・いつの数字かを言い、加工したことも言う。"""
    said = block(CENSUS).source
    assert said.startswith("出典：総務省「国勢調査」（2020年10月1日）")
    assert said.endswith("を加工して作成")


def test_each_publication_is_named_once_in_its_order_with_its_range_of_dates() -> None:
    """出典が2つなら2つとも。時点に幅があれば「〜」で。"""
    said = block(CENSUS, OFFICES).source
    assert said.index("国勢調査") < said.index("介護サービス情報")
    assert said.count("国勢調査") == 1
    assert "2025年6月30日〜2025年12月31日" in said


def test_a_view_that_should_have_a_source_and_has_none_says_so() -> None:
    """出典がないことは黙っていない。公表値でない図は、何によるかを言う。"""
    assert source_text(()) == "出典：この画面が用意した公開ファイルにはありません（未収集）"
    assert source_text(None, "自町が入力した値です。") == "自町が入力した値です。"


def test_papers_say_the_title_the_source_and_the_figures_of_the_page() -> None:
    """会議資料に入れても、題・出典・表は画面のもの。"""
    shown = block(CENSUS)
    kept = exhibit(shown, {"own": "01101"})
    assert (kept.title, kept.source) == (shown.finding, shown.source)
    assert kept.origins == (CENSUS,)
    assert [[getattr(cell, "text", cell) for cell in row] for row in kept.grid.rows] == [
        ["甲町", "31.3"],
        ["乙町", "未収集"],
    ]


def test_a_cell_is_rounded_where_it_is_read_and_whole_where_it_is_calculated_with() -> None:
    """画面は四捨五入した31.3、ファイルの数値は元の31.25。"""
    shown = block(CENSUS).table
    assert shown.rows[0][1] == number_cell(31.25, 1, unit="%")
    assert "31.3" in shown.html()
    assert values_of(shown.rows) == [("甲町", 31.25), ("乙町", "未収集")]


def test_zero_is_a_figure_and_missing_is_a_word() -> None:
    """0は0と書き、値がないところには理由の言葉を書く。空欄にも0にもしない。"""
    assert number_cell(0, 1).text == "0.0"
    assert number_cell(nan, 1, word="資料なし").text == "資料なし"
    assert values_of([[number_cell(0), number_cell(nan, word="資料なし")]]) == [(0.0, "資料なし")]


def test_what_rounds_to_nothing_has_no_minus() -> None:
    """-0.04は小数1桁で0.0。マイナスは付かない。"""
    assert number_cell(-0.04, 1).text == "0.0"
