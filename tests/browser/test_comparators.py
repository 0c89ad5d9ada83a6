"""Choosing comparators in a real browser: nine sets in one place, and peers with one click."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser_steps import drawn
from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from collections.abc import Callable

    Visit = Callable[..., Page]

SIZES = {"laptop": {"width": 1366, "height": 768}, "phone": {"width": 390, "height": 844}}


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_every_set_can_be_reached_and_chosen(visit: Visit, address: str, size: dict[str, int]) -> None:
    page = drawn(visit(f"{address}/aging?own=15202", size))
    page.get_by_role("button", name="くらべる相手：先進10事例（10）").click()
    choices = page.get_by_test_id("stPopoverBody").get_by_role("radio")
    expect(choices).to_have_count(9)
    page.get_by_test_id("stPopoverBody").get_by_text("同じ二次医療圏", exact=True).click()
    expect(page.get_by_role("button", name="くらべる相手：同じ二次医療圏（5）")).to_be_visible()
    expect(page.locator("h3").first).to_contain_text("二次医療圏「中越」の6市区町村")
    assert "vs=medical_area" in page.url


def test_peers_become_the_comparators_of_every_page_with_one_click(visit: Visit, address: str) -> None:
    page = drawn(visit(f"{address}/peers?own=46523&n=6&preset=place"), has_charts=True)
    page.get_by_role("button", name="くらべる相手をこの6市区町村に入れかえる").click()
    expect(page.get_by_role("button", name="くらべる相手：類似自治体（6）")).to_be_visible()
    page.get_by_role("link", name="高齢化").first.click()
    expect(page.locator("h3").first).to_contain_text("類似自治体と合わせた7市区町村中")
    assert "vs=similar" in page.url
    assert "preset=place" in page.url
