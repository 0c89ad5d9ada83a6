"""Views as one HTML file, which opens without a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.reports.slides.deck import SlideItem
from carecompare.views.base.block import exhibit
from carecompare.views.files.deck import deck
from carecompare.views.files.frozen import table_of
from carecompare.workers import apart

if TYPE_CHECKING:
    from carecompare.reports.slides.deck import SlideDeck
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page


@apart
def deck_page(made: SlideDeck) -> bytes:
    """Return a deck as one HTML file; see `page_file`."""
    from carecompare.reports.web.page_file import page_file  # noqa: PLC0415 - what draws takes seconds to load

    grids = (each.exhibit.grid for each in made.items)
    return page_file(made, [table_of(grid).html() if grid.rows else "" for grid in grids])


def block_page(here: Page, block: Block) -> bytes:
    """Return one view as one HTML file."""
    item = SlideItem(exhibit(block, here.selection.as_query()))
    return deck_page(deck(here.loaded, here.own, [item], cover=False))
