"""The search in the frame: from a word in kana to the page, with the choice kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from browser_steps import drawn
from playwright.sync_api import Page, expect

from carecompare.text import search_words

if TYPE_CHECKING:
    from collections.abc import Callable

    Visit = Callable[..., Page]


@pytest.mark.parametrize(
    ("typed", "option", "heading", "said"),
    [
        ("とくよう", "特養", "長岡市：順位", "item=care_homes_per_1000_residents"),
        ("不詳補完", "不詳補完値｜用語", "用語", "term=imputed"),
        ("ぴらみっど", "人口ピラミッド｜ページ", "長岡市：人口ピラミッド", "/pyramid"),
    ],
)
def test_a_word_leads_to_its_page_by_keyboard_and_the_choice_goes_along(
    visit: Visit, address: str, typed: str, option: str, heading: str, said: str
) -> None:
    page = drawn(visit(f"{address}/glossary?own=15202&vs=prefecture"))
    box = page.get_by_role("combobox", name=search_words.SEARCH)
    box.focus()
    page.keyboard.type(typed)
    expect(page.get_by_role("option").first).to_contain_text(option)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"own=15202.*vs=prefecture.*{said}|{said}.*own=15202.*vs=prefecture"))
    expect(page.locator("h1").first).to_have_text(heading)
    expect(box).to_have_value("")
