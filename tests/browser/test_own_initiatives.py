"""取組の登録 with the keyboard alone: entered, seen in the matrix, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser_steps import drawn, installation
from playwright.sync_api import Page, expect

from carecompare.own import INITIATIVES, Folder, Shelf
from carecompare.paths import Paths
from carecompare.text.menu_words import TABS_LABEL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Visit = Callable[..., Page]
    Served = Callable[..., str]

OWN = "20201"
MOST_TABS = 60


def reached(page: Page, name: str, role: str = "textbox") -> None:
    """Press Tab until the keyboard is where somebody wants to write or press."""
    wanted = page.get_by_role(role, name=name, exact=True).first  # type: ignore[arg-type]  # a role's name
    for _ in range(MOST_TABS):
        if wanted.evaluate("each => each === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(name)


def test_an_initiative_is_registered_by_keyboard_seen_in_the_matrix_and_taken_back(
    visit: Visit, served: Served, paths: Paths, store_file: Path, tmp_path: Path
) -> None:
    assert store_file.is_file()
    address = served(CARECOMPARE_DATA=installation(paths, tmp_path))
    page = drawn(visit(f"{address}/own_initiatives?own={OWN}"))
    page.get_by_role("textbox", name="保存する人").focus()
    page.keyboard.type("高齢福祉課")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="登録する", exact=True)).to_be_enabled()
    reached(page, "取組名（必須）")
    page.keyboard.type("週1回の体操 <b>=1+1</b>")
    # What is half written waits while another page is looked at; a box hands it over when it is left.
    page.keyboard.press("Tab")
    page.wait_for_timeout(1_500)
    tabs = page.get_by_role("navigation", name=TABS_LABEL)
    for tab, name in (("一覧", "取組"), ("登録", "取組の登録")):
        tabs.get_by_role("link", name=tab, exact=True).focus()
        page.keyboard.press("Enter")
        expect(page.locator("h1").first).to_have_text(name)
        drawn(page)
    expect(page.get_by_role("textbox", name="取組名（必須）")).to_have_value("週1回の体操 <b>=1+1</b>")
    page.get_by_role("textbox", name="保存する人").focus()
    reached(page, "取組の型（必須）", "combobox")
    page.keyboard.type("居場所・交流")
    expect(page.get_by_role("option").first).to_contain_text("居場所・交流拠点・サロン")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    reached(page, "登録する", "button")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("stAlert").first).to_contain_text("を登録しました")
    expect(page.locator("table").first).to_contain_text("週1回の体操 <b>=1+1</b>")
    shelf = Shelf(Folder(Paths(tmp_path).own))
    assert shelf.latest(OWN, INITIATIVES) == 1
    matrix = drawn(page)
    matrix.get_by_role("link", name="取組の一覧で見る").focus()
    page.keyboard.press("Enter")
    expect(page.locator("table.matrix").first).to_contain_text("独自")
    page.get_by_role("link", name="取組を登録する").focus()
    page.keyboard.press("Enter")
    undo = page.get_by_role("button", name="ひとつ前に戻す")
    expect(undo).to_be_enabled()
    undo.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("stAlert").first).to_contain_text("登録のない状態に戻しました")
    page.goto(f"{address}/initiatives?own={OWN}")
    drawn(page)
    expect(page.locator("table.matrix").first).not_to_contain_text("独自")
