"""自町データ in real browsers: nobody sees what another visitor of a public server enters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser_steps import drawn, installation, went
from export_making import series_book
from playwright.sync_api import Page, expect

from carecompare.own import OWN_FIGURES, Folder, OwnFigure, OwnFigures, Shelf
from carecompare.own.contents.hard_list import HARD_LIST, HardList
from carecompare.paths import Paths
from carecompare.text.own import keeping_words, own_data_words
from carecompare.text.topics.reach import reach_hard_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Visit = Callable[..., Page]
    Served = Callable[..., str]

LINK = "/own_data?own=15202"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def uploaded(page: Page, text: str, name: str = "own.csv") -> Page:
    """Bring a file."""
    file = {"name": name, "mimeType": "text/csv", "buffer": text.encode("cp932")}
    page.get_by_test_id("stFileUploader").first.locator("input").set_input_files(file)
    return page


def saved(page: Page) -> Page:
    page.get_by_role("button", name="件を保存").click()
    expect(page.get_by_test_id("stAlert").first).to_contain_text("独自値を保存しました")
    return page


def test_two_visitors_of_a_public_server_never_see_each_other_s_figures(
    visit: Visit, served: Served, paths: Paths, store_file: Path, tmp_path: Path
) -> None:
    assert store_file.is_file()
    address = served(CARECOMPARE_DATA=installation(paths, tmp_path), CARECOMPARE_MODE="session")
    first, second = (drawn(visit(address + LINK)) for _ in range(2))
    saved(uploaded(first, "指標,年,独自値\n総人口,令和6年,１１１，１１１\n"))
    expect(first.locator("table").first).to_contain_text("111,111")
    saved(uploaded(second, "指標,年,独自値\n総人口,R6,222222\n"))
    expect(second.locator("table").first).to_contain_text("222,222")
    third = drawn(visit(address + LINK))
    expect(third.get_by_text("独自値はまだありません")).to_be_visible()
    assert "222,222" not in first.content()
    assert "111,111" not in second.content()
    assert not Paths(tmp_path).own.exists()
    first.get_by_text("この画面で入れた内容").click()
    with first.expect_download() as waiting:
        first.get_by_role("button", name="ファイルに書き出す").click()
    home = tmp_path / "visit.json"
    waiting.value.save_as(home)
    third.get_by_text("この画面で入れた内容").click()
    third.get_by_test_id("stFileUploader").last.locator("input").set_input_files(home)
    third.get_by_role("button", name="この内容に入れかえる").click()
    expect(third.locator("table").first).to_contain_text("111,111")


def test_nothing_that_a_visitor_of_a_public_server_keeps_is_seen_by_another(
    visit: Visit, served: Served, paths: Paths, store_file: Path, tmp_path: Path
) -> None:
    """Own figures, exports and named comparators: on their pages, beside the ranked bars, and in no file."""
    assert store_file.is_file()
    address = served(CARECOMPARE_DATA=installation(paths, tmp_path), CARECOMPARE_MODE="session")
    mine = drawn(visit(f"{address}/own_data?own=15202&vs=prefecture&item=share_65_and_over"))
    theirs = drawn(visit(f"{address}/own_data?own=15202&vs=prefecture&item=share_65_and_over"))
    saved(uploaded(mine, "指標,年,独自値\n高齢化率,R6,77.77\n"))
    went(mine, "aging")
    expect(mine.locator("table").filter(has_text="長岡市の独自値（2024年）")).to_contain_text("77.77")
    went(theirs, "aging")
    went(mine, "mieruka")
    export = series_book([("長岡市", "<img src=x onerror=alert(1)>率", "（％）", [55.55] * 6)])
    file = {"name": "B4-a_認定率_時系列.xlsx", "mimeType": WORKBOOK, "buffer": export}
    mine.get_by_test_id("stFileUploader").first.locator("input").set_input_files(file)
    read = mine.get_by_role("button", name="読み取って点検する")
    expect(read).to_be_enabled()
    read.click()
    mine.get_by_role("button", name="1表を保存").click()
    expect(mine.get_by_test_id("stAlert").first).to_contain_text("見える化の出力を保存しました")
    expect(mine.locator("table").first).to_contain_text("55.55")
    assert mine.locator("img[src=x]").count() == 0
    went(theirs, "mieruka")
    expect(theirs.get_by_text("保存した出力はまだありません")).to_be_visible()
    went(mine, "peers")
    mine.get_by_role("textbox", name="組の名前").fill("わたしの組")
    mine.keyboard.press("Enter")
    mine.get_by_role("button", name="今の相手").click()
    expect(mine.get_by_text("わたしの組").first).to_be_visible()
    went(theirs, "peers")
    expect(theirs.get_by_text("まだ保存した組はありません")).to_be_visible()
    for page in ("own_data", "aging", "mieruka", "peers"):
        went(theirs, page)
        for secret in ("77.77", "55.55", "わたしの組"):
            assert secret not in theirs.content(), (page, secret)
    assert not Paths(tmp_path).own.exists()


def test_of_two_who_save_at_once_the_second_is_told_and_shown_both(
    visit: Visit, served: Served, paths: Paths, store_file: Path, tmp_path: Path
) -> None:
    assert store_file.is_file()
    page = drawn(visit(served(CARECOMPARE_DATA=installation(paths, tmp_path)) + LINK))
    uploaded(page, "指標,年,独自値,備考\n高齢化率,R6,32.4,<img src=x onerror=alert(1)>\n")
    page.get_by_role("textbox", name="保存する人").fill("計画係")
    page.keyboard.press("Enter")
    button = page.get_by_role("button", name="件を保存")
    # The look at the file must have begun before they save.
    expect(button).to_be_enabled()
    drawn(page)
    shelf = Shelf(Folder(Paths(tmp_path).own))
    theirs = OwnFigures((OwnFigure("", "share_65_and_over", 2024, 31.9),))
    shelf.save("15202", OWN_FIGURES, theirs, 0, "介護保険課")
    # The page is run once more, so that it has read what they saved before the button is pressed.
    page.get_by_test_id("stRadio").get_by_text(own_data_words.MODES["replace"]).click()
    expect(page.get_by_role("cell", name="31.9").first).to_be_visible()
    button.click()
    expect(page.get_by_test_id("stAlert").first).to_contain_text("介護保険課が新しい内容を保存しました")
    expect(page.get_by_test_id("stCode").filter(has_text="31.9")).to_be_visible()
    expect(page.get_by_test_id("stCode").filter(has_text="32.4")).to_be_visible()
    assert shelf.latest("15202", OWN_FIGURES) == 1
    saved(page)
    kept = shelf.kept("15202", OWN_FIGURES)
    assert kept is not None
    assert [each.value for each in kept.content.figures] == [32.4]
    assert (kept.version, kept.author) == (2, "計画係")
    page.get_by_text("備考と出典（1件）").click()
    expect(page.get_by_text("<img src=x onerror=alert(1)>").first).to_be_visible()
    assert page.locator("img[src=x]").count() == 0


@pytest.mark.parametrize("when", ["before the question", "behind it"])
def test_who_is_asked_for_a_name_is_told_of_a_newer_version_too(
    when: str, visit: Visit, served: Served, paths: Paths, store_file: Path, tmp_path: Path
) -> None:
    assert store_file.is_file()
    page = drawn(visit(served(CARECOMPARE_DATA=installation(paths, tmp_path)) + LINK))
    uploaded(page, "指標,年,独自値\n高齢化率,R6,32.4\n")
    button, asked = page.get_by_role("button", name="件を保存"), page.get_by_role("dialog")
    expect(button).to_be_enabled()
    shelf = Shelf(Folder(Paths(tmp_path).own))
    theirs = OwnFigures((OwnFigure("", "share_65_and_over", 2024, 31.9),))
    if when == "behind it":
        button.click()
        expect(asked).to_be_visible()
    shelf.save("15202", OWN_FIGURES, theirs, 0, "介護保険課")
    if when == "before the question":
        button.click()
    asked.get_by_role("textbox").fill("計画係")
    asked.get_by_role("button", name="保存").click()
    expect(page.get_by_test_id("stAlert").first).to_contain_text("介護保険課が新しい内容を保存しました")
    assert shelf.latest("15202", OWN_FIGURES) == 1


# A grid sends what is typed a moment later.
MOST_TRIES, SENT_MS = 5, 800


def test_remarks_that_are_typed_stay_when_others_save_and_are_saved_knowingly(
    visit: Visit, served: Served, paths: Paths, store_file: Path, tmp_path: Path
) -> None:
    assert store_file.is_file()
    page = drawn(visit(f"{served(CARECOMPARE_DATA=installation(paths, tmp_path))}/reach?own=46523"))
    page.get_by_text(reach_hard_words.REMARKS, exact=True).click()
    grid = page.get_by_test_id("stDataFrame")
    drawn(page)
    grid.scroll_into_view_if_needed()
    cell = page.locator("#portal textarea")
    for _ in range(MOST_TRIES):
        # A click that comes while the grid is still being laid out chooses no cell, and letters get lost.
        grid.locator(".dvn-scroller").click(position={"x": 260, "y": 50})
        page.keyboard.press("Enter")
        page.wait_for_timeout(SENT_MS)
        if cell.count():
            break
    cell.fill("snow")
    cell.press("Enter")
    expect(cell).to_have_count(0)
    page.wait_for_timeout(SENT_MS)
    drawn(page)
    save = page.get_by_role("button", name=reach_hard_words.SAVE, exact=True)
    expect(save).to_be_enabled()
    shelf = Shelf(Folder(Paths(tmp_path).own))
    shelf.save("46523", HARD_LIST, HardList(), 0, "介護保険課")
    # The page is run once more: it has read what they saved.
    author = page.get_by_role("textbox", name="保存する人").last
    author.fill("計画係")
    author.press("Enter")
    expect(page.get_by_text(keeping_words.NEWER.format(version=1))).to_be_visible()
    page.get_by_role("button", name=keeping_words.NEWER_MINE.format(version=1)).click()
    expect(page.get_by_text(keeping_words.NEWER.format(version=1))).to_have_count(0)
    save.click()
    expect(page.get_by_text(reach_hard_words.SAVED)).to_be_visible()
    kept = shelf.kept("46523", HARD_LIST)
    assert kept is not None
    assert (kept.version, kept.author) == (2, "計画係")
    assert ["snow" in str(each) for each in kept.content.remarks] == [True]
