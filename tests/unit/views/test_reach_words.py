"""Points are no people: every view of them says so, on the page and in every file."""

from __future__ import annotations

import io
from html import unescape
from typing import TYPE_CHECKING

import pytest
from pptx import Presentation
from python_calamine import CalamineWorkbook

from carecompare.own import Memory, Shelf
from carecompare.own.contents.districts import DISTRICTS, districts_of
from carecompare.reports.papers.handout import HandoutPage, handout_paper
from carecompare.reports.slides.deck import SlideItem
from carecompare.text.topics.reach import reach_words
from carecompare.ui.frame.loading import load
from carecompare.views.base.block import exhibit
from carecompare.views.base.choice import Selection, checked
from carecompare.views.base.here import page_of
from carecompare.views.base.kept import Keeper
from carecompare.views.files.deck import deck, deck_file
from carecompare.views.files.registry import VIEWS
from carecompare.views.files.takeaway import block_workbook
from carecompare.views.files.web import block_page
from carecompare.views.topics.reach.districts import town_blocks

if TYPE_CHECKING:
    from pathlib import Path

TOWN, PLACE = "43212", "|大矢野町湯島|"
QUERY = {"own": TOWN, "vs": "exemplars", "place": PLACE}
# Offices and persons are counted here, and points only share them out.
OF_NO_POINTS = {"reach_district_offices", "reach_district_numbers", "reach_gaps"}
OF_POINTS = [each for each in VIEWS if each.startswith("reach") and each not in OF_NO_POINTS]
SAID = "人の数では"


@pytest.mark.parametrize("view", OF_POINTS)
def test_every_view_of_points_says_that_they_are_no_people(view: str, store_file: Path) -> None:
    assert store_file.is_file()
    loaded, keep = load(), Keeper(Shelf(Memory({})), "session", "係")
    chosen, _ = checked(
        Selection.of(QUERY), loaded.municipalities.keys(), loaded.catalog, loaded.shown_areas.keys()
    )
    here = page_of(loaded, chosen, keep)
    blocks = town_blocks(here).listed
    keep.save(TOWN, DISTRICTS, districts_of(("北" if each.town < "松" else "南", each) for each in blocks), 0)
    block = VIEWS[view].block(here, "")
    assert block is not None
    assert reach_words.POINTS_NOT_PEOPLE.rstrip("。") in block.subtitle
    kept = exhibit(block, QUERY)
    (slide, *_) = Presentation(
        io.BytesIO(deck_file(deck(loaded, TOWN, [SlideItem(kept)], cover=False)))
    ).slides
    drawn = "".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert SAID in drawn.replace("\n", "")
    web = unescape(block_page(here, block).decode())
    assert SAID in web.partition("<section")[2].partition("<table")[0]
    book = CalamineWorkbook.from_filelike(io.BytesIO(block_workbook(here, block, QUERY, block.file)))
    _, shown, *_ = (book.get_sheet_by_name(name).to_python() for name in book.sheet_names)
    assert any(SAID in str(cell) for row in shown for cell in row)
    (sheet,) = handout_paper("会議", "上天草市", "2026-12-01", [HandoutPage("", kept)]).sheets
    assert SAID in repr(sheet)
