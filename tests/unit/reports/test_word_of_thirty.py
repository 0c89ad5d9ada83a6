"""Word of thirty charts: every number of its tables and on its bars is one of the command ``values``."""

from __future__ import annotations

import io
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from carecompare.commands.values import values
from carecompare.own import FigureBook, FigureLedger, book_with
from carecompare.paths import project_paths
from carecompare.tables import NATION
from carecompare.text.format import number, status_word
from carecompare.ui.frame.loading import load
from carecompare.views.base.block import exhibit
from carecompare.views.base.here import page_for
from carecompare.views.files.figure_book.files import book_state, printed, word_file
from carecompare.views.files.figure_book.made import made_figures
from carecompare.views.files.registry import view_block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carecompare.reports.book import PrintedFigure
    from carecompare.rows import ValueRow
    from carecompare.views.base.here import Page

pytestmark = pytest.mark.usefixtures("store_file")

# The views that show an indicator by municipality as bars, and by year as lines.
BARS = {
    "aging_level": ("share_65_and_over", "share_75_and_over", "share_85_and_over"),
    "care_need": (
        "certification_rate",
        "certification_rate_level_3_and_over",
        "certification_rate_standardised",
    ),
    "resource": (
        "care_offices_130_per_1000_75_and_over",
        "clinics_per_100000",
        "dental_clinics_per_100000",
        "dentists_per_100000",
        "home_care_support_clinics_per_1000_75_and_over",
        "hospital_beds_general_per_100000",
        "hospital_beds_per_100000",
        "hospitals_per_100000",
        "pharmacists_per_100000",
        "physicians_per_100000",
    ),
}
LINES = (
    "births_per_1000",
    "clinics_per_100000",
    "community_halls_per_100000",
    "current_balance_ratio",
    "deaths_per_1000",
    "dental_clinics_per_100000",
    "hospitals_per_100000",
    "libraries_per_100000",
    "local_tax_share_of_revenue",
    "migration_per_1000",
    "natural_change_per_1000",
    "physicians_per_100000",
    "population",
    "share_75_and_over",
)
SHOWN = [
    *((view, each) for view, items in BARS.items() for each in items),
    *(("series", each) for each in LINES),
]
PUBLISHED = "公表値"
COUNTED = re.compile(r"△?[0-9][0-9,.]*")


def page(own: str) -> Page:
    here = page_for(load(), {"own": own, "vs": "exemplars"})
    assert here is not None
    return here


@cache
def word(own: str) -> tuple[list[list[list[list[str]]]], tuple[PrintedFigure, ...]]:
    """Return the tables below each caption of the file, read back, and the figures as they are drawn."""
    here = page(own)
    query = here.selection.as_query()
    blocks = [view_block(here.loaded, view, "", {**query, "item": item}) for view, item in SHOWN]
    shown = [
        exhibit(each, {**query, "item": item}) for each, (_, item) in zip(blocks, SHOWN, strict=True) if each
    ]
    book = book_with(FigureBook(), shown, 1)
    file = printed(here, book_state(book, made_figures(here, book), FigureLedger()))
    found: list[list[list[list[str]]]] = []
    for each in Document(io.BytesIO(word_file(file))).iter_inner_content():
        if isinstance(each, Paragraph) and each.style is not None and each.style.name == "Caption":
            found.append([])
        elif isinstance(each, Table) and found:
            found[-1].append([[cell.text for cell in row.cells] for row in each.rows])
    return found, file.figures


def told(item: str) -> dict[tuple[str, int], ValueRow]:
    """Return what the command says of an indicator, by area and year."""
    return {(row["area"], int(row["year"])): row for row in values(project_paths(), item, [], None)}


def shown_as(here: Page, item: str, row: ValueRow | None) -> str:
    if row is None or row["value"] != row["value"]:
        return status_word(row["status"] if row else "missing")
    return number(row["value"], here.catalog.indicators[item].decimals)


def labels(here: Page) -> dict[str, str]:
    return {here.label(code): code for code in (here.own, *here.peers, here.own[:2], NATION)}


@pytest.mark.parametrize("own", ["44208", "46523"])
def test_a_word_has_thirty_charts_each_with_its_table(own: str) -> None:
    tables, figures = word(own)
    assert len(tables) == len(figures) == len(SHOWN) == 30
    assert all(tables)
    assert all(each.exhibit is not None and each.exhibit.plot is not None for each in figures)


@pytest.mark.parametrize("own", ["44208", "46523"])
def test_values_intervals_and_counts_of_every_bar_are_those_of_the_command(own: str) -> None:
    here = page(own)
    tables, figures = word(own)
    checked = 0
    for (view, item), parts, figure in zip(SHOWN, tables, figures, strict=True):
        if view == "series":
            continue
        rows, areas, year = told(item), labels(here), here.loaded.latest[item]
        (columns, *body), decimals = parts[0], here.catalog.indicators[item].decimals
        picture = figure.svg()
        for cells in (dict(zip(columns, each, strict=True)) for each in body):
            if cells["市区町村"] not in areas:
                assert cells["市区町村"].startswith("参考：")  # reckoned from all of them
                continue
            row = rows.get((areas[cells["市区町村"]], year))
            assert cells["値"].startswith(shown_as(here, item, row)), (item, cells)
            if row is None or row["value"] != row["value"]:
                continue
            if row["lower"] == row["lower"] and cells["95%区間"]:
                assert (
                    cells["95%区間"] == f"{number(row['lower'], decimals)}〜{number(row['upper'], decimals)}"
                )
            for column, name in (("分子", "numerator"), ("分母", "denominator")):
                if COUNTED.fullmatch(cells.get(column, "")):
                    assert cells[column] == number(row[name])
            if areas[cells["市区町村"]] in (here.own, *here.peers):
                assert cells["値"] in picture, (item, cells)
            checked += 1
    assert checked > 150


@pytest.mark.parametrize("own", ["44208", "46523"])
def test_every_year_of_every_line_is_that_of_the_command(own: str) -> None:
    here = page(own)
    tables, _ = word(own)
    checked = 0
    for (view, item), parts in zip(SHOWN, tables, strict=True):
        if view != "series":
            continue
        rows, areas = told(item), labels(here)
        for place, name, text in cells_of(parts):
            year, kind = parts[0][place][:2]
            if kind == PUBLISHED and name in areas:
                expected = shown_as(here, item, rows.get((areas[name], int(year[:4]))))
                assert text in {expected, "" if not COUNTED.fullmatch(expected) else expected}, (
                    item,
                    year,
                    name,
                )
                checked += 1
    assert checked > 900


def cells_of(parts: list[list[list[str]]]) -> Iterator[tuple[int, str, str]]:
    """Yield row, heading and text of every cell, also of a table in parts; the heading is row 0."""
    for columns, *body in parts:
        for place, cells in enumerate(body, 1):
            yield from ((place, name, text) for name, text in zip(columns, cells, strict=True))
