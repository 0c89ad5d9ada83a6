"""A set with a name, an analysis in one's own words and the file of both, in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser_steps import drawn, installation
from playwright.sync_api import Page, expect

from carecompare.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Visit = Callable[..., Page]
    Served = Callable[..., str]

LINK = "/analysis_sheet?own=15202&vs=free&chosen=20201.46523.44208.13112&topic=aging"


def test_a_visitor_names_a_set_writes_an_analysis_and_takes_both_home_and_no_other_sees_them(
    visit: Visit, served: Served, paths: Paths, store_file: Path, tmp_path: Path
) -> None:
    assert store_file.is_file()
    address = served(CARECOMPARE_DATA=installation(paths, tmp_path), CARECOMPARE_MODE="session")
    page = drawn(visit(address + LINK), has_charts=True)
    page.get_by_role("button", name="名前を付けて保存").click()
    page.get_by_role("textbox", name="組の名前").fill("雪国と都市")
    page.get_by_role("textbox", name="組の名前").press("Enter")
    page.get_by_role("button", name="今の相手（4市区町村）を保存").click()
    expect(page.get_by_role("button", name="くらべる相手：雪国と都市（4）")).to_be_visible()
    assert "vs=saved" in page.url

    page.get_by_role("button", name="書く・直す").click()
    box = page.get_by_role("textbox", name="分析欄（高齢化）")
    box.fill("=75歳以上は<b>東部</b>で早く増える")
    box.blur()
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.locator(".cc-analysis")).to_have_text("=75歳以上は<b>東部</b>で早く増える")

    drawn(page).get_by_role("button", name="使う").last.click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="CSV（UTF-8）").click()
    assert "'=75歳以上は<b>東部</b>で早く増える" in waiting.value.path().read_text(encoding="utf-8-sig")

    other = drawn(visit(page.url))
    expect(other.get_by_text("画面を開いている間だけ").first).to_be_visible()
    expect(other.get_by_text("東部")).to_have_count(0)
    assert not Paths(tmp_path).own.exists()
