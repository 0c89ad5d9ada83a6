"""Steps that several journeys share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

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
