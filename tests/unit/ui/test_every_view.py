"""Whatever a view is taken away as names the publications that its page names, and says its figures."""

from __future__ import annotations

import csv
import io
import itertools
import json
import re
import zipfile
from html import unescape
from typing import TYPE_CHECKING

import msgspec
import pytest
from pptx import Presentation
from python_calamine import CalamineWorkbook

from carecompare.own import FrozenView, Meeting, meeting_with
from carecompare.reports import table_csv
from carecompare.reports.papers.handout import MOST_ROWS, HandoutPage, handout_paper
from carecompare.reports.papers.paper import Figures as Printed
from carecompare.reports.slides.deck import SlideItem
from carecompare.text.files.slide_words import SOURCE_MORE
from carecompare.typed_cells import Cell
from carecompare.ui.frame.loading import load
from carecompare.views.base.block import exhibit
from carecompare.views.base.here import page_for
from carecompare.views.files.deck import deck, deck_file
from carecompare.views.files.frozen import frozen_of
from carecompare.views.files.registry import VIEWS
from carecompare.views.files.takeaway import block_csvw, block_workbook
from carecompare.views.files.web import block_page
from carecompare.views.files.workbooks import papers_workbook
from carecompare.views.topics import outlook
from carecompare.views.topics.aging import document_block
from carecompare.views.topics.findings import found
from carecompare.views.topics.initiatives.columns import ALL
from carecompare.views.topics.sheet.groups import shown_groups

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carecompare.exhibits import Exhibit
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page

# 長岡市 stands in the document of 2013; 大和村 is small, so that figures are withheld.
QUERIES = ({"own": "15202", "vs": "exemplars"}, {"own": "46523", "vs": "similar"})
DOCUMENT = "document_2013"
MOST_PARTS = 2
# What shows no figure of the own municipality as it is stored: parts, features, matrices, lists.
WITHOUT = {
    "aging_households",
    "decomposition",
    "find_initiatives",
    "funnel",
    "initiative_fields",
    "initiative_types",
    "peers",
    "plan_check",
    "pyramid",
    "plan_outlook",
    "plan_outlook_parts",
    "plan_outlook_services",
    "plan_outlook_users",
    "grant_goals",
    "grant_peers",
    "grant_rank",
    "grant_steps",
    "grant_years",
    "grant_zero",
    "reach",
    "reach_district_numbers",
    "reach_district_offices",
    "reach_districts",
    "reach_gaps",
    "reach_hard",
    "reach_office",
    "reach_office_points",
    "reach_peers",
    "reach_services",
    "special_area",
    "special_area_nation",
    "supply",
}
WITH_OWN_FIGURES = VIEWS.keys() - WITHOUT


def page(query: dict[str, str]) -> Page:
    here = page_for(load(), query)
    assert here is not None
    return here


def parts(here: Page, view: str) -> list[str]:
    """Return the pieces of a view, a few of them where there are several."""
    several = {
        "finding": lambda: [each.key for each in found(here).listed if each.key.startswith("beyond")],
        "sheet_group": lambda: [each.key for each in shown_groups(here)],
        "demand": lambda: list(outlook.DEMANDS),
        "initiative_types": lambda: [ALL],
        "plan_item": lambda: list(here.catalog.plan.items),
    }
    return several[view]()[:MOST_PARTS] if view in several else [""]


def blocks(here: Page, view: str) -> Iterator[Block]:
    if view == DOCUMENT:
        block = document_block(here)
        yield from () if block is None else (block,)
        return
    for part in parts(here, view):
        block = VIEWS[view].block(here, part)
        if block is not None:
            yield block


def named(text: str) -> list[str]:
    """Return the titles of the catalogue that a text names, as a reader would find them."""
    titles = [each.name_ja for each in load().catalog.sources.values()]
    return [title for title in titles if f"「{title}」" in text or f"境界：{title}（" in text]


def sheets(content: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}  # type: ignore[misc] # cells are objects


def described(content: bytes) -> dict[str, list[str]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        name = next(each for each in archive.namelist() if each.endswith(".json"))
        said: dict[str, list[str]] = json.loads(archive.read(name))
    return said


def on_slide(here: Page, kept: Exhibit) -> tuple[str, str]:
    """Return the words of the slide of a view, and those of its notes."""
    content = deck_file(deck(here.loaded, here.own, [SlideItem(kept)], cover=False))
    slides = list(Presentation(io.BytesIO(content)).slides)
    shapes = [shape for slide in slides for shape in slide.shapes if shape.has_text_frame]
    seen = "".join(shape.text_frame.text for shape in shapes).replace("\n", "")
    return seen, slides[0].notes_slide.notes_text_frame.text


@pytest.mark.parametrize("query", QUERIES, ids=[each["own"] for each in QUERIES])
@pytest.mark.parametrize("view", [*VIEWS, DOCUMENT])
def test_every_file_of_a_view_names_exactly_the_sources_of_its_page(
    view: str, query: dict[str, str], store_file: Path
) -> None:
    assert store_file.is_file()
    here = page(query)
    for block in blocks(here, view):
        on_page = named(block.source)
        assert on_page
        kept = exhibit(block, query)
        book = sheets(block_workbook(here, block, query, block.file))
        assert sorted(str(row[0]) for row in book["出典"][1:]) == sorted(on_page)
        assert sorted(described(block_csvw(block, query, block.file))["dc:source"]) == sorted(on_page)
        seen, notes = on_slide(here, kept)
        assert named(notes) == on_page
        # A line too long for the foot of a slide says that all of it stands in the notes.
        assert named(seen) == on_page or (SOURCE_MORE in seen and set(named(seen)) <= set(on_page))
        (sheet,) = handout_paper("会議", "長岡市", "2026-11-30", [HandoutPage("", kept)]).sheets
        assert named(sheet.source) == on_page
        web = unescape(block_page(here, block).decode()).partition("<script")[0]
        assert named(web) == on_page
        frozen = frozen_of(here.loaded, block, query)
        assert sorted(each.title for each in frozen.sources) == sorted(on_page)
        again = msgspec.json.decode(msgspec.json.encode(frozen), type=FrozenView)
        assert again.exhibit.origins == block.origins
        assert named(again.exhibit.source) == on_page
        # From a publication whose figures are shown it is recorded which files they were read from.
        assert all(each.files and each.last for each in block.origins or () if each.use == "processed")


def test_the_initiatives_and_the_document_of_2013_name_what_they_quote(store_file: Path) -> None:
    assert store_file.is_file()
    here = page(QUERIES[0])
    (fields,) = blocks(here, "initiative_fields")
    assert [(each.source, each.use) for each in fields.origins or ()] == [
        ("document_2013", "quoted"),
        ("public_pages", "quoted"),
    ]
    (document,) = blocks(here, DOCUMENT)
    assert (document.origins or ())[-1].place == "原資料 スライド7"
    assert document.source.endswith("に向けた取組について」」原資料 スライド7")


def own_cells(block: Block) -> list[Cell]:
    """Return the own figures of a table that are figures of an indicator in the store."""
    table = block.table
    return [
        cell
        for place, row in enumerate(table.rows)
        for column, cell in enumerate(row)
        if isinstance(cell, Cell)
        and cell.value is not None
        and cell.status
        and (place in table.own_rows or column in table.own_columns)
    ]


def is_same(cell: Cell | str, written: object) -> bool:
    """Return whether a cell of a workbook, which holds 16 digits, is that of a table."""
    if isinstance(cell, str):
        return written == cell
    if cell.value is None:
        return written == cell.text
    return isinstance(written, float) and written == pytest.approx(cell.value, rel=1e-15, abs=0)


def figures_in(text: str) -> set[float]:
    """Return the numbers of a CSV."""
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    return {float(cell) for cell in cells if re.fullmatch(r"-?[0-9.]+(e-?[0-9]+)?", cell)}


@pytest.mark.parametrize("view", VIEWS)
def test_a_number_is_that_of_the_store_on_the_page_and_in_every_file(view: str, store_file: Path) -> None:
    assert store_file.is_file()
    query = QUERIES[0]
    here = page(query)
    every = list(here.catalog.indicators)
    stored = {row["value"] for row in here.loaded.figures.rows(every, [here.own])}
    for block in blocks(here, view):
        own = {float(cell.value) for cell in own_cells(block) if cell.value is not None}
        assert own or view not in WITH_OWN_FIGURES
        assert own <= stored
        assert own <= figures_in(table_csv(block.file()).content.decode("utf-8-sig"))
        packed = zipfile.ZipFile(io.BytesIO(block_csvw(block, query, block.file)))
        name = next(each for each in packed.namelist() if each.endswith(".csv"))
        assert own <= figures_in(packed.read(name).decode())
        grid = exhibit(block, query).grid
        shown = iter(sheets(block_workbook(here, block, query, block.file))["図表"])
        assert any(tuple(row[: len(grid.columns)]) == grid.columns for row in shown)
        for row in grid.rows:
            (written,) = itertools.islice((each for each in shown if each[0] == row[0]), 1)
            assert all(is_same(cell, there) for cell, there in zip(row, written, strict=False))
        kept = exhibit(block, query)
        (sheet,) = handout_paper("会議", "長岡市", "2026-11-30", [HandoutPage("", kept)]).sheets
        tables = [each.grid for each in sheet.pieces if isinstance(each, Printed)]
        printed = {cell for each in tables for row in each.rows for cell in row}
        # A long table is cut on paper, which says so.
        assert {cell.text for cell in own_cells(block)} <= printed or len(grid.rows) > MOST_ROWS


@pytest.mark.parametrize("query", QUERIES, ids=[each["own"] for each in QUERIES])
@pytest.mark.parametrize("view", [*VIEWS, DOCUMENT])
def test_every_column_of_a_described_csv_has_the_name_that_is_its_key(
    view: str, query: dict[str, str], store_file: Path
) -> None:
    assert store_file.is_file()
    for block in blocks(page(query), view):
        table = block.file()
        with zipfile.ZipFile(io.BytesIO(block_csvw(block, query, block.file))) as archive:
            said = json.loads(archive.read(f"{block.key}.csv-metadata.json"))
            heading = next(csv.reader(io.StringIO(archive.read(f"{block.key}.csv").decode())))
        described_columns = said["tableSchema"]["columns"]
        names = [each["name"] for each in described_columns]
        assert names == [each.key for each in table.columns] == list(table.frame.columns)
        assert len(set(names)) == len(names)
        assert not [each for each in names if re.fullmatch(r"column_\d+", each) or not each.isascii()]
        assert [each["titles"] for each in described_columns] == heading


def test_papers_kept_before_figures_were_records_have_numbers_and_sources_in_a_workbook(
    store_file: Path,
) -> None:
    assert store_file.is_file()
    here = page(QUERIES[0])
    (block,) = blocks(here, "aging_level")
    kept = exhibit(block, QUERIES[0])
    old = msgspec.structs.replace(kept, grid=kept.grid.in_words(), origins=None)
    book = sheets(papers_workbook(here, meeting_with(Meeting(), [old], 1)))
    assert [row[0] for row in book["出典"][1:]] == named(block.source)
    assert next(row[1] for row in book["図表"] if row[0] == "長岡市") == pytest.approx(100 * 82_756 / 251_069)
    # Of one that shows something else today only its words are known, and they are not read as figures.
    rows = tuple((row[0], "99.9", *row[2:]) for row in old.grid.rows)
    other = msgspec.structs.replace(old, grid=msgspec.structs.replace(old.grid, rows=rows))
    book = sheets(papers_workbook(here, meeting_with(Meeting(), [other], 1)))
    assert [row[0] for row in book["出典"][1:]] == [old.source]
    assert next(row[1] for row in book["図表"] if row[0] == "長岡市") == "99.9"
