"""The map in a real browser: painted, speaking, adding comparators; no other host (see `visit`)."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from browser_steps import drawn
from PIL import Image
from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator

    Visit = Callable[..., Page]

LINK = "/map?own=15202&vs=exemplars"
LAND = ((235, 214, 117), (189, 177, 107), (139, 138, 115), (88, 95, 120), (27, 47, 91))
SEA, OWN = (227, 234, 241), (200, 16, 46)
PATIENCE_MS = 60_000


def painted(page: Page) -> Locator:
    """Wait until land is painted; drawing without a graphics card takes its time."""
    canvas = drawn(page).get_by_test_id("stDeckGlJsonChart").first
    expect(canvas.locator("canvas").first).to_be_visible(timeout=PATIENCE_MS)
    for _ in range(60):
        if share_of(canvas, *LAND) > 0.1:
            return canvas
        page.wait_for_timeout(500)
    return canvas


def share_of(place: Locator, *colors: tuple[int, int, int]) -> float:
    """Return the share of pixels that have one of the colours."""
    picture = Image.open(io.BytesIO(place.screenshot())).convert("RGB")
    counted = {color: count for count, color in picture.getcolors(1 << 24)}
    return sum(counted.get(each, 0) for each in colors) / (picture.width * picture.height)


def test_the_map_is_painted_in_the_colours_of_its_classes(visit: Visit, address: str) -> None:
    canvas = painted(visit(address + LINK))
    assert share_of(canvas, *LAND) > 0.3
    assert share_of(canvas, SEA) > 0.1
    assert share_of(canvas, OWN) > 0.0005
    assert "長岡市の高齢化率33.0%" in (canvas.get_attribute("aria-label") or "")


def test_an_idle_page_gets_the_program_of_the_map_ready(visit: Visit, address: str) -> None:
    program = re.compile(r"/DeckGlJsonChart\..*\.js$")
    page = visit(f"{address}/sources?own=15202")
    page.wait_for_event("response", lambda response: bool(program.search(response.url)), timeout=PATIENCE_MS)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_test_id("stSidebar").get_by_role("link", name="地図").click()
    assert share_of(painted(page), *LAND) > 0.3
    assert asked
    assert not [each for each in asked if program.search(each)]


def test_pointing_at_a_municipality_says_its_figures(visit: Visit, address: str) -> None:
    page = visit(f"{address}/map?own=15202&zoom=own")
    box = painted(page).bounding_box()
    assert box is not None
    said = page.locator(".deck-tooltip")
    for step in range(40):
        page.mouse.move(box["x"] + box["width"] / 2 + step % 3, box["y"] + box["height"] / 2)
        page.wait_for_timeout(300)
        if said.count() and said.is_visible() and said.inner_text().strip():
            break
    expect(said).to_contain_text("長岡市（新潟県）")
    expect(said).to_contain_text("82,756 ÷ 251,069")


def test_the_box_adds_a_comparator(visit: Visit, address: str) -> None:
    page = drawn(visit(address + LINK))
    box = page.get_by_role("combobox", name=re.compile("地図で選んだ市区町村"))
    box.click()
    box.press_sequentially("15204", delay=50)
    page.get_by_role("option", name=re.compile("三条市")).click()
    expect(page.locator("table").first).to_contain_text("三条市")
    assert re.search(r"chosen=[\d.]+15204", page.url)


@pytest.mark.parametrize(("view", "fewest"), [("offices", 1), ("pair", 2)])
def test_offices_are_painted_on_their_municipality(
    visit: Visit, address: str, view: str, fewest: int
) -> None:
    page = drawn(visit(f"{address}/map?own=15202&view={view}&other=44208"))
    maps = page.get_by_test_id("stDeckGlJsonChart")
    expect(maps).to_have_count(fewest)
    canvas = maps.first
    for _ in range(60):
        if share_of(canvas, (179, 71, 0)) > 0:
            break
        page.wait_for_timeout(500)
    assert share_of(canvas, (179, 71, 0)) > 0.0005
    assert share_of(canvas, (250, 247, 232)) > 0.05


def test_without_webgl_the_figures_are_still_there(visit: Visit, address: str) -> None:
    page = visit("about:blank")
    page.add_init_script(
        "const given = HTMLCanvasElement.prototype.getContext;"
        "HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {"
        "  return /webgl/.test(kind) ? null : given.call(this, kind, ...rest); };"
    )
    page.goto(address + LINK)
    drawn(page)
    expect(page.locator("table").first).to_contain_text("251,069")
    expect(page.locator(".cc-legend")).to_contain_text("354市区町村")
    expect(page.get_by_text("WebGLの使えない")).to_be_visible()
