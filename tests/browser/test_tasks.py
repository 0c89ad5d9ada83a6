"""Five tasks of somebody who opens the dashboard for the first time, and how often they click.

At version 0.1.0 three facts on slides took 8 clicks, the rank within the prefecture 5 and the frozen link 6;
neither the pyramid nor the list of districts was there.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from browser_steps import drawn, installation
from playwright.sync_api import Locator, Page, expect
from pptx import Presentation

from carecompare.text import search_words, words
from carecompare.text.files import deck_words, frozen_words
from carecompare.text.menu_words import MENU_LABEL
from carecompare.text.topics import pyramid_words
from carecompare.text.topics.reach import reach_hard_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carecompare.paths import Paths

    Visit = Callable[..., Page]
    Served = Callable[..., str]


@dataclass
class Newcomer:
    """Somebody at the screen who has chosen nothing yet, and the clicks so far."""

    page: Page
    clicks: int = 0

    def click(self, what: Locator) -> None:
        what.click()
        self.clicks += 1

    def types(self, box: str, text: str, option: str) -> None:
        """Click a box, type what leads to the option, and press Enter."""
        self.click(self.page.get_by_role("combobox", name=box))
        self.page.keyboard.type(text)
        expect(self.page.get_by_role("option").filter(has_text=option).first).to_be_visible()
        self.page.keyboard.press("Enter")

    def chooses_town(self) -> None:
        self.types(words.OWN_CHOOSER, "長岡市", "長岡市")
        expect(self.page.locator("h1").first).to_contain_text("長岡市")
        drawn(self.page)

    def opens(self, family: str) -> None:
        """Click a line of the menu."""
        self.click(self.page.get_by_role("navigation", name=MENU_LABEL).get_by_role("link", name=family))
        expect(self.page.locator("h1").first).to_contain_text(f"長岡市：{family}")
        drawn(self.page)


@pytest.fixture
def newcomer(visit: Visit, served: Served, paths: Paths, store_file: Path, tmp_path: Path) -> Newcomer:
    assert store_file.is_file()
    return Newcomer(drawn(visit(served(CARECOMPARE_DATA=installation(paths, tmp_path)))))


def test_what_a_meeting_needs_takes_no_more_than_half_the_clicks(newcomer: Newcomer) -> None:
    page = newcomer.page
    newcomer.chooses_town()
    facts = page.get_by_role("listitem").filter(has_text="長岡市の")
    expect(facts).to_have_count(3)
    newcomer.opens("会議資料")
    newcomer.click(page.get_by_role("button", name=deck_words.STANDARD_AT_ONCE.format(own="長岡市")))
    with page.expect_download(timeout=60_000) as waiting:
        newcomer.click(page.get_by_role("button", name="スライドをダウンロード"))
    slides = Presentation(io.BytesIO(waiting.value.path().read_bytes())).slides
    assert len(slides) > 12
    assert newcomer.clicks <= 4

    newcomer.clicks = 0
    newcomer.types(search_words.SEARCH, "とくよう", "特養")
    expect(page.locator("h3").first).to_contain_text("県内順位は29中24位")
    assert newcomer.clicks <= 2

    newcomer.clicks = 0
    newcomer.types(search_words.SEARCH, "ぴらみっど", "人口ピラミッド")
    expect(page.locator("h3").first).to_contain_text("2040年")
    newcomer.types(pyramid_words.PEER, "上越市", "上越市")
    expect(page.get_by_text("黒い縦線＝上越市").first).to_be_visible()
    assert newcomer.clicks <= 2

    newcomer.clicks = 0
    newcomer.opens("30分圏")
    expect(page.get_by_role("heading", name=reach_hard_words.TITLE)).to_be_visible()
    expect(page.get_by_role("button", name=reach_hard_words.PAPER)).to_be_enabled()
    assert newcomer.clicks == 1

    newcomer.clicks = 0
    newcomer.click(page.get_by_role("button", name=words.DOWNLOAD).first)
    newcomer.click(page.get_by_role("button", name=frozen_words.FREEZE))
    link = page.get_by_test_id("stPopoverBody").get_by_test_id("stCode")
    expect(link).to_contain_text("/frozen?own=15202&frozen=f")
    assert newcomer.clicks <= 3
    page.goto(link.inner_text().strip())
    expect(drawn(page).get_by_text(frozen_words.SAME)).to_be_visible()
