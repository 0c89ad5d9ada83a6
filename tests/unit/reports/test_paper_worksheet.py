"""The worksheet on paper."""

from __future__ import annotations

from paper_reading import letters_beyond_the_page, pages_of, sizes_mm, squeezed, text_of

from carecompare.reports.papers.pdf import paper_file
from carecompare.reports.papers.worksheet import WorksheetRow, WorksheetStagePage, worksheet_paper

TYPED = "#eval(1) <b>太字</b>\n二行目 $x$ // \\"
STAGES = [
    WorksheetStagePage(
        "地域の課題の把握",
        [
            WorksheetRow(
                "ニーズ調査",
                "わかっている",
                TYPED,
                ("高齢化率31.4%（2026年11月）", "認定率17.6%"),
                "高齢福祉課",
                "年度末",
                "把握の方法",
            ),
            WorksheetRow("ケア会議"),
        ],
    ),
    WorksheetStagePage("対応策の決定", [WorksheetRow("実行", words="長" * 1000)]),
]


def test_every_line_stands_in_its_stage_with_all_that_was_written() -> None:
    content = paper_file(
        worksheet_paper("課題整理シート", "長岡市", "作成", ("第3版",), STAGES, "出典：町の記録")
    ).content
    text = text_of(content)
    for words in (
        "第3版",
        "把握の方法",
        "ニーズ調査",
        TYPED,
        "高齢化率31.4%（2026年11月）",
        "認定率17.6%",
        "高齢福祉課",
        "年度末",
        "長" * 1000,
    ):
        assert squeezed(words) in text
    assert text.index("地域の課題の把握") < text.index("ケア会議") < text.index("対応策の決定")
    assert sizes_mm(content) == {(297, 210)}
    assert letters_beyond_the_page(content) == ""


def test_a_line_of_many_pages_goes_on_and_every_page_has_its_source() -> None:
    long = WorksheetStagePage("段階", [WorksheetRow("項目", words="\n".join("行" * 80 for _ in range(150)))])
    pages = pages_of(paper_file(worksheet_paper("題", "町", "作成", (), [long], "出典：町の記録")).content)
    assert len(pages) > 2
    assert all("出典：町の記録" in page for page in pages)
    assert sum(page.count("行") for page in pages) == 80 * 150
