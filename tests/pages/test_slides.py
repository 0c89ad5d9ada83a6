"""会議資料 as slides: filled with one click, made, compared with what stood there before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
import pytest
from indicator_making import stored_values
from pptx import Presentation
from slide_making import charts, template
from slide_making import opened as read_back

from carecompare.own import MEETING, SLIDE_TEMPLATE, Folder, Meeting, MeetingItem, Shelf, slide_template
from carecompare.reports.slides.deck import SlideItem, SlideMaster
from carecompare.text.files import deck_words
from carecompare.text.format import number
from carecompare.ui.frame.loading import load
from carecompare.views.base.block import exhibit
from carecompare.views.base.here import page_for
from carecompare.views.files.deck import deck, deck_file
from carecompare.views.files.registry import view_block
from carecompare.views.files.standard_slides import renewed_items, standard_exhibits

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    from carecompare.exhibits import Exhibit

    Opened = Callable[..., AppTest]

NAGAOKA = "15202"
LEVEL = "share_65_and_over"


def level(own: str = NAGAOKA) -> Exhibit:
    query = {"own": own, "vs": "exemplars", "item": LEVEL}
    block = view_block(load(), "aging_level", "", query)
    assert block is not None
    return msgspec.structs.replace(exhibit(block, query), picture=None)


def keep(folder: Path, *exhibits: Exhibit) -> Shelf:
    shelf = Shelf(Folder(folder))
    items = tuple(MeetingItem(f"m1_{place}", each) for place, each in enumerate(exhibits))
    shelf.save(NAGAOKA, MEETING, Meeting(items), 0, "計画係")
    return shelf


def older(given: Exhibit) -> Exhibit:
    """Return an exhibit as it would have been kept a year ago, with another figure of the own town."""
    rows = tuple((row[0], "30.9", *row[2:]) if row[0] == "長岡市" else row for row in given.grid.rows)
    grid = msgspec.structs.replace(given.grid, rows=rows)
    return msgspec.structs.replace(given, grid=grid, made="2025-11-20", title="前の読み取り")


def papers(folder: Path) -> Meeting:
    kept = Shelf(Folder(folder)).kept(NAGAOKA, MEETING)
    return kept.content if kept else Meeting()


def words_of(app: AppTest) -> str:
    kinds = ("markdown", "caption", "info", "warning", "error", "success")
    said = [str(element.value) for kind in kinds for element in app.get(kind)]
    return "\n".join([*said, *(str(element.proto.body) for element in app.get("html"))])


def test_one_click_fills_twelve_and_a_second_makes_the_file(opened: Opened, kept_in: Path) -> None:
    app = opened("pages/papers.py", own=NAGAOKA)
    assert not [each for each in app.button if each.key == "slides_make"]
    app.button(key="slides_standard").click().run()
    assert len(papers(kept_in).items) == 12
    for with_appendix in (True, False):
        app.checkbox(key="slides_appendix").set_value(with_appendix).run()
        told = re.search(r"（(\d+)枚）", app.button(key="slides_make").label)
        assert told is not None
        assert (int(told[1]) > 13) == with_appendix
        app.button(key="slides_make").click().run()
        assert not app.exception
        assert not app.error
        offered = app.get("download_button")
        assert any(f"全{told[1]}枚" in each.proto.label for each in offered)
    assert deck_words.CHANGED_NONE in words_of(app)


def test_a_file_of_before_is_not_offered_after_the_order_changed(opened: Opened, kept_in: Path) -> None:
    keep(kept_in, level(), level())
    app = opened("pages/papers.py", own=NAGAOKA)
    app.button(key="slides_make").click().run()
    assert "slides_download" in [each.key for each in app.get("download_button")]
    app.button(key="meeting_remove_m1_0").click().run()
    assert "slides_download" not in [each.key for each in app.get("download_button")]


@pytest.mark.parametrize("own", ["15202", "13112", "46523", "07546", "13402", "20201", "30362", "22130"])
def test_every_kind_of_town_gets_twelve_slides(store_file: Path, own: str) -> None:
    assert store_file.is_file()
    here = page_for(load(), {"own": own, "vs": "exemplars"})
    exhibits = standard_exhibits(here)
    assert len(exhibits) == 12
    assert len({(each.view, each.part, *sorted(each.query.items())) for each in exhibits}) == 12
    assert exhibits[0].title not in [each.title for each in exhibits[1:]]
    slides = read_back(deck_file(deck(load(), own, [SlideItem(each) for each in exhibits]))).slides
    titles = [slide.shapes.title.text for slide in slides]
    assert titles[1:13] == [each.title for each in exhibits]
    assert all(slide.notes_slide.notes_text_frame.text for slide in list(slides)[1:13])


def test_a_figure_on_a_slide_is_the_figure_of_the_store(store_file: Path) -> None:
    assert store_file.is_file()
    loaded = load()
    given = level()
    chart = charts(read_back(deck_file(deck(loaded, NAGAOKA, [SlideItem(given)]))).slides[1])[0]
    drawn = dict(zip(chart.plots[0].categories, chart.series[0].values, strict=True))
    rows = stored_values(loaded.store, LEVEL, loaded.latest[LEVEL]).set_index("area")["value"]
    labels = {label: code for code, label in loaded.labels.items()}
    own = {name.removeprefix("▶ "): value for name, value in drawn.items()}
    assert len(own) == 13
    for name, value in own.items():
        assert value == rows[labels[name]]
    shown = {row[0]: row[1] for row in given.grid.texts}
    assert {name: number(value, 1) for name, value in own.items()} == shown


def test_what_changed_since_is_marked_and_can_be_taken(opened: Opened, kept_in: Path) -> None:
    keep(kept_in, older(level()), level())
    app = opened("pages/papers.py", own=NAGAOKA)
    said = words_of(app)
    assert "1枚目" in said
    assert "30.9" in said
    assert "前の読み取り" in said
    assert not [each for each in app.button if each.key == "slides_renew_m1_1"]
    app.button(key="slides_renew_m1_0").click().run()
    assert papers(kept_in).items[0].exhibit.grid == level().grid
    assert deck_words.CHANGED_NONE in words_of(app)


def test_what_changed_stands_in_the_notes_of_the_slide(store_file: Path) -> None:
    assert store_file.is_file()
    item = MeetingItem("m1", older(level()), "わが町の題")
    found = renewed_items(load(), Meeting((item,)))
    slide = read_back(deck_file(deck(load(), NAGAOKA, [each.slide() for each in found]))).slides[1]
    assert slide.shapes.title.text == "わが町の題"
    assert "長岡市　値：30.9 → 33.0" in slide.notes_slide.notes_text_frame.text


def test_a_view_that_shows_nothing_any_more_is_said_and_kept(opened: Opened, kept_in: Path) -> None:
    gone = msgspec.structs.replace(level(), view="gone", title="なくなった図")
    keep(kept_in, gone)
    app = opened("pages/papers.py", own=NAGAOKA)
    assert "なくなった図" in "".join(str(each.value) for each in app.warning)
    app.button(key="slides_make").click().run()
    assert any("全3枚" in each.proto.label for each in app.get("download_button"))


def test_the_name_of_the_meeting_is_kept_as_it_was_typed(opened: Opened, kept_in: Path) -> None:
    keep(kept_in, level())
    app = opened("pages/papers.py", own=NAGAOKA)
    app.text_input(key=f"slides_meeting_{NAGAOKA}").set_value("<b>第3回</b> 委員会").run()
    assert papers(kept_in).title == "<b>第3回</b> 委員会"
    assert len(papers(kept_in).items) == 1
    assert not app.exception


def test_a_kept_template_is_chosen_and_can_be_left(opened: Opened, kept_in: Path) -> None:
    keep(kept_in, level())
    shelf = Shelf(Folder(kept_in))
    shelf.save(NAGAOKA, SLIDE_TEMPLATE, slide_template("町.pptx", template()), 0, "計画係")
    app = opened("pages/papers.py", own=NAGAOKA)
    assert app.selectbox(key=f"slides_template_{NAGAOKA}").value == "own"
    app.button(key="slides_make").click().run()
    assert any("全3枚" in each.proto.label for each in app.get("download_button"))
    app.button(key="slides_template_delete").click().run()
    assert not app.exception
    assert app.selectbox(key=f"slides_template_{NAGAOKA}").value == "usual"


def test_a_template_that_was_just_kept_is_the_one_that_is_used(opened: Opened, kept_in: Path) -> None:
    keep(kept_in, level())
    app = opened("pages/papers.py", own=NAGAOKA)
    app.file_uploader(key=f"slides_template_upload_{NAGAOKA}").set_value(
        ("町.pptx", template(), "application/octet-stream")
    ).run()
    app.button(key="slides_template_save").click().run()
    assert not app.exception
    assert app.selectbox(key=f"slides_template_{NAGAOKA}").value == "own"
    app.button(key="slides_make").click().run()
    _, content = app.session_state["slides_made"]
    assert read_back(content).slide_width == Presentation().slide_width


def test_a_damaged_template_is_said_in_one_sentence(opened: Opened, kept_in: Path) -> None:
    keep(kept_in, level())
    app = opened("pages/papers.py", own=NAGAOKA)
    app.file_uploader(key=f"slides_template_upload_{NAGAOKA}").set_value(
        ("町.pptx", template()[:5000], "application/octet-stream")
    ).run()
    assert not app.exception
    assert ["PowerPointのファイルとして読めません" in str(each.value) for each in app.error] == [True]


def test_a_deck_of_twelve_can_stand_on_a_template(store_file: Path) -> None:
    assert store_file.is_file()
    here = page_for(load(), {"own": NAGAOKA, "vs": "exemplars"})
    slides = [SlideItem(each) for each in standard_exhibits(here)]
    content = deck_file(deck(load(), NAGAOKA, slides), master=SlideMaster("町.pptx", template()))
    assert read_back(content).slide_width == Presentation().slide_width


def test_where_nothing_is_kept_the_page_says_so(
    opened: Opened, kept_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(kept_in, level())
    monkeypatch.setenv("CARECOMPARE_MODE", "readonly")
    app = opened("pages/papers.py", own=NAGAOKA)
    assert app.button(key="slides_standard").disabled
    app.button(key="slides_make").click().run()
    assert any("全3枚" in each.proto.label for each in app.get("download_button"))
