"""The maps of half an hour in a real browser: painted, whole on a phone, the sea told from land."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
import pytest
from browser_steps import drawn
from PIL import Image
from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Visit = Callable[..., Page]

PHONE = {"width": 390, "height": 844}
OWN, SEA, GROUND, LAND = (200, 16, 46), (227, 234, 241), (250, 247, 232), (245, 245, 243)
PATIENCE_MS = 60_000


def painted(page: Page) -> NDArray[np.uint8]:
    """Return the picture of the first map, once the own land is on it."""
    canvas = drawn(page).get_by_test_id("stDeckGlJsonChart").first
    expect(canvas.locator("canvas").first).to_be_visible(timeout=PATIENCE_MS)
    canvas.scroll_into_view_if_needed()
    for _ in range(60):
        picture = np.asarray(Image.open(io.BytesIO(canvas.screenshot())).convert("RGB"))
        if of_color(picture, GROUND).mean() > 0.05:
            break
        page.wait_for_timeout(500)
    return picture


def of_color(picture: NDArray[np.uint8], color: tuple[int, int, int]) -> NDArray[np.bool_]:
    return (picture == np.array(color, dtype=np.uint8)).all(axis=2)


@pytest.mark.parametrize(("own", "has_sea"), [("13112", False), ("46523", True)])
def test_a_phone_shows_the_whole_town_and_only_the_sea_as_sea(
    visit: Visit, address: str, own: str, *, has_sea: bool
) -> None:
    page = visit(f"{address}/reach?own={own}&vs=exemplars", PHONE)
    picture = painted(page)
    border = of_color(picture, OWN).any(axis=0)
    assert border.any()
    assert not border[[0, 1, -2, -1]].any()
    assert of_color(picture, LAND).mean() > 0.1
    assert (of_color(picture, SEA).mean() > 0.1) == has_sea
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= PHONE["width"]


def test_what_lies_over_the_sea_stands_in_the_legend_and_in_the_table(visit: Visit, address: str) -> None:
    page = visit(f"{address}/reach?own=43212&vs=exemplars")
    picture = painted(page)
    assert of_color(picture, SEA).mean() > 0.1
    said = page.get_by_test_id("stMain")
    expect(said).to_contain_text("陸の道なし（海を越える）4点")
    expect(said.locator("tr", has_text="大矢野町湯島").first).to_contain_text("海を越え 19")
