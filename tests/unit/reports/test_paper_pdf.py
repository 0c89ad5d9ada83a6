"""Papers as PDF: what was given stands there word by word, and nothing of it is run."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import typst
from paper_reading import (
    font_descriptors,
    letters_beyond_the_page,
    reader,
    sizes_mm,
    squeezed,
    structure,
    text_of,
)

from carecompare.exhibits import Grid
from carecompare.reports.papers.paper import (
    Beside,
    Box,
    Columns,
    Drawing,
    Facts,
    Figures,
    Heading,
    Paper,
    Points,
    Sheet,
    Words,
)
from carecompare.reports.papers.pdf import drawing, letters_lacking, paper_file

BARS: dict[str, Any] = {
    "height": 90,
    "data": {"values": [{"name": "長岡市", "value": 3}, {"name": "髙﨑町", "value": 4}]},
    "mark": "bar",
    "encoding": {
        "x": {"field": "value", "type": "quantitative"},
        "y": {"field": "name", "type": "nominal", "title": None},
    },
}
AS_CODE = (
    '#eval("1+1")',
    '#import "@preview/x:0.1.0"',
    '#read("/etc/passwd")',
    "#panic()",
    "$ x^2 $",
    "// これは消えない",
    "/* これも */",
    "\\ \\u{41} \\#",
    "*太字* _斜体_ `code` ```raw```",
    "= 見出し",
    "- 箇条書き",
    "<label> @ref",
    "https://example.invalid/a?b=c&d",
    "<script>alert(1)</script><b>太字</b>&amp;",
    '"} ], "title": "x',
    "~ --- ... -- ''",
)


def paper(*pieces: Any, title: str = "一枚もの", source: str = "出典：国勢調査（2020年10月1日）") -> Paper:
    return Paper(
        title=title, subject="長岡市（新潟県）", made="作成　2026年11月23日", sheets=(Sheet(pieces, source),)
    )


@pytest.mark.parametrize("typed", AS_CODE)
def test_words_that_look_like_code_stand_on_paper_as_they_were_typed(typed: str) -> None:
    grid = Grid(columns=("項目", typed), rows=((typed, "1"),), groups={0: typed}, caption=typed)
    made = paper_file(
        paper(
            Heading(typed),
            Words(typed),
            Points((typed,)),
            Facts(((typed, typed),)),
            Figures(grid),
            Box(typed, typed, typed),
            title=typed,
            source=typed,
        )
    )
    # Title, head of the page, heading, paragraph, point, two facts, four places of the table, box, foot.
    assert text_of(made.content).count(squeezed(typed)) >= 14
    assert reader(made.content).metadata.title == typed


def test_letters_are_embedded_and_the_document_says_its_language_and_title() -> None:
    made = paper_file(paper(Heading("人口"), Words("長岡市の人口"), drawing(BARS, "二つの棒", 500)))
    descriptors = font_descriptors(made.content)
    assert descriptors
    for each in descriptors:
        assert "/FontFile2" in each or "/FontFile3" in each
        assert "IPAexGothic" in each["/FontName"]
    root = reader(made.content).trailer["/Root"]
    assert str(root["/Lang"]).startswith("ja")
    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"].value is True
    assert reader(made.content).metadata.title == "一枚もの"


def test_headings_tables_and_pictures_are_tagged_and_a_picture_has_its_words() -> None:
    grid = Grid(columns=("項目", "長岡市"), rows=(("高齢化率", "31.4"),), numeric=(1,), own_columns=(1,))
    made = paper_file(paper(Heading("人口"), Figures(grid), drawing(BARS, "二つの棒の図", 500)))
    tags = structure(made.content)
    assert {"/H1", "/Table", "/TH", "/TD", "/Figure"} <= {tag for tag, _ in tags}
    assert ("/Figure", "二つの棒の図") in tags


def test_words_in_a_picture_are_text() -> None:
    made = paper_file(paper(drawing(BARS, "図", 500)))
    assert "長岡市" in text_of(made.content)
    assert "髙﨑町" in text_of(made.content)


def test_a_character_without_a_letter_is_named_and_stands_as_geta() -> None:
    made = paper_file(paper(Words("𠮷野家の葛󠄀と髙と\uf8ff")))
    assert made.lacking == "𠮷\uf8ff"
    assert "〓野家の葛" in text_of(made.content)
    assert letters_lacking("長岡市 髙﨑 葛󠄀 ↗↘→△▲▼①㈱ㇰ") == ""


def test_signs_that_cannot_be_seen_are_left_out_and_lines_are_kept() -> None:
    made = paper_file(paper(Words("一行目\r\n二\x00行\u200b目\x0b\ufeff終")))
    assert made.lacking == ""
    lines = reader(made.content).pages[0].extract_text().splitlines()
    assert "一行目" in lines
    assert "二行目終" in lines


@pytest.mark.parametrize("typed", ["W" * 600, "ー" * 300, "あ" * 900, "1" * 300, "ｱ" * 300, "é" * 300])
def test_a_word_without_end_stays_on_the_paper_and_can_be_searched(typed: str) -> None:
    grid = Grid(columns=("項目", "値", "値2"), rows=((typed, typed, "1"),), numeric=(1, 2), own_columns=(1,))
    narrow = Columns(3, (Box(typed, typed), Words(typed)))
    made = paper_file(
        paper(Words(typed), Facts(((typed[:40], typed),), 1), Figures(grid, shares=(3, 2, 1)), narrow)
    )
    assert letters_beyond_the_page(made.content) == ""
    assert typed in text_of(made.content)


def test_a_note_of_very_many_lines_goes_on_to_the_next_page() -> None:
    lines = [f"第{number}行の言葉" for number in range(400)]
    typed = "\n".join(lines)
    grid = Grid(columns=("項目", "書いたこと"), rows=(("一", typed),))
    made = paper_file(paper(Columns(2, (Box("分析欄", typed),)), Figures(grid)))
    assert letters_beyond_the_page(made.content) == ""
    found = text_of(made.content)
    assert [found.count(line) for line in lines] == [2] * len(lines)


def test_the_foot_holds_source_date_and_number_on_every_page_however_long_it_is() -> None:
    source = "出典：" + "総務省統計局「国勢調査」（2020年10月1日）、" * 30
    made = paper_file(paper(*(Words("段落" * 200) for _ in range(12)), source=source))
    pages = [squeezed(page.extract_text()) for page in reader(made.content).pages]
    assert len(pages) > 1
    for number, text in enumerate(pages, 1):
        assert squeezed(source) in text
        assert "作成2026年11月23日" in text
        assert f"{number}/{len(pages)}" in text
        assert "長岡市（新潟県）一枚もの" in text
    assert letters_beyond_the_page(made.content) == ""


@pytest.mark.parametrize(
    ("size", "is_landscape", "expected"),
    [("a4", False, (210, 297)), ("a4", True, (297, 210)), ("a3", True, (420, 297))],
)
def test_the_paper_has_the_size_asked_for(size: Any, is_landscape: bool, expected: tuple[int, int]) -> None:  # noqa: FBT001 - a case
    made = paper_file(
        Paper(
            "題",
            "町",
            "作成",
            (Sheet((Words("一"),)), Sheet((Words("二"),))),
            size,
            is_landscape=is_landscape,
        )
    )
    assert sizes_mm(made.content) == {expected}
    assert len(reader(made.content).pages) == 2


def test_pictures_take_what_is_left_of_the_page() -> None:
    beside = Beside(((Words("左"), drawing(BARS, "左の図", 300, fills=True)),) * 2, (1.0, 1.0), fills=True)
    made = paper_file(paper(Words("段落" * 900), beside))
    assert len(reader(made.content).pages) == 1
    assert [words for tag, words in structure(made.content) if tag == "/Figure"] == ["左の図", "左の図"]


def test_a_picture_without_words_is_refused() -> None:
    silent = drawing(BARS, "図", 300)
    with pytest.raises(typst.TypstError):
        paper_file(paper(Drawing(svg=silent.svg + "<broken", alt="図")))


def test_several_people_make_papers_at_once() -> None:
    with ThreadPoolExecutor(4) as people:
        made = list(people.map(lambda number: paper_file(paper(Words(f"第{number}の紙"))), range(8)))
    for number, each in enumerate(made):
        assert f"第{number}の紙" in text_of(each.content)


@pytest.mark.parametrize("sign", "。、）」』！？ー・…っァ々〜%!.)")
def test_a_long_run_of_signs_that_begin_no_line_stays_on_the_paper(sign: str) -> None:
    run = sign * 90
    grid = Grid(columns=("名", "値"), rows=((run, "1"),))
    made = paper_file(paper(Words(f"課題{run}終わり"), Box("欄", run), Points((run,)), Figures(grid)))
    assert letters_beyond_the_page(made.content) == ""
    assert squeezed(text_of(made.content)).count(sign) >= 4 * 90
