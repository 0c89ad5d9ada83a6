"""The boxes of municipalities: they answer whatever is typed, and stay filled from page to page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from browser_steps import drawn, went
from playwright.sync_api import Page, expect

from carecompare.text import town_words, words

if TYPE_CHECKING:
    from collections.abc import Callable

    Visit = Callable[..., Page]

NAGAOKA, TAKETA = "長岡市（新潟県）ながおかし 15202", "竹田市（大分県）たけたし 44208"


def test_box_and_comparators_keep_what_is_chosen_over_every_click_in_the_menu(
    visit: Visit, address: str
) -> None:
    page = drawn(visit(f"{address}/map?own=15202&vs=free&chosen=15222.44208"))
    for name in ("ranking", "resources", "series", "care_need"):
        went(page, name)
        expect(page.get_by_role("combobox", name=words.OWN_CHOOSER)).to_have_value(NAGAOKA)
        chosen = page.get_by_test_id("stMultiSelect").filter(has_text=words.CHOSEN)
        expect(chosen).to_contain_text(TAKETA)


@pytest.mark.parametrize("typed", ["タケタ", "taketa", "竹田　市"])
def test_another_writing_opens_the_town_by_enter(visit: Visit, address: str, typed: str) -> None:
    page = drawn(visit(f"{address}/glossary?own=15202"))
    box = page.get_by_role("combobox", name=words.OWN_CHOOSER)
    box.focus()
    page.keyboard.type(typed)
    expect(page.get_by_role("option")).to_have_text([f"「{typed}」をさがす"])
    page.keyboard.press("Enter")
    expect(box).to_have_value(TAKETA)
    expect(page).to_have_url(re.compile("own=44208"))


def test_a_mistaken_name_is_asked_about_and_the_town_in_use_stays(visit: Visit, address: str) -> None:
    page = drawn(visit(f"{address}/glossary?own=15202"))
    side, box = page.get_by_test_id("stSidebar"), page.get_by_role("combobox", name=words.OWN_CHOOSER)
    box.focus()
    page.keyboard.type("武田市")
    page.keyboard.press("Enter")
    expect(side.get_by_text(town_words.NEAR.format(text="武田市"))).to_be_visible()
    expect(box).to_have_value(NAGAOKA)
    meant = side.get_by_role("button", name="竹田市（大分県）")
    meant.focus()
    page.keyboard.press("Enter")
    expect(box).to_have_value(TAKETA)
    expect(meant).to_have_count(0)


def test_comparators_chosen_by_hand_are_found_in_the_same_ways(visit: Visit, address: str) -> None:
    page = drawn(visit(f"{address}/glossary?own=15202&vs=free"))
    went(page, "ranking")
    box = page.get_by_role("combobox", name=words.CHOSEN)
    box.focus()
    page.keyboard.type("タケタ")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("chosen=44208"))
    drawn(page)
    page.keyboard.type("荻町")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="旧 荻町：竹田市（大分県）")).to_be_visible()
