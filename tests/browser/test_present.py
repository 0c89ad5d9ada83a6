"""The presenter's view in a real browser: keys, clock, size, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser_steps import drawn, installation
from playwright.sync_api import Page, expect

from carecompare.text import words
from carecompare.text.files import meeting_words
from carecompare.text.topics import present_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carecompare.paths import Paths

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
    for key, shown in (("ArrowRight", "2050年"), ("PageUp", "高齢化率33.0%"), ("PageDown", "2050年")):
        # The keys belong to the buttons below the picture, which come last.
        drawn(page, has_charts=True)
        page.keyboard.press(key)
        expect(stage).to_contain_text(shown)
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
