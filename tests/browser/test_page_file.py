"""A deck as one HTML file, opened from a folder by a browser that may ask nobody for anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from carecompare.reports.slides.deck import SlideItem
from carecompare.ui.frame.loading import load
from carecompare.views.base.here import page_for
from carecompare.views.files.deck import deck
from carecompare.views.files.standard_slides import standard_exhibits
from carecompare.views.files.web import deck_page

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Request

    from carecompare.exhibits import Exhibit

MOST_BYTES = 6_000_000
DRAWN = "document.documentElement.dataset.drawn !== undefined"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
WIDTHS = (1366, 390)


@pytest.fixture(params=["44208", "46523"])
def exhibits(request: pytest.FixtureRequest, store_file: Path) -> list[Exhibit]:
    """Return the usual twelve of 竹田市, and of 大和村, whose figures are few."""
    assert store_file.is_file()
    here = page_for(load(), {"own": request.param, "vs": "exemplars"})
    assert here is not None
    return standard_exhibits(here)


def test_twelve_views_are_drawn_from_a_file_without_a_single_request(
    exhibits: list[Exhibit], browser: Browser, tmp_path: Path
) -> None:
    own = load().labels[exhibits[0].query["own"]]
    file = tmp_path / "deck.html"
    made = deck(load(), exhibits[0].query["own"], [SlideItem(each) for each in exhibits])
    file.write_bytes(deck_page(made))
    assert file.stat().st_size <= MOST_BYTES
    for width in WIDTHS:
        # The checker's script comes from outside the file, which the file itself forbids.
        context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=width == WIDTHS[0])
        asked: list[str] = []

        def note(request: Request, known: list[str] = asked) -> None:
            known.append(request.url)

        context.on("request", note)
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message, known=said: known.append(message.text))
        page.on("pageerror", lambda error, known=said: known.append(str(error)))
        page.goto(file.as_uri())
        page.wait_for_function(DRAWN)
        assert page.locator(".chart > svg, .chart svg").count() == sum(
            each.picture is not None for each in exhibits
        )
        assert asked == [file.as_uri()]
        assert not said
        assert page.evaluate(OVERFLOW) <= 0
        assert own in page.title()
        for number, each in enumerate(exhibits, 1):
            shown = page.locator(f"#view{number} tbody td").all_text_contents()
            assert shown == [cell for row in each.grid.texts for cell in row[1:]]
        if width == WIDTHS[0]:
            assert not Axe().run(page).response["violations"]
        context.close()


def test_a_name_with_signs_of_html_and_the_end_of_a_script_changes_nothing(
    store_file: Path, browser: Browser, tmp_path: Path
) -> None:
    assert store_file.is_file()
    here = page_for(load(), {"own": "44208", "vs": "exemplars"})
    assert here is not None
    first = standard_exhibits(here)[0]
    name = "</script><b id='typed'>&amp;"
    file = tmp_path / "deck.html"
    file.write_bytes(deck_page(deck(load(), "44208", [SlideItem(first, title=name)], name)))
    page = browser.new_page()
    page.goto(file.as_uri())
    page.wait_for_function(DRAWN)
    assert page.locator("#typed").count() == 0
    assert page.locator("h2").inner_text() == name
    assert page.title() == name
