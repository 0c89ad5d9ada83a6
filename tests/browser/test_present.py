"""The presenter's view in a real browser: keys, clock, size, and the way back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser_steps import drawn, installation
from playwright.sync_api import Page, expect

from carecompare.own import MEETING, Folder, Meeting, Shelf, meeting_with
from carecompare.paths import Paths
from carecompare.text import words
from carecompare.text.files import meeting_words
from carecompare.text.topics import present_words
from carecompare.ui.frame.loading import load
from carecompare.views.base.block import exhibit
from carecompare.views.base.here import page_for
from carecompare.views.files.registry import view_block

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Visit = Callable[..., Page]
    Served = Callable[..., str]

SIZES = {"old": (1024, 768), "laptop": (1366, 768), "wide": (1920, 1080)}


@pytest.fixture
def installed(served: Served, paths: Paths, store_file: Path, tmp_path: Path) -> str:
    """Return the address of a server of an office that has put nothing together yet."""
    assert store_file.is_file()
    return served(CARECOMPARE_DATA=installation(paths, tmp_path))


def test_papers_are_shown_one_message_a_screen_by_keys_alone(visit: Visit, installed: str) -> None:
    page = drawn(visit(f"{installed}/aging?own=15202"), has_charts=True)
    for place in range(2):
        page.get_by_role("button", name=words.DOWNLOAD).nth(place).click()
        page.get_by_role("button", name=meeting_words.ADD).first.click()
        expect(page.get_by_text(f"{place + 1}枚目")).to_be_visible()
        page.keyboard.press("Escape")
    page.goto(f"{installed}/present?own=15202&minutes=20")
    drawn(page).get_by_role("button", name=present_words.START).click()
    stage = page.locator(".cc-stage h1")
    expect(stage).to_contain_text("高齢化率33.0%")
    first = page.url
    place = page.locator(".cc-stage-foot b").nth(1)
    for key, shown, where in (
        ("ArrowRight", "高齢化率33.0%", "1 / 2（2／2）"),
        ("ArrowRight", "2050年", "2 / 2"),
        ("PageUp", "高齢化率33.0%", "1 / 2（1／2）"),
        ("PageDown", "高齢化率33.0%", "1 / 2（2／2）"),
        ("Space", "2050年", "2 / 2"),
    ):
        # The keys belong to the buttons below the picture, which come last.
        drawn(page, has_charts=True)
        page.keyboard.press(key)
        expect(stage).to_contain_text(shown)
        expect(place).to_have_text(where)
    second = page.url
    assert first != second
    page.reload()
    expect(stage).to_contain_text("2050年")
    expect(page.locator(".cc-clock")).to_contain_text(f"{present_words.REMAINING} 19:")
    for width, height in SIZES.values():
        page.set_viewport_size({"width": width, "height": height})
        picture = page.locator(".st-key-present_picture svg.marks")
        expect(picture).to_be_visible()
        page.wait_for_timeout(800)
        box, foot = picture.bounding_box(), page.locator(".cc-stage-foot").bounding_box()
        assert box is not None
        assert foot is not None
        assert box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= foot["y"] + 2
        title = stage.evaluate("each => parseFloat(getComputedStyle(each).fontSize)")
        assert title >= height / 20
    page.keyboard.press("End")
    expect(stage).to_have_text(present_words.END)
    drawn(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name=present_words.START)).to_be_visible()


# The smallest letter of the picture as it is drawn in the window.
SMALLEST_PX = """() => Math.min(...[...document.querySelectorAll('.st-key-present_picture svg.marks text')]
    .filter((each) => each.textContent.trim())
    .map((each) => {
        const matrix = each.getScreenCTM();
        return parseFloat(getComputedStyle(each).fontSize) * Math.hypot(matrix.a, matrix.b);
    }))"""
NAMES = """() => [...document.querySelectorAll('.st-key-present_picture .role-axis-label text')]
    .map((each) => each.textContent)"""
LEGIBLE = (Path(__file__).parent / "legible.js").read_text(encoding="utf-8")
# A list, strips, years, dots, pyramids, a funnel, a scatter and steps: every kind that has to be drawn lower.
KINDS = (
    "aging_level",
    "home_resources",
    "aging_course",
    "peers",
    "pyramid",
    "funnel",
    "scatter",
    "decomposition",
)


# The smallest letter of a table, which is made smaller as a whole where it is too tall.
SMALLEST_CELL_PX = """() => {
  const cells = [...document.querySelectorAll('.st-key-present_picture table :is(th, td)')];
  const shrunk = (each) => each.getBoundingClientRect().width / each.offsetWidth;
  return Math.min(...cells.map((each) => parseFloat(getComputedStyle(each).fontSize) * shrunk(each)));
}"""
TABLES = ("side_by_side", "plan_check")


def link_to_papers(address: str, folder: Path, choice: dict[str, str], views: tuple[str, ...]) -> str:
    """Return the address of the first screen of a deck of these views, with what they show today."""
    blocks = [view_block(load(), name, "", choice) for name in views]
    papers = meeting_with(Meeting(), [exhibit(each, choice) for each in blocks if each], 1)
    assert len(papers.items) == len(views)
    Shelf(Folder(Paths(folder).own)).save(choice["own"], MEETING, papers, 0, "計画係")
    return f"{address}/present?own={choice['own']}&screen={papers.items[0].id}"


def screens(page: Page, *, has_charts: bool) -> Iterator[str]:
    """Turn from screen to screen and yield the place of each once it is drawn in its size."""
    while page.locator(".cc-stage h1").inner_text() != present_words.END:
        drawn(page, has_charts=has_charts)
        page.wait_for_timeout(600)
        where = page.locator(".cc-stage-foot b").nth(1).inner_text()
        yield where
        page.keyboard.press("ArrowRight")
        expect(page.locator(".cc-stage-foot, .cc-stage h1").last).not_to_contain_text(where)


@pytest.mark.parametrize(("own", "size"), [("13112", "old"), ("22130", "laptop")])
def test_every_letter_of_a_picture_is_read_from_the_back_and_nobody_is_left_out(
    visit: Visit, installed: str, tmp_path: Path, own: str, size: str
) -> None:
    choice = {"own": own, "vs": "exemplars"}
    width, height = SIZES[size]
    page = visit(link_to_papers(installed, tmp_path, choice, KINDS), {"width": width, "height": height})
    listed: set[str] = set()
    for where in screens(page, has_charts=True):
        page.wait_for_function("document.querySelector('.st-key-present_picture').dataset.scale")
        assert page.evaluate(SMALLEST_PX) >= 18, where
        assert page.evaluate(LEGIBLE) == [], where
        box = page.locator(".st-key-present_picture svg.marks").bounding_box()
        assert box is not None
        assert box["width"] > 0.94 * width, where
        if where.startswith("1 /"):
            listed |= set(page.evaluate(NAMES))
    here = page_for(load(), choice)
    assert here is not None
    assert listed >= {here.label(each) for each in (own, *here.peers)}


def test_every_cell_of_a_wide_or_long_table_is_read_from_the_back(
    visit: Visit, installed: str, tmp_path: Path
) -> None:
    width, height = SIZES["old"]
    link = link_to_papers(installed, tmp_path, {"own": "22130", "vs": "exemplars"}, TABLES)
    page = visit(link, {"width": width, "height": height})
    places = []
    for where in screens(page, has_charts=False):
        places.append(where)
        assert page.evaluate(SMALLEST_CELL_PX) >= 18, where
        assert page.evaluate(LEGIBLE) == [], where
        table = page.locator(".st-key-present_picture table").bounding_box()
        foot = page.locator(".cc-stage-foot").bounding_box()
        assert table is not None
        assert foot is not None
        assert table["x"] + table["width"] <= width, where
        assert table["y"] + table["height"] <= foot["y"] + 2, where
    assert len(places) > len(TABLES)
