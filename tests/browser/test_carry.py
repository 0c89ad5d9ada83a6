"""What a town keeps, as one file from one machine to another, in a real browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from browser_steps import drawn, installation
from playwright.sync_api import expect

from carecompare.own import OWN_FIGURES, Folder, OwnFigure, OwnFigures, Shelf
from carecompare.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    Visit = Callable[..., Page]
    Served = Callable[..., str]

LINK = "/own_data?own=15202&vs=prefecture"
BROUGHT, BEFORE = 32.41, 29.87


def shelf_with(folder: Path, value: float, author: str) -> Shelf:
    """Return the shelf of an installation in which somebody has saved one figure."""
    shelf = Shelf(Folder(Paths(folder).own))
    shelf.save(
        "15202", OWN_FIGURES, OwnFigures((OwnFigure("", "share_65_and_over", 2024, value),)), 0, author
    )
    return shelf


def values(shelf: Shelf) -> tuple[int, list[float]]:
    kept = shelf.kept("15202", OWN_FIGURES)
    assert kept is not None
    return kept.version, [each.value for each in kept.content.figures]


def carrying(page: Page) -> Page:
    """Open the place from which everything is carried."""
    page.get_by_role("button", name="1つのファイルで持ち運ぶ").click()
    return drawn(page)


def test_what_is_kept_goes_to_another_machine_in_one_file_and_back_out_of_it(
    visit: Visit, served: Served, paths: Paths, store_file: Path, tmp_path: Path
) -> None:
    assert store_file.is_file()
    here, there = (tmp_path / name for name in ("here", "there"))
    for each in (here, there):
        each.mkdir()
    shelf_with(here, BROUGHT, "計画係")
    shelf = shelf_with(there, BEFORE, "介護保険課")
    first = carrying(drawn(visit(served(CARECOMPARE_DATA=installation(paths, here)) + LINK)))
    with first.expect_download() as waiting:
        first.get_by_role("button", name="ファイルに書き出す").click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    assert re.fullmatch(r"自町の記録_長岡市_\d{8}_\d{4}\.json", file.name)

    page = drawn(visit(served(CARECOMPARE_DATA=installation(paths, there)) + LINK))
    page.get_by_role("textbox", name="保存する人").fill("窓口")
    page.keyboard.press("Enter")
    carrying(drawn(page))
    page.get_by_role("dialog").get_by_test_id("stFileUploader").locator("input").set_input_files(file)
    row = page.get_by_role("row").filter(has_text="第2版になります")
    expect(row).to_contain_text("計画係")
    assert values(shelf) == (1, [BEFORE])
    page.get_by_role("button", name="1件を取り込む").click()
    expect(page.get_by_text("1件を取り込みました")).to_be_visible()
    assert values(shelf) == (2, [BROUGHT])
    expect(page.locator("table").filter(has_text=str(BROUGHT)).first).to_be_attached()

    drawn(page).reload()
    drawn(page)
    page.get_by_text("履歴", exact=True).first.click()
    page.get_by_role("button", name="この内容に戻す").first.click()
    expect(page.get_by_test_id("stAlert").first).to_contain_text("戻しました")
    assert values(shelf) == (3, [BEFORE])
