"""A paper leaves the page as a PDF that can be searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdf
from browser_steps import drawn
from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Visit = Callable[..., Page]


def test_a_sheet_of_all_indicators_downloads_as_a_pdf_with_its_words_and_letters(
    visit: Visit, address: str, tmp_path: Path
) -> None:
    page = drawn(visit(f"{address}/papers?own=30362"))
    button = page.get_by_role("button", name="比較分析表（A4横）")
    expect(button).to_be_visible()
    with page.expect_download() as waiting:
        button.click()
    assert waiting.value.suggested_filename == "比較分析表_広川町（和歌山県）_A4.pdf"
    file = tmp_path / "sheet.pdf"
    waiting.value.save_as(file)
    sheet = pypdf.PdfReader(file)
    words = "".join("".join(each.extract_text().split()) for each in sheet.pages)
    assert "広川町（和歌山県）の比較分析表" in words
    assert "高齢化率" in words
    fonts = {
        str(font.get_object()["/BaseFont"])
        for each in sheet.pages
        for font in each["/Resources"]["/Font"].values()
    }
    assert all("+IPAexGothic" in font for font in fonts)
