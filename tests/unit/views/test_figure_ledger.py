"""The ledger of a book of figures misses no change, and names what a text says otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import pytest

from carecompare.own import FigureBook, FigureLedger, book_changed, book_with
from carecompare.typed_cells import Cell
from carecompare.ui.frame.loading import load
from carecompare.views.base.block import exhibit
from carecompare.views.base.here import page_for
from carecompare.views.files.figure_book.files import book_state
from carecompare.views.files.figure_book.ledger import figure_changes, ledger, numbers_in
from carecompare.views.files.figure_book.made import made_figures
from carecompare.views.files.figure_book.text_check import text_problems
from carecompare.views.files.registry import view_block

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.views.base.here import Page
    from carecompare.views.files.figure_book.made import MadeFigure

TAKETA, YAMATO = "44208", "46523"
SHOWN = ("aging_level", "aging_course", "care_need", "decomposition", "resources_field", "sheet", "outlook")


def page(own: str = TAKETA) -> Page:
    here = page_for(load(), {"own": own, "vs": "exemplars"})
    assert here is not None
    return here


def made(here: Page, *views: str) -> tuple[FigureBook, list[MadeFigure]]:
    query = here.selection.as_query()
    blocks = [view_block(here.loaded, each, "", query) for each in views]
    book = book_with(FigureBook(), [exhibit(each, query) for each in blocks if each], 1)
    return book, made_figures(here, book)


def with_cells(figure: MadeFigure, cells: dict[tuple[int, int], Cell]) -> MadeFigure:
    assert figure.exhibit is not None
    grid = figure.exhibit.grid
    rows = tuple(
        tuple(cells.get((at, column), cell) for column, cell in enumerate(row))
        for at, row in enumerate(grid.rows)
    )
    changed = msgspec.structs.replace(grid, rows=rows)
    return replace(figure, exhibit=msgspec.structs.replace(figure.exhibit, grid=changed))


@pytest.mark.parametrize("own", [TAKETA, YAMATO])
def test_the_ledger_finds_twenty_of_twenty_figures_changed_on_purpose(own: str, store_file: Path) -> None:
    assert store_file.is_file()
    _, figures = made(page(own), *SHOWN)
    then = ledger(figures)
    assert figure_changes(then, ledger(figures)) == []
    every = [
        (place, placed)
        for place, each in enumerate(figures)
        if each.exhibit is not None
        for placed in numbers_in(each.exhibit.grid)
        if isinstance(each.exhibit.grid.rows[placed.row][placed.column], Cell)
        and placed.cell.value is not None
    ]
    wanted = every[:: len(every) // 20][:20]
    for place, placed in wanted:
        shown = figures[place].exhibit
        assert shown is not None
        cell = shown.grid.rows[placed.row][placed.column]
        assert isinstance(cell, Cell)
        other = msgspec.structs.replace(cell, value=(cell.value or 0) + 10**-cell.decimals)
        figures[place] = with_cells(figures[place], {(placed.row, placed.column): other})
    found = figure_changes(then, ledger(figures))
    ids = [each.kept.id for each in figures]
    assert {each.key for each in found} == {
        (ids[place], placed.cell.row, placed.cell.column) for place, placed in wanted
    }
    assert len(found) == 20
    assert all(each.then != each.now and each.kind == "changed" for each in found)


def test_every_number_has_a_name_of_its_own_a_source_and_a_date(store_file: Path) -> None:
    assert store_file.is_file()
    _, figures = made(page(), *SHOWN)
    kept = ledger(figures)
    for each in kept.figures:
        assert each.source
        assert each.as_of
        keys = [(cell.row, cell.column) for cell in each.cells]
        assert len(keys) == len(set(keys)) > 0
    values = page().loaded.figures.rows_at({"certification_rate": 2023}, [TAKETA])
    rate = next(cell for cell in kept.figures[2].cells if cell.is_own and cell.value is not None)
    assert rate.value == values[0]["value"]


def test_a_number_is_known_to_stand_elsewhere(store_file: Path) -> None:
    assert store_file.is_file()
    book, figures = made(page(), "care_need", "sheet")
    found = book_state(book, figures, FigureLedger()).elsewhere
    rate = next(key for key in found if key[0] == figures[0].kept.id)
    assert found[rate] == ("1-2",)


def test_a_figure_that_came_or_went_is_one_change(store_file: Path) -> None:
    assert store_file.is_file()
    _, figures = made(page(), "aging_level", "care_need")
    both, first = ledger(figures), ledger(figures[:1])
    assert [(each.kind, each.row) for each in figure_changes(first, both)] == [("new", "")]
    assert [(each.kind, each.row) for each in figure_changes(both, first)] == [("gone", "")]


def test_numbers_of_a_text_that_no_longer_agree_are_named(store_file: Path) -> None:
    assert store_file.is_file()
    here = page()
    book, figures = made(here, "aging_level", "care_need")
    before = ledger(figures)
    shown = figures[0].exhibit
    assert shown is not None
    at = next(each for each in numbers_in(shown.grid) if each.cell.is_own and each.cell.text == "51.4")
    cell = shown.grid.rows[at.row][at.column]
    assert isinstance(cell, Cell)
    figures[0] = with_cells(figures[0], {(at.row, at.column): msgspec.structs.replace(cell, value=52.6)})
    text = (
        "令和7年の高齢化率は５１．４％（約51%）で、認定率は19.9%です。第9期では要介護3以上が3人増えました。"
        "いまは52.6%、65歳以上は9,074人、約9千人です。図表1-2もご覧ください。予算は777万円です。"
    )
    found = text_problems({figures[0].kept.id: text}, before, ledger(figures))
    assert [(each.text, each.verdict, each.now) for each in found] == [
        ("51.4", "stale", "52.6"),
        ("51", "stale", "52.6"),
        ("777万", "unfound", ""),
    ]
    kept = book_changed(book, figures[0].kept.id, text=text)
    assert len(book_state(kept, figures, before).problems) == 3
    assert (
        text_problems({figures[0].kept.id: "51.4%"}, FigureLedger(), ledger(figures))[0].verdict == "unfound"
    )
