"""The menu in a real browser: every row can be hit, and all are there on a small screen."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from browser_steps import drawn
from playwright.sync_api import Page, expect

from carecompare.text.menu_words import MENU_LABEL, TABS_LABEL

if TYPE_CHECKING:
    from collections.abc import Callable

    Visit = Callable[..., Page]

LEAST_PX = 24
PLACES = """() => [...document.querySelectorAll('[data-testid="stSidebar"] [data-testid="stPageLink"] a')]
    .map(each => each.getBoundingClientRect()).map(each => [each.top, each.bottom])"""


def test_menu_rows_are_large_enough_to_hit_and_none_falls_off_a_laptop_s_screen(
    visit: Visit, address: str
) -> None:
    """WCAG 2.2, 2.5.8: targets of 24 px that do not overlap."""
    page = drawn(visit(f"{address}/sources?own=15202"))
    expect(page.get_by_test_id("stSidebar").get_by_role("link", name="発表")).to_be_visible()
    rows = page.evaluate(PLACES)
    assert len(rows) > 10
    assert all(bottom - top >= LEAST_PX for top, bottom in rows)
    assert all(below[0] >= above[1] - 0.5 for above, below in pairwise(rows))
    assert rows[-1][1] <= 768


def test_a_tab_marks_itself_and_its_family_and_takes_the_choice_along_by_keyboard(
    visit: Visit, address: str
) -> None:
    page = drawn(visit(f"{address}/find_initiatives?own=15202&vs=prefecture"))
    menu = page.get_by_role("navigation", name=MENU_LABEL)
    tabs = page.get_by_role("navigation", name=TABS_LABEL)
    expect(menu.get_by_role("link", name="取組")).to_have_attribute("aria-current", "true")
    expect(tabs.get_by_role("link", name="探す")).to_have_attribute("aria-current", "page")
    expect(page.locator("[aria-current]")).to_have_count(2)
    tabs.get_by_role("link", name="一覧").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1").first).to_have_text("取組")
    expect(menu.get_by_role("link", name="取組")).to_have_attribute("aria-current", "page")
    expect(tabs.get_by_role("link", name="探す")).not_to_have_attribute("aria-current", "page")
    assert "own=15202" in page.url
    assert "vs=prefecture" in page.url
    menu.get_by_role("link", name="地図").click()
    expect(page.locator("h1").first).to_contain_text("地図")
    expect(page.locator("[aria-current]")).to_have_count(1)
