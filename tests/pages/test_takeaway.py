"""Every view as a workbook, a described CSV and a picture; the figures are those of `values`."""

from __future__ import annotations

import io
import math
import zipfile
from typing import TYPE_CHECKING

import msgspec
import pytest
from csvw import CSVW
from indicator_making import stored_values
from PIL import Image
from python_calamine import CalamineWorkbook

from carecompare.own import Meeting, meeting_titled, meeting_with
from carecompare.text.files import workbook_words
from carecompare.typed_cells import Cell
from carecompare.ui.frame.loading import load
from carecompare.views.base.block import exhibit
from carecompare.views.base.here import page_for
from carecompare.views.files.country import country
from carecompare.views.files.registry import VIEWS, view_block
from carecompare.views.files.takeaway import block_csvw, block_picture, block_workbook
from carecompare.views.files.workbooks import papers_workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page

    Opened = Callable[..., AppTest]

NAGAOKA = "15202"
QUERY = {"own": NAGAOKA, "vs": "exemplars"}
# Of what nobody has chosen, declared or imported there is nothing to take away.
WITHOUT_FIGURES = {
    "care_need_series",
    "finding",
    "grant_goals",
    "grant_peers",
    "grant_rank",
    "grant_steps",
    "grant_years",
    "grant_zero",
    "initiative_types",
    "plan_outlook_users",
    "plan_periods",
    "plan_progress",
    "reach_district_numbers",
    "reach_district_offices",
    "reach_districts",
    "reach_office_points",
}
# Views made of many pieces need the name of one.
PARTS = {"demand": "demand_index_medical", "plan_item": "p10_2", "sheet_group": "aging"}


def opened_book(content: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}  # type: ignore[misc] # cells are objects


def drawn(view: str) -> Block | None:
    return view_block(load(), view, PARTS.get(view, ""), QUERY)


def page(query: dict[str, str]) -> Page:
    here = page_for(load(), query)
    assert here is not None
    return here


def workbook_of(block: Block) -> bytes:
    return block_workbook(page(QUERY), block, QUERY, block.file)


def known(indicator: str, year: int) -> dict[str, float]:
    frame = stored_values(load().store, indicator, year)
    return dict(zip(frame["area"].tolist(), frame["value"].tolist(), strict=True))


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_becomes_a_workbook_with_its_definitions_and_sources(view: str, store_file: Path) -> None:
    assert store_file.is_file()
    block = drawn(view)
    if block is None or not len(block.file().columns):
        assert view in WITHOUT_FIGURES
        return
    book = opened_book(workbook_of(block))
    assert list(book) == ["表紙", "図表", "データ", "定義", "出典"]
    assert book["表紙"][0][0] == block.finding or block.finding == ""
    assert len(book["データ"]) == len(block.file().frame) + 1
    assert len(book["定義"]) == max(len(set(block.indicators)), 1) + 1
    assert len(book["出典"]) > 1


@pytest.mark.parametrize("view", ["aging_level", "care_need", "resource"])
def test_the_figures_of_a_workbook_are_those_of_values(view: str, store_file: Path) -> None:
    assert store_file.is_file()
    block = drawn(view)
    assert block is not None
    heading, *rows = opened_book(workbook_of(block))["データ"]
    place = {name: heading.index(name) for name in ("コード", "年", "値")}
    figures = known(block.indicators[0], int(str(rows[0][place["年"]]).removesuffix(".0")))
    shown = {str(row[place["コード"]]): row[place["値"]] for row in rows}
    assert len(shown) > 10
    for code, value in shown.items():
        if isinstance(value, str):
            assert value
            assert math.isnan(figures.get(code, math.nan)) or "表示しない" in value
        else:
            assert value == pytest.approx(figures[code], rel=1e-12)


def test_the_whole_country_is_there_with_the_figures_of_values_and_a_word_for_every_gap(
    store_file: Path,
) -> None:
    assert store_file.is_file()
    loaded = load()
    told: list[int] = []
    book = opened_book(country(page({}), told.append))
    heading, units, years, *rows = book["データ"]
    assert len(rows) == len(loaded.municipalities) == told[-1]
    assert [row[0] for row in rows] == list(loaded.municipalities)
    shown = [each for each in loaded.catalog.main_indicators if each.id in loaded.latest]
    assert heading[3:] == [each.label_ja for each in shown]
    assert not any(cell == "" for row in rows for cell in row)
    assert units[3] == "人"
    assert years[3] == "令和7年（2025年）"
    for column, indicator in enumerate(shown[::9]):
        figures = known(indicator.id, loaded.latest[indicator.id])
        at = 3 + 9 * column
        compared = [(row[at], figures[str(row[0])]) for row in rows if isinstance(row[at], float)]
        assert compared
        assert all(mine == pytest.approx(theirs, rel=1e-12) for mine, theirs in compared)


@pytest.mark.parametrize(
    "view", ["aging_level", "resources_field", "peers", "sheet", "outlook", "home_population"]
)
def test_another_library_reads_the_described_csv_of_a_view(
    view: str, store_file: Path, tmp_path: Path
) -> None:
    assert store_file.is_file()
    block = drawn(view)
    assert block is not None
    with zipfile.ZipFile(io.BytesIO(block_csvw(block, QUERY, block.file))) as archive:
        archive.extractall(tmp_path)
    read = CSVW(str(tmp_path / f"{block.key}.csv"), validate=True)
    assert read.is_valid, read.warnings
    assert len(list(read.tables[0])) == len(block.file().frame)


@pytest.mark.parametrize("view", ["aging_course", "resources_field", "decomposition"])
def test_the_picture_of_a_view_holds_its_finding_and_source(view: str, store_file: Path) -> None:
    assert store_file.is_file()
    block = drawn(view)
    assert block is not None
    svg = block_picture(block, QUERY, "svg").decode()
    assert block.finding[:12] in svg
    assert "出典：" in svg
    image = Image.open(io.BytesIO(block_picture(block, QUERY, "png")))
    assert image.width > 1500


def test_the_papers_become_one_workbook_in_their_order_with_their_titles(store_file: Path) -> None:
    assert store_file.is_file()
    here = page(QUERY)
    blocks = [view_block(load(), view, "", QUERY) for view in ("care_need", "aging_level")]
    papers = meeting_with(Meeting(), [exhibit(each, QUERY) for each in blocks if each], 1)
    papers = meeting_titled(papers, papers.items[0].id, "=わが町の題")
    book = opened_book(papers_workbook(here, papers))
    assert list(book) == ["表紙", "図表1", "データ1", "図表2", "データ2", "定義", "出典"]
    assert book["図表1"][0][0] == "=わが町の題"
    cover = "\n".join(str(cell) for row in book["表紙"] for cell in row)
    assert "1. =わが町の題" in cover
    assert "長岡市（新潟県）" in cover


def test_a_view_in_the_papers_whose_figures_are_others_today_stays_as_it_was_and_says_so(
    store_file: Path,
) -> None:
    assert store_file.is_file()
    block = drawn("care_need")
    assert block is not None
    kept = exhibit(block, QUERY)
    changed = tuple((row[0], Cell(99.9, 1), *row[2:]) for row in kept.grid.rows)
    old = msgspec.structs.replace(kept, grid=msgspec.structs.replace(kept.grid, rows=changed))
    book = opened_book(papers_workbook(page(QUERY), meeting_with(Meeting(), [old], 1)))
    assert "データ" not in book
    assert 99.9 in [row[1] for row in book["図表"]]
    said = workbook_words.ITEM_AS_ADDED.split("（")[1].split("{made}")[1]
    assert said in "\n".join(str(cell) for row in book["表紙"] for cell in row)


def test_the_workbook_of_the_country_is_made_on_request_and_then_kept(
    opened: Opened, store_file: Path
) -> None:
    assert store_file.is_file()
    app = opened("pages/sources.py", own=NAGAOKA)
    if any(each.key == "country_make" for each in app.button):
        app.button(key="country_make").click().run()
    assert not app.exception
    labels = [each.proto.label for each in app.get("download_button")]
    assert any(label.startswith("Excelブックを保存") for label in labels)
