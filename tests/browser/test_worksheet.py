"""From a finding to the worksheet, and a question followed with the keyboard, in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser_steps import drawn, installation, went
from playwright.sync_api import Page, expect

from carecompare.own import WORKSHEET, Folder, Shelf
from carecompare.own.uploads.workbook import workbook_sheets
from carecompare.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Visit = Callable[..., Page]
    Served = Callable[..., str]

WORDS = "訪問介護が少ない\n=1+1 <img src=x onerror=alert(1)>"


def test_a_finding_is_attached_words_survive_a_change_of_page_and_the_sheet_is_saved_printed_and_exported(
    visit: Visit, served: Served, paths: Paths, store_file: Path, tmp_path: Path
) -> None:
    assert store_file.is_file()
    address = served(CARECOMPARE_DATA=installation(paths, tmp_path))
    page = drawn(visit(f"{address}/findings?own=15202&sheet=2026"), has_charts=True)
    page.get_by_role("button", name="課題整理シートに添える").first.click()
    expect(page.get_by_test_id("stToast").first).to_contain_text("置き場に入れました")
    went(page, "worksheet")
    author = page.get_by_role("textbox", name="保存する人")
    author.fill("計画係")
    author.press("Enter")
    line = page.locator(".st-key-worksheet_line_c_3_care")
    line.get_by_role("button", name="書く").click()
    line.get_by_role("textbox", name="内容").fill(WORDS)
    page.keyboard.press("Control+Enter")
    expect(line.locator(".written")).to_have_text(WORDS)
    line.get_by_text("一部").last.click()
    expect(line.locator(".title")).to_contain_text("◐ 一部")
    line.get_by_role("button", name="この項目に添える").click()
    expect(line.locator(".cc-ws li")).to_have_count(1)
    went(page, "aging")
    went(page, "worksheet")
    expect(line.locator(".written")).to_have_text(WORDS)
    expect(line.get_by_text("未保存")).to_be_visible()
    page.locator(".st-key-worksheet_save button").click()
    expect(page.get_by_test_id("stAlert").first).to_contain_text("課題整理シートを保存しました")
    kept = Shelf(Folder(Paths(tmp_path).own)).kept("15202", WORKSHEET.of("2026"))
    assert kept is not None
    assert [(each.id, each.state, each.words) for each in kept.content.lines] == [
        ("c_3_care", "partly", WORDS)
    ]
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Excelで出す").click()
    waiting.value.save_as(tmp_path / "sheet.xlsx")
    sheets = dict(workbook_sheets((tmp_path / "sheet.xlsx").read_bytes(), "sheet.xlsx"))
    assert WORDS in [row[2] for row in sheets["課題整理シート"]]
    assert sheets["根拠"][-1][6].startswith(f"{address}/findings?own=15202")
    assert page.locator("img[src=x]").count() == 0
    # A page opened in its own tab leaves what is being written here alone.
    with page.expect_popup() as opening:
        line.get_by_role("link", name="今の画面を開く").click()
    expect(opening.value.locator("h1").first).to_contain_text("気づき")
    page.emulate_media(media="print")
    expect(line.locator(".written")).to_be_visible()
    expect(line.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("button", name="Excelで出す")).to_have_count(0)


def test_a_question_is_followed_from_a_link_with_the_keyboard_alone(visit: Visit, address: str) -> None:
    page = drawn(visit(f"{address}/questions?own=15202&route=rate&step=2"), has_charts=True)
    expect(page.locator("h2").first).to_have_text("2. 年齢構成のためか")
    page.locator(".st-key-questions_next button").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h2").first).to_have_text("3. 年齢をそろえても高いか")
    assert "step=3" in page.url
    assert "item=certification_rate_standardised" in page.url
    page.go_back()
    expect(page.locator("h2").first).to_have_text("2. 年齢構成のためか")
    steps = page.get_by_role("radio", name="1. 認定率は高いか")
    steps.focus()
    page.keyboard.press("Space")
    expect(page.locator("h2").first).to_have_text("1. 認定率は高いか")
    page.get_by_role("link", name="「介護の必要」のページで詳しく見る").click()
    expect(page.locator("h1").first).to_contain_text("介護の必要")
    assert "route=" not in page.url
