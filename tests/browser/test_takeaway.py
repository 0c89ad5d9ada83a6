"""What is taken away from the popover opens, and a frozen view opens again by its link."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from browser_steps import drawn, installation
from PIL import Image
from playwright.sync_api import Page, expect
from python_calamine import CalamineWorkbook

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.paths import Paths

    Visit = Callable[..., Page]
    Served = Callable[..., str]

LINK = "/care_need?own=15202&vs=similar"


def is_whole(page: Page) -> bool:
    """Return whether all that the popover offers is on the screen without scrolling, no label shortened."""
    return bool(
        page.get_by_test_id("stPopoverBody").evaluate(
            """body => {
                const place = body.getBoundingClientRect();
                const labels = [...body.querySelectorAll("button p")];
                return place.top >= 0 && place.bottom <= innerHeight
                    && body.scrollHeight <= body.clientHeight + 3
                    && labels.length > 8 && labels.every(label => label.scrollWidth <= label.clientWidth + 1);
            }"""
        )
    )


def downloaded(page: Page, label: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=label, exact=True).first.click()
    return Path(waiting.value.path()).read_bytes()


def test_a_view_is_taken_away_as_workbook_and_picture_frozen_and_opened_again(
    visit: Visit, served: Served, paths: Paths, store_file: Path, tmp_path: Path
) -> None:
    assert store_file.is_file()
    address = served(CARECOMPARE_DATA=installation(paths, tmp_path))
    page = drawn(visit(address + LINK), has_charts=True)
    finding = page.locator("h3").first.inner_text()
    page.get_by_role("button", name="使う").first.click()
    expect(page.get_by_role("button", name="CSV（Shift_JIS）").first).to_be_visible()
    assert is_whole(page)
    book = CalamineWorkbook.from_filelike(io.BytesIO(downloaded(page, "Excel")))
    assert book.get_sheet_by_name("図表").to_python()[0][0] == finding
    assert Image.open(io.BytesIO(downloaded(page, "画像 PNG"))).width > 1500
    page.get_by_role("button", name="この画面を凍結").first.click()
    expect(page.get_by_test_id("stToast")).to_contain_text("凍結しました")
    page = drawn(visit(f"{address}/frozen?own=15202"))
    page.get_by_role("button", name="開く", exact=True).click()
    expect(page.get_by_role("heading", name=finding)).to_be_visible()
    again = drawn(visit(page.url), has_charts=True)
    expect(again.get_by_text("表の数字は1つも変わっていません")).to_be_visible()
    expect(again.get_by_test_id("stVegaLiteChart")).to_have_count(2)
