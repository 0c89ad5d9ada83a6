"""Every page as who sees no picture and uses no mouse meets it, in Japanese, and no word cut or covered."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import axe_playwright_python
import pytest
from axe_playwright_python.sync_playwright import Axe
from browser_steps import drawn
from playwright.sync_api import Page, expect

from carecompare.catalog.accessibility import accessibility
from carecompare.paths import project_paths
from carecompare.text import words
from carecompare.text.frame_words import SAID

if TYPE_CHECKING:
    from collections.abc import Callable

    Visit = Callable[..., Page]

TOWN = "own=44208&vs=exemplars"
PHONE = {"width": 390, "height": 844}
SIZES = ({"width": 1920, "height": 1080}, {"width": 1024, "height": 768}, PHONE)
REDRAWN_MS = 300
LEGIBLE = Path(__file__).with_name("legible.js").read_text(encoding="utf-8")
# How far anything goes beyond the window or its main part, which scrolls for itself.
BEYOND = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return Math.max(document.documentElement.scrollWidth - innerWidth, main.scrollWidth - main.clientWidth);
}"""
# Words that stand where a person reads or hears them, without a Japanese letter among them.
READ = """() => {
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const near = texts.currentNode.parentElement;
    const unread = 'script, style, noscript, code, table, [aria-hidden="true"], [translate="no"]';
    if (near && !near.closest(unread)) found.push(texts.currentNode.nodeValue.trim());
  }
  for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-roledescription'])
    document.querySelectorAll(`[${name}]`).forEach((each) => {
      if (!each.closest('[aria-hidden="true"]')) found.push(each.getAttribute(name));
    });
  return found;
}"""
ENGLISH = re.compile(r"[A-Za-z]{4,}")
JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
# Names of programs, files and formats, which are no English.
NAMES = re.compile(
    r"carecompare|PowerPoint|Excel|Spearman|https?://\S+|[\w.-]+\.(csv|xlsx|zip|json|parquet|toml)|[A-Z]{3,}"
)
# What the page アクセシビリティ tells of these tests.
WRITTEN = accessibility(project_paths().catalog)
PAGES = [each for each in words.PAGES if each != "passport"]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_complete_without_fault_that_axe_finds_without_english_and_fits(
    name: str, visit: Visit, address: str
) -> None:
    page = drawn(visit(f"{address}/{'' if name == 'home' else name}?{TOWN}"))
    expect(page.locator("[data-stale=true]")).to_have_count(0)
    page.wait_for_timeout(500)  # what is drawn last is marked in the next frame
    found = faults(page)
    assert found == []
    assert WRITTEN.pages[name].violations == len(found)
    assert [each for each in page.evaluate(READ) if is_english(each)] == []
    assert page.get_by_test_id("stException").count() == 0
    assert page.get_by_role("alert").filter(has_text="表示できません").count() == 0
    for size in SIZES:
        page.set_viewport_size(size)
        page.wait_for_timeout(REDRAWN_MS)
        assert page.evaluate(BEYOND) <= 0
        assert page.evaluate(LEGIBLE) == []


def test_the_page_of_the_results_tells_of_every_page_of_this_program_and_of_these_widths() -> None:
    assert set(WRITTEN.pages) == set(PAGES)
    assert WRITTEN.run.widths_px == tuple(each["width"] for each in SIZES)
    assert TOWN.startswith(f"own={WRITTEN.run.town}&")
    program = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
    assert f"axe v{WRITTEN.run.program.removeprefix('axe-core ')}\n" in program[:100]


def test_letters_on_each_other_outside_their_picture_shortened_or_cut_are_found(visit: Visit) -> None:
    page = visit("about:blank")
    page.set_content(
        "<svg class='marks' width='200' height='60'>"
        "<text x='10' y='20'>one</text><text x='14' y='22'>two</text>"
        "<text x='190' y='40'>three</text><text x='10' y='50'>fou…</text></svg>"
        "<p style='width: 3em; overflow: hidden; white-space: nowrap'>five and six</p>"
        "<p style='width: 3em; overflow: auto; white-space: nowrap'>to be scrolled</p>"
    )
    kinds = [each.partition(":")[0] for each in page.evaluate(LEGIBLE)]
    assert sorted(kinds) == ["cut", "on each other", "outside the picture", "shortened"]


def is_english(text: str) -> bool:
    return bool(ENGLISH.search(NAMES.sub("", text)) and not JAPANESE.search(text))


def faults(page: Page) -> list[tuple[str, str]]:
    """Return what axe-core finds, each with the first place."""
    found: dict[str, Any] = Axe().run(page).response
    return [(each["id"], each["nodes"][0]["html"][:200]) for each in found["violations"]]


def test_after_a_way_in_the_menu_the_focus_is_at_the_heading(visit: Visit, address: str) -> None:
    page = drawn(visit(f"{address}/aging?{TOWN}"))
    page.get_by_role("navigation", name="メニュー").get_by_role("link", name="地図").press("Enter")
    expect(page).to_have_url(re.compile(r"/map\?"))
    expect(page.locator("h1:focus")).to_contain_text("地図")


def test_on_a_phone_the_menu_closes_by_itself(visit: Visit, address: str) -> None:
    page = drawn(visit(f"{address}/aging?{TOWN}", PHONE))
    if page.get_by_test_id("stSidebar").get_attribute("data-collapsed") == "true":
        page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("navigation", name="メニュー").get_by_role("link", name="地図").click()
    expect(page.locator("h1")).to_contain_text("地図")
    expect(page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "true")


def test_a_page_that_is_not_there_says_so_in_japanese(visit: Visit, address: str) -> None:
    page = visit(f"{address}/no_such_page?{TOWN}")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(SAID["Page not found"])
    assert not is_english(dialog.inner_text())
