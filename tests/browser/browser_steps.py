"""Steps that several journeys share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from carecompare.text.menu_words import MENU, TABS_LABEL
from carecompare.text.words import PAGES

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from carecompare.paths import Paths


def installation(paths: Paths, folder: Path) -> str:
    """Return a data folder with the figures of this project and nothing of a town's own."""
    for name in ("catalog", "figures", "store"):
        (folder / name).symlink_to(paths.data / name)
    return str(folder)


def drawn(page: Page, *, has_charts: bool = False) -> Page:
    """Wait until the script has run and every chart is drawn; the first chart brings its program with it."""
    expect(page.locator("h1").first).to_be_visible()
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    charts = page.get_by_test_id("stVegaLiteChart")
    if has_charts:
        expect(charts.first).to_be_visible()
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    for number in range(charts.count()):
        expect(charts.nth(number).locator("canvas, svg").first).to_be_attached()
    return page


def went(page: Page, name: str) -> Page:
    """Go to a page, a key of `PAGES`, by menu and tab, within the same visit."""
    family, tabs = next(each for families in MENU.values() for each in families.items() if name in each[1])
    page.get_by_test_id("stSidebar").get_by_role("link", name=family, exact=True).click()
    first = next(iter(tabs))
    expect(page.locator("h1").first).to_contain_text(PAGES[first][0])
    if name != first:
        page.get_by_role("navigation", name=TABS_LABEL).get_by_role("link", name=tabs[name]).click()
        expect(page.locator("h1").first).to_contain_text(PAGES[name][0])
    return drawn(page)
