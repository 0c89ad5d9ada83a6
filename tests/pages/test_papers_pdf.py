"""Papers of a municipality: its sheet, all indicators, two towns, the handout, and their buttons."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

import pytest
from indicator_making import stored_values
from page_steps import in_full
from paper_reading import (
    font_descriptors,
    letters_beyond_the_page,
    pages_of,
    reader,
    sizes_mm,
    squeezed,
    structure,
    text_of,
)

from carecompare.own import (
    MEETING,
    Evidence,
    Folder,
    Initiative,
    Kept,
    Meeting,
    Note,
    Shelf,
    Worksheet,
    WorksheetLine,
)
from carecompare.reports.papers.pdf import paper_file
from carecompare.text.files import meeting_words, paper_words
from carecompare.text.format import figure, interval
from carecompare.ui.frame.loading import load
from carecompare.views.base.here import page_for
from carecompare.views.files.handout import MADE, handout_file
from carecompare.views.files.paper_face import face
from carecompare.views.files.paper_pair import pair_sheet, two_towns
from carecompare.views.files.paper_pieces import topic_groups
from carecompare.views.files.paper_sheet import analysis_paper
from carecompare.views.files.paper_worksheet import worksheet_sheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    from carecompare.views.base.here import Page

    Opened = Callable[..., AppTest]

NAGAOKA, SETAGAYA, YAMATO, LONGEST, EVACUATED = "15202", "13112", "46523", "46219", "07546"
SAPPORO = "01100"
# The largest, the smallest, the longest name, one without figures of the years to come, 179 municipalities.
TOWNS = [
    (NAGAOKA, "exemplars"),
    (SETAGAYA, "similar"),
    (YAMATO, "class"),
    (LONGEST, "prefecture"),
    (EVACUATED, "neighbours"),
    (SAPPORO, "prefecture"),
    (NAGAOKA, "free"),
]


@pytest.fixture(scope="module", autouse=True)
def _store(store_file: Path) -> None:
    assert store_file.is_file()


def here_of(own: str, vs: str = "exemplars") -> Page:
    return page_for(load(), {"own": own, "vs": vs})


def own_figures(here: Page) -> dict[str, str]:
    """Return the figures that the store gives, asked one by one."""
    shown = {}
    for group in topic_groups(here):
        for line in group.lines:
            indicator = here.catalog.indicators[line["indicator"]]
            found = stored_values(here.store, indicator.id, here.loaded.latest[indicator.id])
            row = found.loc[found["area"] == here.own]
            if not row.empty and row["value"].notna().item() and line["reason"] != "few_residents":
                shown[indicator.id] = figure(row["value"].item(), indicator)
    return shown


@pytest.mark.parametrize(("own", "vs"), TOWNS)
def test_the_sheet_of_a_town_has_two_sides_and_its_figures_are_those_of_the_store(own: str, vs: str) -> None:
    here = here_of(own, vs)
    made = paper_file(face(here))
    pages = pages_of(made.content)
    assert len(pages) == 2
    assert sizes_mm(made.content) == {(210, 297)}
    assert letters_beyond_the_page(made.content) == ""
    assert made.lacking == ""
    checked = 0
    for name, shown in own_figures(here).items():
        indicator = here.catalog.indicators[name]
        if indicator.topic == "industry":
            continue
        assert squeezed(f"{indicator.name_ja}{indicator.unit_ja}{shown}") in pages[bool(indicator.field)], (
            name
        )
        checked += 1
    assert checked > (5 if own == EVACUATED else 40)
    for page in pages:
        assert squeezed(here.full_label(own)) in page
        assert "出典：" in page
    assert own in pages[0]


def test_every_exemplar_fits_on_two_sides(catalog: object) -> None:
    assert catalog is not None
    for own in load().catalog.exemplars:
        made = paper_file(face(here_of(own, "similar")))
        assert len(pages_of(made.content)) == 2, own


def test_a_finding_that_was_set_aside_is_not_printed() -> None:
    here = here_of(NAGAOKA)
    from carecompare.views.topics.findings import finding_sentence, found  # noqa: PLC0415 - only here

    first = found(here).listed[0]
    said = squeezed(finding_sentence(here, first))
    assert said in text_of(paper_file(face(here)).content)
    assert said not in text_of(paper_file(face(here, {first.key})).content)


def test_the_sheet_is_tagged_and_its_letters_are_inside() -> None:
    content = paper_file(face(here_of(NAGAOKA))).content
    assert all("/FontFile2" in each or "/FontFile3" in each for each in font_descriptors(content))
    tags = structure(content)
    pictures = [alt for tag, alt in tags if tag == "/Figure"]
    assert len(pictures) == 2
    assert all("長岡市" in alt for alt in pictures)
    assert "/Table" in {tag for tag, _ in tags}
    root = reader(content).trailer["/Root"]
    assert str(root["/Lang"]).startswith("ja")


@pytest.mark.parametrize(("size", "expected"), [("a4", (297, 210)), ("a3", (420, 297))])
def test_all_indicators_stand_on_the_sheet_with_the_words_of_the_town(
    size: Literal["a4", "a3"], expected: tuple[int, int]
) -> None:
    here = here_of(LONGEST, "similar")
    typed = "#eval(1)の<b>訪問介護</b>は $x$ 少ない。\n" + "W" * 200 + "\n// 終わり"
    kept = Kept(Note(typed), version=3, saved_at=datetime(2026, 11, 23, tzinfo=UTC), author="高齢福祉課*")
    content = paper_file(analysis_paper(here, {"resources": kept}, size)).content
    text = text_of(content)
    assert squeezed(typed) in text
    assert "高齢福祉課*" in text
    assert sizes_mm(content) == {expected}
    assert letters_beyond_the_page(content) == ""
    for name, shown in own_figures(here).items():
        indicator = here.catalog.indicators[name]
        assert squeezed(f"{indicator.name_ja}{indicator.unit_ja}{shown}") in text, name
    pictures = [alt for tag, alt in structure(content) if tag == "/Figure"]
    assert len(pictures) == len(topic_groups(here))


def test_on_a3_all_pictures_stand_on_the_first_page() -> None:
    pages = pages_of(paper_file(analysis_paper(here_of(NAGAOKA), {}, "a3")).content)
    for group in topic_groups(here_of(NAGAOKA)):
        assert squeezed(group.label) in pages[0]
    assert squeezed(paper_words.SHEET_TABLE) in pages[2]


def test_without_comparators_the_sheet_has_its_table_and_no_picture() -> None:
    content = paper_file(analysis_paper(here_of(NAGAOKA, "free"), {}, "a4")).content
    assert "/Figure" not in {tag for tag, _ in structure(content)}
    assert "長岡市" in text_of(content)


@pytest.mark.parametrize(
    ("own", "other"), [(NAGAOKA, "12217"), (LONGEST, "08230"), (YAMATO, SETAGAYA), (EVACUATED, NAGAOKA)]
)
def test_two_towns_are_compared_in_what_differs_and_in_nothing_else(own: str, other: str) -> None:
    here = here_of(own)
    result = two_towns(here, other)
    content = paper_file(pair_sheet(here, other)).content
    text = text_of(content)
    known = here.catalog.indicators
    for line in result.different:
        indicator = known[line.indicator]
        row = "".join(
            part
            for figures in (line.own, line.other)
            for part in (
                figure(figures["value"], indicator),
                interval(figures["lower"], figures["upper"], indicator.decimals),
            )
        )
        assert squeezed(f"{indicator.name_ja}{indicator.unit_ja}{row}") in text
    for line in (*result.similar, *result.unjudged):
        indicator = known[line.indicator]
        assert squeezed(indicator.name_ja) in text
        assert (
            squeezed(f"{indicator.name_ja}{indicator.unit_ja}{figure(line.own['value'], indicator)}")
            not in text
        )
    everything = (*result.different, *result.similar, *result.exact, *result.unjudged)
    assert len({line.indicator for line in everything}) == len(everything)
    assert letters_beyond_the_page(content) == ""


def test_two_towns_say_which_initiatives_the_other_has_on_record() -> None:
    here = here_of(YAMATO)
    text = text_of(paper_file(pair_sheet(here, NAGAOKA)).content)
    types = here.catalog.initiative_types
    for mark in here.catalog.case_of[NAGAOKA].types:
        assert squeezed(types[mark.id].label_ja) in text
    unknown = text_of(paper_file(pair_sheet(here, LONGEST)).content)
    assert squeezed(paper_words.PAIR_NO_INITIATIVES.format(other="いちき串木野市")) in unknown


def test_initiatives_that_the_town_entered_stand_on_its_papers() -> None:
    here = here_of(LONGEST)
    types = list(here.catalog.initiative_types.values())
    first = types[0]
    entered = [
        Initiative("i1", LONGEST, "見守り#eval(1)隊", (first.id,), (first.field,), "page"),
        Initiative("i3", SAPPORO, "うわさ", (types[2].id,), (types[2].field,), "unconfirmed"),
        Initiative("i2", SAPPORO, "<b>雪かき</b>", (first.id, types[1].id), (first.field,), "page"),
    ]
    on_face = text_of(paper_file(face(here, (), entered)).content)
    assert "見守り#eval(1)隊" in on_face
    assert squeezed(first.label_ja) in on_face
    assert "雪かき" not in on_face
    on_pair = text_of(paper_file(pair_sheet(here, SAPPORO, entered)).content)
    assert "<b>雪かき</b>" in on_pair
    assert squeezed(first.label_ja + paper_words.PAIR_INITIATIVES_OWN.format(own="いちき串木野市")) in on_pair
    assert (
        squeezed(types[1].label_ja + paper_words.PAIR_INITIATIVES_UNKNOWN.format(own="いちき串木野市"))
        in on_pair
    )


def test_the_worksheet_stands_on_paper_with_every_line_and_what_was_saved() -> None:
    here = here_of(LONGEST)
    outline = here.catalog.worksheet
    first = next(iter(outline.lines.values()))
    evidence = Evidence("高齢化率37.0%", taken_at=datetime(2026, 11, 1, tzinfo=UTC))
    lines = (
        WorksheetLine(first.id, "partly", "#let x = 1\n<i>二行目</i>", "高齢福祉課", (evidence,), "年度末"),
        WorksheetLine("gone_line", "known", "前の様式の言葉"),
    )
    kept = Kept(Worksheet(lines), version=7, saved_at=datetime(2026, 11, 23, tzinfo=UTC), author="計画係")
    made = paper_file(worksheet_sheet(outline, here.own_label, here.full_label(LONGEST), 2026, kept))
    text = text_of(made.content)
    for item in outline.lines.values():
        assert squeezed(item.label_ja) in text
    for said in (
        "#let x = 1 <i>二行目</i>",
        "高齢化率37.0%",
        "高齢福祉課",
        "年度末",
        "前の様式の言葉",
        "第7版",
        "計画係",
    ):
        assert squeezed(said) in text
    assert sizes_mm(made.content) == {(297, 210)}
    assert letters_beyond_the_page(made.content) == ""
    assert made.lacking == ""
    empty = worksheet_sheet(outline, here.own_label, here.full_label(LONGEST), 2026, None)
    assert squeezed(first.label_ja) in text_of(paper_file(empty).content)


def test_the_pages_offer_their_papers_and_none_without_a_town(opened: Opened) -> None:
    def offered(page: str, **query: str) -> set[str]:
        app = opened(page, **query)
        assert not app.exception
        return {str(each.proto.id).rpartition("-")[2] for each in app.get("download_button")}

    assert "pdf_face" in offered("app.py", own=NAGAOKA)
    assert "pdf_face" not in offered("app.py")
    assert {"pdf_sheet_a4", "pdf_sheet_a3"} <= offered("pages/analysis_sheet.py", own=NAGAOKA)
    assert "pdf_worksheet" in offered("pages/worksheet.py", own=NAGAOKA)
    assert "pdf_pair" not in offered("pages/peers.py", own=NAGAOKA)
    assert "pdf_pair" not in offered("pages/peers.py", own=NAGAOKA, other=NAGAOKA)
    assert "pdf_pair" in offered("pages/peers.py", own=NAGAOKA, other=YAMATO)
    assert {"pdf_face", "pdf_sheet_a4", "pdf_sheet_a3", "pdf_pair"} <= offered(
        "pages/papers.py", own=NAGAOKA, other=YAMATO
    )


def test_the_handout_holds_every_view_put_together(opened: Opened, kept_in: Path) -> None:
    app = in_full(opened("pages/aging.py", own=NAGAOKA))
    for key in [each.key for each in app.button if each.label == meeting_words.ADD]:
        app.button(key=key).click().run()
    app = opened("pages/papers.py", own=NAGAOKA)
    first = Shelf(Folder(kept_in)).kept(NAGAOKA, MEETING)
    assert first is not None
    app.text_input(key=f"meeting_title_{first.content.items[0].id}").set_value("町の題 #eval(1)").run()
    app.button(key="handout_make").click().run()
    assert not app.exception
    made = app.session_state[MADE][1]
    kept = Shelf(Folder(kept_in)).kept(NAGAOKA, MEETING)
    assert kept is not None
    text = text_of(made.content)
    assert squeezed("町の題 #eval(1)") in text
    for item in kept.content.items:
        assert squeezed(item.exhibit.title) in text
        assert squeezed(item.exhibit.grid.texts[-1][-1]) in text
    assert letters_beyond_the_page(made.content) == ""


def test_the_handout_goes_away_when_the_papers_change(opened: Opened, kept_in: Path) -> None:
    assert kept_in
    app = in_full(opened("pages/care_need.py", own=NAGAOKA))
    next(each for each in app.button if each.label == meeting_words.ADD).click().run()
    app = opened("pages/papers.py", own=NAGAOKA)
    app.button(key="handout_make").click().run()
    assert any(each.proto.label == paper_words.HANDOUT_DOWNLOAD for each in app.get("download_button"))
    next(each for each in app.button if each.label == meeting_words.REMOVE).click().run()
    assert not any(each.proto.label == paper_words.HANDOUT_DOWNLOAD for each in app.get("download_button"))


def test_a_handout_of_nothing_is_an_empty_paper() -> None:
    assert handout_file(here_of(NAGAOKA), Meeting()).content.startswith(b"%PDF")
