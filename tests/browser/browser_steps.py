"""Steps that several journeys share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page


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
