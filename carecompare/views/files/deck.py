"""Slides of a town: the usual twelve, those put together for a meeting, one view alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.clock import today
from carecompare.reports.slides.deck import SlideDeck, SlideItem, SlideMaster
from carecompare.text import words
from carecompare.text.files.slide_words import NOTES_DEFINITION_LINE
from carecompare.views.base.block import exhibit
from carecompare.views.base.making import definition
from carecompare.workers import apart

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from carecompare.catalog import Catalog
    from carecompare.own import SlideTemplate
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page
    from carecompare.views.base.installation import Loaded


def definitions(catalog: Catalog) -> dict[str, str]:
    """Return how every indicator is made, one line by id."""
    return {
        each.id: NOTES_DEFINITION_LINE.format(
            name=each.label_ja, unit=each.unit_ja, definition=definition(catalog, each)
        )
        for each in catalog.indicators.values()
    }


def deck(
    loaded: Loaded,
    own: str,
    slides: Sequence[SlideItem],
    meeting: str = "",
    *,
    cover: bool = True,
    has_appendix: bool = True,
) -> SlideDeck:
    """Return slides with what stands around them, made today."""
    return SlideDeck(
        tuple(slides),
        own=loaded.labels[own],
        made=today().isoformat(),
        product=words.PRODUCT,
        meeting=meeting,
        definitions=definitions(loaded.catalog),
        cover=cover,
        has_appendix=has_appendix,
    )


@apart
def deck_file(
    made: SlideDeck,
    size: str = "16:9",
    master: SlideMaster | None = None,
    progress: Callable[[int, int], object] | None = None,
) -> bytes:
    """Return a deck as a file; see `slides_file`."""
    # The library takes half a second to load: nobody waits for it who wants no slides.
    from carecompare.reports.slides.deck_file import slides_file  # noqa: PLC0415

    return slides_file(made, "a4" if size == "a4" else "16:9", master, progress)


@apart
def deck_appendix(made: SlideDeck, size: str = "16:9", master: SlideMaster | None = None) -> int:
    """Return how many slides of tables a deck would have; see `appendix_slides`."""
    from carecompare.reports.slides.deck_file import appendix_slides  # noqa: PLC0415 - as above

    return appendix_slides(made, "a4" if size == "a4" else "16:9", master)


MADE, APPENDED = "slides_made", "slides_appended"

MOST_CELLS = 12


def slide_file(here: Page, block: Block) -> bytes:
    """Return a deck of one slide, without a cover, as a file."""
    item = SlideItem(exhibit(block, here.selection.as_query()))
    return deck_file(deck(here.loaded, here.own, [item], cover=False))


CHOICE = "slides_template"
LARGEST_MB = 10


def slide_master(kept: SlideTemplate) -> SlideMaster:
    """Return a kept template as the master of a deck."""
    return SlideMaster(kept.name, kept.file)
