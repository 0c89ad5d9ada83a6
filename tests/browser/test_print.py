"""What Ctrl+P of a page gives."""

from __future__ import annotations

import io
import unicodedata
from typing import TYPE_CHECKING

import pypdf
from browser_steps import drawn
from playwright.sync_api import Page, expect

from carecompare.text.menu_words import MENU

if TYPE_CHECKING:
    from collections.abc import Callable

    Visit = Callable[..., Page]

TOWN = "own=44208&vs=exemplars"
# A4 without its margins, at 96 points an inch.
PAPER_PX = 710
LETTERS = "() => [...document.querySelectorAll('svg.marks text')].map((each) => each.textContent.trim())"
REACH = (
    "() => Math.max(...[...document.querySelectorAll('svg.marks, table.cc')]"
    ".map((each) => each.getBoundingClientRect().right))"
)
COLOURS = 20


def paper(page: Page) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))


def without_spaces(text: str) -> str:
    # A font has one shape for a character and its radical, and names it by the latter.
    return "".join(unicodedata.normalize("NFKC", text).replace("⻑", "長").split())


def test_paper_holds_every_letter_of_the_charts_the_sources_and_no_menu(visit: Visit, address: str) -> None:
    page = drawn(visit(f"{address}/care_need?{TOWN}"), has_charts=True)
    letters = {without_spaces(each) for each in page.evaluate(LETTERS)} - {""}
    printed = without_spaces("".join(each.extract_text() for each in paper(page).pages))
    assert [each for each in letters if each not in printed] == []
    assert "出典:" in printed
    said = page.get_by_test_id("stMain").text_content() or ""
    menu = [family for families in MENU.values() for family in families if family not in said]
    assert len(menu) > 1
    assert [each for each in menu if each in printed] == []
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER_PX, "height": 1000})
    page.wait_for_timeout(500)
    assert page.evaluate(REACH) <= PAPER_PX
    for hidden in ("stSidebar", "stPopover", "stSelectbox", "stButton"):
        assert [each for each in page.get_by_test_id(hidden).all() if each.is_visible()] == []


def test_paper_holds_the_map(visit: Visit, address: str) -> None:
    page = drawn(visit(f"{address}/map?{TOWN}"))
    expect(page.get_by_test_id("stDeckGlJsonChart").locator("canvas")).to_be_visible()
    page.wait_for_timeout(3000)  # the map draws when its program and outlines have come
    pictures = [each.image for sheet in paper(page).pages for each in sheet.images]
    assert any(len(each.convert("RGB").getcolors(1 << 24) or []) > COLOURS for each in pictures if each)
