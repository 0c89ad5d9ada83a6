"""The menu in a real browser: every row can be hit, and all are there on a small screen."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from browser_steps import drawn
from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from collections.abc import Callable

    Visit = Callable[..., Page]

LEAST_PX = 24
PLACES = """() => [...document.querySelectorAll('[data-testid="stSidebar"] [data-testid="stPageLink"] a')]
    .map(each => each.getBoundingClientRect()).map(each => [each.top, each.bottom])"""


def test_menu_rows_are_large_enough_to_hit_and_none_falls_off_a_laptop_s_screen(
    visit: Visit, address: str
) -> None:
    """WCAG 2.2, 2.5.8: targets of 24 px that do not overlap."""
    page = drawn(visit(f"{address}/sources?own=15202"))
    expect(page.get_by_test_id("stSidebar").get_by_role("link", name="データと出典")).to_be_visible()
    rows = page.evaluate(PLACES)
    assert len(rows) > 10
    assert all(bottom - top >= LEAST_PX for top, bottom in rows)
    assert all(below[0] >= above[1] - 0.5 for above, below in pairwise(rows))
    assert rows[-1][1] <= 768
