"""The link is the state: a fresh visitor with a link sees the same view, and Back goes back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from browser_steps import drawn, went
from playwright.sync_api import Page, expect

from carecompare.text.menu_words import MENU, MENU_LABEL

if TYPE_CHECKING:
    from collections.abc import Callable

    Visit = Callable[..., Page]

AGING = "/aging?own=15202&vs=exemplars"


def heading(page: Page) -> str:
    return page.locator("h1").first.inner_text()


def test_a_link_opens_its_view_on_a_fresh_server(visit: Visit, fresh_address: str) -> None:
    page = visit(fresh_address + AGING)
    expect(page.locator("h1")).to_contain_text("長岡市：高齢化")
    expect(page.locator("h3").first).to_contain_text(
        "長岡市の高齢化率33.0%は、先進10事例の11市区町村中6番目に高い"
    )
    expect(page.locator("canvas, svg.marks").first).to_be_visible()
    expect(page).to_have_title(re.compile("^高齢化"))
    menu = page.get_by_role("navigation", name=MENU_LABEL)
    for label in (family for families in MENU.values() for family in families):
        expect(menu.get_by_role("link", name=label, exact=True)).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "ja"


def test_the_choice_survives_reload_and_the_change_of_page(visit: Visit, address: str) -> None:
    page = visit(address + AGING)
    expect(page.locator("h1")).to_contain_text("長岡市")
    page.reload()
    expect(page.locator("h1")).to_contain_text("長岡市：高齢化")
    went(page, "resources")
    expect(page.locator("h1")).to_contain_text("長岡市：資源密度")
    assert "own=15202" in page.url


def test_back_returns_to_the_choice_before(visit: Visit, address: str) -> None:
    page = drawn(visit(address + AGING))
    box = page.get_by_role("combobox").first
    box.click()
    box.press_sequentially("46523", delay=50)
    page.get_by_role("option", name=re.compile("大和村")).click()
    expect(page.locator("h1")).to_contain_text("大和村：高齢化")
    assert "own=46523" in page.url
    page.go_back()
    expect(page.locator("h1")).to_contain_text("長岡市：高齢化")
    assert "own=15202" in page.url


def test_a_municipality_is_found_by_its_reading_with_the_keyboard_alone(visit: Visit, address: str) -> None:
    page = drawn(visit(address + "/"))
    expect(page.locator("h1")).to_contain_text("地域包括ケアの市区町村くらべ")
    box = page.get_by_role("combobox").first
    box.focus()
    page.keyboard.type("たけたし", delay=50)
    expect(page.get_by_role("option").first).to_contain_text("「たけたし」をさがす")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("竹田市")
    assert "own=44208" in page.url


def test_the_link_to_hand_on_opens_the_same_view(visit: Visit, address: str) -> None:
    page = visit(f"{address}/resources?own=15202&vs=prefecture&field=%E5%8C%BB%E7%99%82")
    expect(page.locator("h1")).to_contain_text("長岡市：資源密度")
    page.get_by_role("button", name="リンク").click()
    link = page.get_by_test_id("stCode").inner_text().strip()
    other = visit(link)
    expect(other.locator("h1")).to_contain_text("長岡市：資源密度")
    assert other.locator("h3").first.inner_text() == page.locator("h3").first.inner_text()
    assert "県内" not in link
    assert "vs=prefecture" in link


def test_a_link_with_a_mistake_opens_and_draws_nothing_foreign(visit: Visit, address: str) -> None:
    page = visit(f"{address}/aging?own=%21%5Bx%5D(http%3A%2F%2Fexample.org%2Fx.png)")
    expect(page.get_by_role("alert").first).to_contain_text("市区町村コードはありません")
    assert page.locator("img[src*='example.org']").count() == 0
