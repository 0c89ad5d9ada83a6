"""A planner's morning: the grant table imported, the check filled, the scores read, figures taken as Word."""

from __future__ import annotations

import io
import shutil
from typing import TYPE_CHECKING

import pytest
from browser_steps import drawn
from docx import Document
from grant_files import grant_file, made
from playwright.sync_api import Page, expect

from carecompare.own import PLAN_CHECK, Folder, Shelf
from carecompare.paths import Paths
from carecompare.sources import read_places
from carecompare.text.files import book_page_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docx.document import Document as WordDocument

    Visit = Callable[..., Page]
    Served = Callable[..., str]

PATIENCE_MS = 180_000
SIX = (1, 2, 3, 4, 7, 10)
TOWNS = {"44208": "竹田市", "46523": "大和村"}


@pytest.fixture
def grants(paths: Paths, tmp_path: Path) -> Path:
    """Return a table like the ministry's, with made-up scores of every municipality."""
    places = read_places(paths.figures)
    towns = {code: (places.prefectures[code], name) for code, name in places.names.items()}
    union = ("北海道", "大雪地区広域連合", ("01453", "01458", "01459"))
    return grant_file(tmp_path, table=made(8, towns, [union]))


def test_a_planner_s_morning_in_a_town_and_in_a_village(
    visit: Visit, served: Served, paths: Paths, grants: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    for name in ("catalog", "figures"):
        shutil.copytree(paths.data / name, data / name)
    running = served(CARECOMPARE_DATA=str(data))
    page = visit(f"{running}/data_health?own=44208")
    expect(page.locator("h1")).to_contain_text("データの健康", timeout=PATIENCE_MS)
    drawn(page).locator("input[type=file]").set_input_files(grants)
    page.get_by_role("button", name="読み取って確かめる").click()
    take = page.get_by_role("button", name="取り込む", exact=True)
    expect(take).to_be_enabled(timeout=PATIENCE_MS)
    take.click()
    expect(page.get_by_text("取り込みました。新しい数値で表示しています")).to_be_visible(timeout=PATIENCE_MS)
    for own, name in TOWNS.items():
        fill_check(page, running, own)
        lines = Shelf(Folder(Paths(data).own)).kept(own, PLAN_CHECK.of("10"))
        assert lines is not None
        assert {each.id for each in lines.content.lines if each.evidence} == {f"p10_{each}" for each in SIX}
        page.goto(f"{running}/plan_grant?own={own}&vs=similar")
        expect(drawn(page).get_by_text(f"{name}の得点は").first).to_be_visible()
        expect(page.get_by_role("cell", name="／1,741").first).to_be_visible()
        word = word_of_standard_figures(page, running, own)
        captions = [each.text for each in word.paragraphs if each.style.name == "Caption"]
        assert len(captions) >= 10
        assert captions[0].startswith("図表1-1")
        assert any(name in cell.text for table in word.tables for row in table.rows for cell in row.cells)


def fill_check(page: Page, running: str, own: str) -> None:
    page.goto(f"{running}/plan?own={own}&vs=similar")
    author = drawn(page).locator(".st-key-own_author_widget input")
    author.fill("計画係")
    author.press("Enter")
    save = page.locator(".st-key-plan_save button").first
    for count, item in enumerate(SIX, 1):
        drawn(page).locator(f".st-key-plan_fill_p10_{item} button").first.click()
        expect(save).to_contain_text(f"書きかけ{count}項目")
    drawn(page)
    save.click()
    expect(page.get_by_text("保存しました").first).to_be_visible()


def word_of_standard_figures(page: Page, running: str, own: str) -> WordDocument:
    page.goto(f"{running}/plan_figures?own={own}&vs=similar")
    drawn(page).get_by_role("button", name=book_page_words.STANDARD).click()
    make = page.locator(".st-key-book_make_docx button").first
    expect(make).to_be_visible(timeout=PATIENCE_MS)
    drawn(page)
    make.click()
    ready = page.locator(".st-key-book_download button").first
    expect(ready).to_be_visible(timeout=PATIENCE_MS)
    with page.expect_download() as taken:
        ready.click()
    return Document(io.BytesIO(taken.value.path().read_bytes()))
