"""A book of figures as Word, Excel and PDF: the same numbers, in grey, and Word can list its captions."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from functools import cache
from typing import TYPE_CHECKING

import msgspec
import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from lxml import etree
from PIL import Image
from python_calamine import CalamineWorkbook

from carecompare.own import FigureBook, FigureLedger, book_changed, book_with
from carecompare.reports.tones import grey_tone
from carecompare.reports.word.document import LINE_CHARACTERS
from carecompare.text.files import book_words
from carecompare.ui.frame.loading import load
from carecompare.views.base.block import exhibit
from carecompare.views.base.here import page_for
from carecompare.views.files.figure_book.files import (
    BookState,
    book_state,
    book_workbook,
    pdf_file,
    printed,
    word_file,
)
from carecompare.views.files.figure_book.made import made_figures
from carecompare.views.files.registry import view_block
from tests.presence import program

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.views.base.here import Page

VIEWS = ("aging_level", "aging_course", "aging_households", "care_need", "decomposition", "home_resources")
TEXT = "竹田市の高齢化率は51.4%です。<w:br/>=1+1"
INCH_EMU, LEAST_DOTS = 914_400, 220


def page() -> Page:
    here = page_for(load(), {"own": "44208", "vs": "exemplars"})
    assert here is not None
    return here


@cache
def state() -> BookState:
    here = page()
    query = here.selection.as_query()
    blocks = [view_block(here.loaded, each, "", query) for each in VIEWS]
    book = book_with(FigureBook(), [exhibit(each, query) for each in blocks if each], 1)
    book = book_changed(book, "b1_1", text=TEXT)
    for place in (4, 5, 6):
        book = book_changed(book, f"b1_{place}", chapter=2)
    now = book_state(book, made_figures(here, book), FigureLedger()).now
    first = now.figures[0]
    cells = (msgspec.structs.replace(first.cells[0], text="0.0"), *first.cells[1:])
    then = msgspec.structs.replace(
        now, figures=(msgspec.structs.replace(first, cells=cells), *now.figures[1:])
    )
    return book_state(book, made_figures(here, book), then)


@cache
def word() -> bytes:
    done: list[int] = []
    file = word_file(printed(page(), state()), done.append)
    assert done == list(range(len(VIEWS)))
    return file


def test_tables_of_word_hold_every_cell_and_mark_what_changed(store_file: Path) -> None:
    assert store_file.is_file()
    tables = [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in Document(io.BytesIO(word())).tables
    ]
    marked = [cell for table in tables for row in table for cell in row if book_words.MARK in cell]
    first = state().now.figures[0].cells[0].text
    assert marked == [first + book_words.MARK]
    shown = [[cell.replace(book_words.MARK, "") for row in table for cell in row] for table in tables]
    grids = [each.exhibit.grid for each in state().figures if each.exhibit]
    alone = [grid for grid in grids if len(grid.columns) <= 12]
    for grid in alone:
        expected = [*grid.columns]
        for place, row in enumerate(grid.texts):
            expected += [grid.groups[place]] * len(grid.columns) if place in grid.groups else []
            expected += row
        assert expected in shown
    wide = next(grid for grid in grids if len(grid.columns) > 12)
    held = {cell for cells in shown for cell in cells}
    assert {cell for row in wide.texts for cell in row} <= held


def test_headings_of_tables_and_their_last_rows_are_not_torn_from_what_they_belong_to(
    store_file: Path,
) -> None:
    assert store_file.is_file()
    groups = {
        heading for each in state().figures if each.exhibit for heading in each.exhibit.grid.groups.values()
    }
    assert groups
    for table in Document(io.BytesIO(word())).tables:
        kept = [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows]
        assert kept[0]
        assert not kept[-1]
        assert all(kept[max(1, len(kept) - 3) : -1])
        for row, is_kept in zip(table.rows, kept, strict=True):
            assert is_kept or len({cell._tc for cell in row.cells}) > 1  # noqa: SLF001 - a heading is one cell


def test_a_source_of_one_line_stands_at_the_right_and_of_several_at_the_left(store_file: Path) -> None:
    assert store_file.is_file()
    sources = [each for each in Document(io.BytesIO(word())).paragraphs if each.style.name == "Figure Source"]
    placed = {len(each.text) > LINE_CHARACTERS: each.alignment for each in sources}
    assert placed == {False: None, True: WD_ALIGN_PARAGRAPH.LEFT}  # none of its own: the style says right


def test_numbers_of_word_are_those_of_the_store(store_file: Path) -> None:
    assert store_file.is_file()
    here = page()
    table = next(
        each
        for each in Document(io.BytesIO(word())).tables
        if len(each.columns) == 6 and "19.9" in each.rows[5].cells[1].text
    )
    rates = {
        row["area"]: row["value"]
        for row in here.loaded.figures.rows_at({"certification_rate": 2023}, [here.own, *here.peers])
    }
    labels = {here.label(code): f"{value:.1f}" for code, value in rates.items()}
    found = {row.cells[0].text: row.cells[1].text for row in table.rows[1:]}
    assert {name: found[name] for name in labels} == labels


def test_word_counts_and_lists_the_captions(store_file: Path) -> None:
    assert store_file.is_file()
    paper = Document(io.BytesIO(word()))
    captions = [each for each in paper.paragraphs if each.style.name == "Caption"]
    assert [each.text.split(book_words.GAP)[0] for each in captions] == [
        f"図表{number}" for number in ("1-1", "1-2", "1-3", "2-1", "2-2", "2-3")
    ]
    fields = [
        [each.text.strip() for each in caption._p.iter(qn("w:instrText"))]  # noqa: SLF001 - no other way
        for caption in captions
    ]
    assert fields[0] == [r"STYLEREF 1 \s", r"SEQ 図表 \* ARABIC \r 1"]
    assert fields[1][1] == r"SEQ 図表 \* ARABIC"
    listed = [each.text for each in paper.paragraphs if each.style.name == "table of figures"]
    assert listed == [each.text for each in captions]
    assert any(r'TOC \h \z \c "図表"' in (each.text or "") for each in paper.element.iter(qn("w:instrText")))
    assert TEXT in [each.text for each in paper.paragraphs]


def test_pictures_of_word_are_sharp_grey_and_have_words(store_file: Path) -> None:
    assert store_file.is_file()
    paper = Document(io.BytesIO(word()))
    assert len(paper.inline_shapes) == len(VIEWS)
    for shape, made in zip(paper.inline_shapes, state().figures, strict=True):
        inline = shape._inline  # noqa: SLF001 - no other way to its words
        described = inline.docPr
        assert made.exhibit is not None
        assert described.get("descr") == made.exhibit.title
        part = paper.part.related_parts[inline.graphic.graphicData.pic.blipFill.blip.embed]
        image = Image.open(io.BytesIO(part.blob)).convert("RGB")
        assert image.width / (shape.width / INCH_EMU) >= LEAST_DOTS
        red, green, blue = image.split()
        assert red.tobytes() == green.tobytes() == blue.tobytes()


def test_a_grey_picture_is_whole_and_its_tones_stay_apart(store_file: Path) -> None:
    assert store_file.is_file()
    for figure in printed(page(), state()).figures:
        etree.fromstring(figure.svg().encode())  # an attribute that stands twice would be an error
        paints = set(re.findall(r'(?:fill|stroke)="(#[0-9A-Fa-f]{6})"', figure.svg()))
        assert {each for each in paints if len({each[1:3], each[3:5], each[5:7]}) > 1} == set()
    bars = printed(page(), state()).figures[0].svg()
    own, peers = int("6B", 16), int("A6", 16)
    assert bars.count('fill="#6B6B6B" stroke="#000000"') == 1
    assert bars.count('fill="#A6A6A6"') >= 10
    assert peers - own > 50


def test_libreoffice_opens_word_with_its_numbers_and_pages(store_file: Path, tmp_path: Path) -> None:
    assert store_file.is_file()
    (tmp_path / "book.docx").write_bytes(word())
    office = program("LibreOffice", "soffice")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        [
            office,
            profile,
            "--headless",
            "--convert-to",
            "txt:Text (encoded):UTF8",
            "--outdir",
            tmp_path,
            tmp_path / "book.docx",
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    said = (tmp_path / "book.txt").read_text(encoding="utf-8")
    for made in state().figures:
        assert said.count(f"図表{made.number}") >= 2
    assert re.search(r"^51\.4", said, re.MULTILINE) or "51.4" in said


def test_the_workbook_holds_the_ledger_as_numbers_and_charts_without_colour(store_file: Path) -> None:
    assert store_file.is_file()
    file = book_workbook(page(), state())
    book = CalamineWorkbook.from_filelike(io.BytesIO(file))
    rows = book.get_sheet_by_name(book_words.LEDGER_SHEET).to_python()
    cells = [cell for each in state().now.figures for cell in each.cells]
    assert rows[0] == list(book_words.LEDGER_COLUMNS)
    assert len(rows) - 1 == len(cells)
    for row, cell in zip(rows[1:], cells, strict=True):
        assert row[5] == cell.text
        assert row[4] == (cell.text if cell.value is None else pytest.approx(cell.value, rel=1e-12))
    assert rows[1][10:] == ["0.0", "変わった"]
    assert {"図表1-1", "図表2-3"} <= set(book.sheet_names)
    with zipfile.ZipFile(io.BytesIO(file)) as packed:
        said = packed.read("xl/sharedStrings.xml").decode()
        charts = [
            packed.read(name).decode()
            for name in packed.namelist()
            if re.match(r"xl/charts/chart\d+\.xml", name)
        ]
        styles = packed.read("xl/styles.xml").decode()
    plots = [each.exhibit.plot for each in state().figures if each.exhibit and each.exhibit.plot]
    assert len(charts) == len(plots) >= 5
    colours = re.findall(r'srgbClr val="([0-9A-F]{6})"', "".join(charts)) + re.findall(
        r'rgb="FF([0-9A-F]{6})"', styles
    )
    assert colours
    assert "赤" not in said
    assert {each for each in colours if grey_tone(f"#{each}") != f"#{each}"} == set()


def test_the_pdf_holds_every_figure_in_grey(store_file: Path) -> None:
    assert store_file.is_file()
    made = pdf_file(printed(page(), state(), marks=False))
    assert made.content.startswith(b"%PDF")
    assert made.lacking == ""


def test_a_figure_that_cannot_be_made_any_more_says_so(store_file: Path) -> None:
    assert store_file.is_file()
    here = page()
    book = book_with(
        FigureBook(),
        [exhibit(view_block(here.loaded, "care_need", "", {"own": "44208"}), {"own": "44208"})],
        1,
    )
    gone = msgspec.structs.replace(book, figures=(msgspec.structs.replace(book.figures[0], view="gone"),))
    kept = book_state(gone, made_figures(here, gone), FigureLedger())
    said = "".join(each.text for each in Document(io.BytesIO(word_file(printed(here, kept)))).paragraphs)
    assert book_words.GONE in said
    assert book.figures[0].name in said


def test_a_table_that_no_unit_and_no_caption_belongs_to_has_no_empty_line_above_it(store_file: Path) -> None:
    assert store_file.is_file()
    here = page()
    query = here.selection.as_query()
    block = view_block(here.loaded, "plan_outlook_parts", "", query)
    assert block is not None
    book = book_with(FigureBook(), [exhibit(block, query)], 1)
    made = book_state(book, made_figures(here, book), FigureLedger())
    paper = Document(io.BytesIO(word_file(printed(here, made))))
    units = [each.text for each in paper.paragraphs if each.style.name == "Figure Unit"]
    assert units == [each for each in units if each]
