"""Slides as a file: what stands around them and in their notes, made today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.clock import today
from carecompare.reports import SlideDeck, SlideItem, SlideMaster
from carecompare.text import words
from carecompare.text.slide_words import NOTES_DEFINITION_LINE
from carecompare.ui.definitions import definition

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from carecompare.catalog import Catalog
    from carecompare.ui.loading import Loaded


def definitions(catalog: Catalog) -> dict[str, str]:
    """Return how every indicator is made, one line by id."""
    return {
        each.id: NOTES_DEFINITION_LINE.format(
            name=each.label_ja, unit=each.unit_ja, definition=definition(catalog, each)
        )
        for each in catalog.indicators.values()
    }


def deck(
    loaded: Loaded, own: str, slides: Sequence[SlideItem], meeting: str = "", *, cover: bool = True
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
    )


def deck_file(
    made: SlideDeck,
    size: str = "16:9",
    master: SlideMaster | None = None,
    progress: Callable[[int, int], object] | None = None,
) -> bytes:
    """Return a deck as a file; see `slides_file`."""
    # The library takes half a second to load: nobody waits for it who wants no slides.
    from carecompare.reports.slides import slides_file  # noqa: PLC0415

    return slides_file(made, "a4" if size == "a4" else "16:9", master, progress)
