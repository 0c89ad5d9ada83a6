"""From nothing to a deck without a mouse."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from browser_steps import drawn, installation
from playwright.sync_api import Page, expect
from pptx import Presentation

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carecompare.paths import Paths

    Visit = Callable[..., Page]
    Served = Callable[..., str]

MOST_TABS = 120
# Regions have the focus on the way as well; their text is everything in them.
FOCUSED = "document.activeElement.matches('a, button') ? document.activeElement.innerText : ''"


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until what has the focus says the words."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if re.search(wanted, str(page.evaluate(FOCUSED))):
            return
    message = f"Tab never came to {wanted}"
    raise AssertionError(message)


def test_from_nothing_to_a_deck_by_keyboard_alone(
    visit: Visit, served: Served, paths: Paths, store_file: Path, tmp_path: Path
) -> None:
    assert store_file.is_file()
    page = drawn(visit(served(CARECOMPARE_DATA=installation(paths, tmp_path))))
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('role')") == "combobox":
            break
    page.keyboard.type("長岡市")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="長岡市").first).to_be_visible()
    drawn(page)
    tab_to(page, r"(^|\n)高齢化$")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("高齢化")
    drawn(page, has_charts=True)
    tab_to(page, r"(^|\n)使う")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="会議資料に追加").first).to_be_visible()
    tab_to(page, "会議資料に追加")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("stToast").first).to_contain_text("会議資料に入れました")
    page.keyboard.press("Escape")
    tab_to(page, r"(^|\n)会議資料$")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="並べた図（1枚）")).to_be_visible()
    drawn(page)
    tab_to(page, "12枚を入れる")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="並べた図（13枚）")).to_be_visible()
    drawn(page)
    tab_to(page, "スライドを作る")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="スライドをダウンロード（全")).to_be_visible()
    drawn(page)
    tab_to(page, "スライドをダウンロード")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    file = tmp_path / "deck.pptx"
    waiting.value.save_as(file)
    slides = Presentation(io.BytesIO(file.read_bytes())).slides
    assert "長岡市" in slides[1].shapes.title.text
    assert len(slides) > 14
