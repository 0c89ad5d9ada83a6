"""What pages have made by workers can be sent to them and comes back: nothing in it is tied to the server."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
import worker_jobs  # noqa: F401 - its folder is where workers of these tests look

from carecompare.own import OwnFigures
from carecompare.own.uploads.initiative_table import initiatives_workbook
from carecompare.own.uploads.template import template_rows
from carecompare.own.uploads.template_workbook import template_workbook
from carecompare.reports.slides.deck import SlideItem
from carecompare.views.base.block import exhibit
from carecompare.views.base.choice import Selection
from carecompare.views.base.here import page_of
from carecompare.views.base.installation import opened
from carecompare.views.base.kept import office_keeper
from carecompare.views.files.country import country
from carecompare.views.files.deck import deck, deck_file
from carecompare.views.files.paper_worksheet import exported
from carecompare.views.files.plan_check import check_workbook
from carecompare.views.files.registry import view_block
from carecompare.views.topics.data.importing import files_looked_at
from carecompare.views.topics.initiatives.registered import terms_of
from carecompare.views.topics.own.checks import published_figures
from carecompare.views.topics.own.mieruka_upload import exports_read, places_seen_from
from carecompare.workers import Pool, begin, end

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from carecompare.paths import Paths
    from carecompare.views.base.here import Page


@pytest.fixture(scope="module")
def here(paths: Paths, store_file: Path) -> Iterator[Page]:
    loaded = opened(paths, store_file.name)
    yield page_of(loaded, Selection(own="15202", vs="exemplars"), office_keeper())
    loaded.store.close()


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    made = Pool(1)
    begin(made)
    yield made
    end()


def _deck(here: Page) -> bytes:
    block = view_block(here.loaded, "aging_level", "", here.selection.as_query())
    assert block is not None
    shown = SlideItem(exhibit(block, here.selection.as_query()))
    told: list[tuple[int, int]] = []
    made = deck_file(deck(here.loaded, here.own, [shown]), progress=lambda *each: told.append(each))
    assert told == [(1, 1)]
    return made


def _template(here: Page) -> bytes:
    rows = template_rows(here.catalog.main_indicators, published_figures(here), OwnFigures())
    return template_workbook(here.own_label, rows, here.catalog.main_indicators, [])


FILES: dict[str, Callable[[Page], bytes]] = {
    "deck": _deck,
    "country": country,
    "worksheet": lambda here: exported(here.catalog.worksheet, (here.own_label, 2026), None, None, ""),
    "plan": lambda here: check_workbook(here, ""),
    "template": _template,
    "initiatives": lambda here: initiatives_workbook(here.own_label, [], terms_of(here)),
}


@pytest.mark.usefixtures("pool")
@pytest.mark.parametrize("name", FILES)
def test_a_file_is_made(here: Page, name: str) -> None:
    assert zipfile.is_zipfile(io.BytesIO(FILES[name](here)))


@pytest.mark.usefixtures("pool")
def test_exports_are_read_and_what_is_wrong_with_them_comes_back(here: Page) -> None:
    told: list[tuple[object, ...]] = []
    given = [("broken.xlsx", b"no workbook")]
    exports, remarks = exports_read(given, places_seen_from(here), lambda *each: told.append(each))
    assert len(exports.workbooks) + len(exports.problems) == 1
    assert remarks
    assert told


@pytest.mark.usefixtures("pool")
def test_an_official_file_is_looked_at(here: Page, paths: Paths, official: Path) -> None:
    told: list[tuple[object, ...]] = []
    found = files_looked_at(
        paths.figures,
        [official / "ssdse" / "SSDSE-A-2026.csv"],
        here.catalog,
        None,
        accept_jump=True,
        progress=lambda *each: told.append(each),
    )
    assert len(found.log) == 0
    assert told[0][1] == "step_open"
