"""The handout of a meeting: one view on each page."""

from __future__ import annotations

from typing import Any

from paper_reading import letters_beyond_the_page, pages_of, squeezed, structure

from carecompare.exhibits import Exhibit, Grid
from carecompare.reports.papers.handout import HandoutPage, handout_paper
from carecompare.reports.papers.pdf import paper_file

PICTURE: dict[str, Any] = {
    "width": "container",
    "height": 900,
    "data": {"values": [{"name": f"第{number}町", "value": number} for number in range(30)]},
    "mark": "bar",
    "encoding": {"x": {"field": "value", "type": "quantitative"}, "y": {"field": "name", "type": "nominal"}},
}


def exhibit(grid: Grid, picture: dict[str, Any] | None = None, title: str = "高い順に並べた") -> Exhibit:
    return Exhibit(
        view="aging_level",
        part="",
        query={},
        made="2026-11-23",
        title=title,
        subtitle="高齢化率（%）、令和2年",
        grid=grid,
        source="出典：総務省「国勢調査」（2020年10月1日）を加工して作成",
        notes=("注意の文",),
        picture=picture,
    )


def grid_of(rows: int, columns: int = 4, own: int = 0) -> Grid:
    return Grid(
        columns=("市区町村", *(f"列{number}" for number in range(1, columns))),
        rows=tuple(
            (f"第{row}町", *(f"{row}.{column}" for column in range(1, columns))) for row in range(rows)
        ),
        numeric=tuple(range(1, columns)),
        own_rows=(own,),
        caption="表の説明",
    )


def made(*pages: HandoutPage) -> list[str]:
    content = paper_file(handout_paper("配布資料", "長岡市（新潟県）", "作成　今日", pages)).content
    assert letters_beyond_the_page(content) == ""
    return pages_of(content)


def test_each_view_has_a_page_with_title_finding_figures_caution_and_source() -> None:
    pages = made(
        HandoutPage("町の題", exhibit(grid_of(3), PICTURE)),
        HandoutPage("", exhibit(grid_of(3), title="二つ目の読み取り")),
    )
    assert len(pages) == 2
    for words in (
        "1.町の題",
        "高い順に並べた",
        "高齢化率（%）、令和2年",
        "第2町2.12.22.3",
        "注意の文",
        "総務省「国勢調査」",
    ):
        assert squeezed(words) in pages[0]
    assert "2.二つ目の読み取り" in pages[1]
    assert "町の題" not in pages[1]


def test_the_picture_is_described_by_its_finding() -> None:
    content = paper_file(
        handout_paper("配布資料", "長岡市", "作成", [HandoutPage("題", exhibit(grid_of(3), PICTURE))])
    ).content
    assert ("/Figure", "高い順に並べた") in structure(content)


def test_a_view_that_shows_nothing_any_more_says_of_when_it_is() -> None:
    (page,) = made(HandoutPage("", exhibit(grid_of(3)), "2025年のもの"))
    assert "2025年のもの" in page


def test_a_long_table_keeps_its_first_own_and_last_rows_and_says_how_many_are_missing() -> None:
    (page,) = made(HandoutPage("", exhibit(grid_of(100, own=70), PICTURE)))
    assert all(f"第{row}町" in page for row in (0, 22, 70, 98, 99))
    assert "第50町50.1" not in page
    assert "ほかの74行" in page


def test_a_table_wider_than_the_page_stands_in_parts_with_every_figure_once() -> None:
    grid = grid_of(3, columns=41)
    text = "".join(made(HandoutPage("", exhibit(grid))))
    for column in range(1, 41):
        assert text.count(f"列{column}") >= 1
    assert text.count("第2町") == 4
    assert text.count(squeezed("表の説明")) == 1


def test_progress_is_told_page_by_page() -> None:
    told: list[int] = []
    handout_paper("題", "町", "作成", [HandoutPage("", exhibit(grid_of(1)))] * 3, told.append)
    assert told == [1, 2, 3]
